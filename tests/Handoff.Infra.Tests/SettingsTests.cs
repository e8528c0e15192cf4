using System.Text.Json;

namespace Handoff.Infra.Tests;

/// <summary>The app settings are those that the code reads; secrets are references.</summary>
public sealed class SettingsTests
{
    /// <summary>Bytes: the 1 MiB of a lead, and 64 KiB so that what is just too large is answered by the app.</summary>
    private const string LargestBody = "1114112";

    [BicepFact]
    public void Every_setting_that_the_code_reads_is_set_in_one_case_or_another()
    {
        var set = Prediction.All.SelectMany(one => one.Settings.Keys).ToHashSet();
        var read = Repository.VariablesRead.Where(name => !name.EndsWith('_')).ToHashSet();
        Assert.Contains("HANDOFF_ADMIN_KEY", read);
        Assert.Empty(read.Except(set));
    }

    [BicepFact]
    public void Every_setting_of_the_product_that_is_set_is_read()
    {
        // Keys of sources are named by the agreement, not by the code.
        string[] sources = ["HANDOFF_WEBSITE_KEY", "HANDOFF_FORM_KEY"];
        var set = Prediction.All.SelectMany(one => one.Settings.Keys)
            .Where(name => name.StartsWith("HANDOFF_", StringComparison.Ordinal)).Except(sources).ToHashSet();
        if (Repository.HasFunctionsApp) Assert.Subset(Repository.VariablesRead.ToHashSet(), set);
    }

    [BicepFact]
    public void The_Functions_host_reads_little_more_of_a_body_than_the_app_takes() => Assert.All(
        Prediction.All, prediction => Assert.Equal(LargestBody, prediction.Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"]));

    [Fact]
    public void A_developers_machine_has_the_same_limit_for_bodies()
    {
        var file = Path.Combine(Repository.Root, "src", "HandoffFunctions", "local.settings.json");
        using var settings = JsonDocument.Parse(File.ReadAllText(file));
        var limit = settings.RootElement.GetProperty("Values").GetProperty("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT").GetString();
        Assert.Equal(LargestBody, limit);
    }

    [BicepFact]
    public void No_setting_of_mail_is_set_that_the_code_would_refuse()
    {
        var prefixes = Repository.VariablesRead.Where(name => name.EndsWith('_')).ToList();
        Assert.NotEmpty(prefixes);
        var set = Prediction.All.SelectMany(one => one.Settings.Keys)
            .Where(name => prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.All(set, name => Assert.Contains(name, Repository.VariablesRead));
    }

    [BicepFact]
    public void A_secret_is_a_reference_to_the_vault() => Assert.All(
        Prediction.All.SelectMany(one => one.Settings).Where(setting => IsSecret(setting.Key)),
        setting => Assert.Matches(
            $@"^@Microsoft\.KeyVault\(VaultName=kv-handoff-\w{{13}};SecretName={SecretName(setting.Key)}\)$", setting.Value));

    [BicepFact]
    public void Every_secret_referred_to_can_be_put_into_the_vault() => Assert.All(Prediction.All, prediction =>
    {
        var kept = prediction.Of("Microsoft.KeyVault/vaults/secrets").Select(one => one.Name().Split('/')[1]).ToHashSet();
        var referred = prediction.Settings.Values.Where(value => value.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal))
            .Select(value => value.Split("SecretName=")[1].TrimEnd(')'));
        Assert.Subset(kept, referred.ToHashSet());
    });

    [BicepFact]
    public void A_secret_that_is_not_given_leaves_the_one_in_the_vault() => Assert.All(
        Prediction.Default.Of("Microsoft.KeyVault/vaults/secrets"),
        secret => Assert.StartsWith("[not(empty(", secret.GetProperty("condition").GetString(), StringComparison.Ordinal));

    [BicepFact]
    public void A_secret_of_a_way_that_is_not_used_is_not_referred_to()
    {
        Assert.DoesNotContain("HANDOFF_ADMIN_KEY_PREVIOUS", Prediction.Default.Settings.Keys);
        Assert.DoesNotContain("HANDOFF_SMTP_PASSWORD", Prediction.Default.Settings.Keys);
        Assert.DoesNotContain("HANDOFF_SENDGRID_EVENT_KEY", Prediction.Default.Settings.Keys);
        Assert.DoesNotContain("HANDOFF_OPENID_CLIENT_SECRET", Prediction.Default.Settings.Keys);
        Assert.Contains("HANDOFF_OPENID_CLIENT_SECRET", Prediction.Smtp.Settings.Keys);
        Assert.DoesNotContain("HANDOFF_SENDGRID_API_KEY", Prediction.Smtp.Settings.Keys);
    }

    [BicepFact]
    public void Each_source_has_its_key()
    {
        Assert.Contains("HANDOFF_WEBSITE_KEY", Prediction.Smtp.Settings.Keys);
        Assert.Contains("HANDOFF_FORM_KEY", Prediction.Smtp.Settings.Keys);
    }

    [BicepFact]
    public void Nothing_is_set_empty() =>
        Assert.All(Prediction.All.SelectMany(one => one.Settings), setting => Assert.NotEqual("", setting.Value));

    [BicepFact]
    public void Links_lead_to_the_domain_or_else_to_the_app()
    {
        Assert.Equal("https://leads.acme.example", Prediction.Smtp.Settings["HANDOFF_PUBLIC_URL"]);
        Assert.Contains("defaultHostName", Prediction.Default.Settings["HANDOFF_PUBLIC_URL"], StringComparison.Ordinal);
    }

    [BicepFact]
    public void Storage_is_named_by_address_and_reached_by_identity()
    {
        var settings = Prediction.Default.Settings;
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        foreach (var service in new[] { "blob", "queue", "table" })
            Assert.Contains("hostStorage", settings[$"AzureWebJobsStorage__{service}ServiceUri"], StringComparison.Ordinal);
        Assert.Contains("leadStorage", settings["HANDOFF_TABLES_URI"], StringComparison.Ordinal);
        Assert.Contains("leadStorage", settings["HANDOFF_BLOBS_URI"], StringComparison.Ordinal);
        Assert.Contains("keyStorage", settings["HANDOFF_KEYS_TABLES_URI"], StringComparison.Ordinal);
        Assert.Contains("clientId", settings["AZURE_CLIENT_ID"], StringComparison.Ordinal);
        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
    }

    [BicepFact]
    public void No_output_tells_a_secret() => Assert.Equal(
        [
            "AZURE_KEY_VAULT_NAME", "AZURE_LOCATION", "AZURE_RESOURCE_GROUP", "AZURE_TENANT_ID", "HANDOFF_AGREEMENT_BLOBS",
            "HANDOFF_AGREEMENT_CONTAINER", "HANDOFF_SENDGRID_KEY_KEPT", "SERVICE_API_NAME", "SERVICE_API_URI",
        ],
        Prediction.Default.Outputs.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal));

    private static bool IsSecret(string name) => name.StartsWith("HANDOFF_", StringComparison.Ordinal)
        && new[] { "_KEY", "_KEY_PREVIOUS", "_PASSWORD" }.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static string SecretName(string setting) => setting.ToLowerInvariant().Replace('_', '-');
}
