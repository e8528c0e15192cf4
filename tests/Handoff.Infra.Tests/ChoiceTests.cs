namespace Handoff.Infra.Tests;

/// <summary>What may be chosen, and that a choice which could not work is refused before anything is made.</summary>
public sealed class ChoiceTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string WithKey = "param sendGridApiKey = 'SG.a-key'\n";

    [BicepFact]
    public void A_prediction_knows_all_that_can_be_known() => Assert.All(Prediction.All, one =>
    {
        Assert.Equal("", one.Says);
        Assert.Equal(0, one.ExitCode);
    });

    [BicepFact]
    public void SendGrid_without_a_key_is_refused_with_the_way_out()
    {
        var prediction = Prediction.With("");
        Assert.NotEqual(0, prediction.ExitCode);
        Assert.Contains("HANDOFF_MAIL is sendgrid (the default) and there is no key", prediction.Says, StringComparison.Ordinal);
        Assert.Contains("set HANDOFF_SENDGRID_API_KEY", prediction.Says, StringComparison.Ordinal);
    }

    [BicepFact]
    public void Only_SendGrid_asks_for_its_key()
    {
        Assert.Equal(0, Prediction.With("param mail = 'mailbox'").ExitCode);
        Assert.Equal(0, Prediction.Smtp.ExitCode);
    }

    [BicepFact]
    public void A_deployment_tells_the_next_one_that_the_vault_has_the_key()
    {
        Assert.True(Prediction.Default.Outputs.GetProperty("HANDOFF_SENDGRID_KEY_KEPT").GetBoolean());
        Assert.True(Prediction.Private.Outputs.GetProperty("HANDOFF_SENDGRID_KEY_KEPT").GetBoolean());
        Assert.False(Prediction.Smtp.Outputs.GetProperty("HANDOFF_SENDGRID_KEY_KEPT").GetBoolean());
        Assert.Contains(
            "\"sendGridKeyKept\": { \"value\": \"${HANDOFF_SENDGRID_KEY_KEPT=false}\" }",
            File.ReadAllText(Path.Combine(Repository.Infra, "main.parameters.json")), StringComparison.Ordinal);
    }

    [BicepFact]
    public void Storage_stands_in_several_zones_where_the_region_has_them_and_in_one_where_it_has_none()
    {
        Assert.All(Prediction.Default.Of(Account), account => Assert.Equal("Standard_ZRS", Sku(account)));
        Assert.All(Prediction.With(WithKey, location: "ukwest").Of(Account), account => Assert.Equal("Standard_LRS", Sku(account)));
    }

    [BicepFact]
    public void Another_replication_is_taken_where_it_is_asked_for() => Assert.All(
        Prediction.With(WithKey + "param storageSku = 'Standard_GZRS'").Of(Account),
        account => Assert.Equal("Standard_GZRS", Sku(account)));

    [BicepFact]
    public void A_region_without_the_plan_is_refused()
    {
        var prediction = Prediction.With(WithKey, location: "chinaeast2");
        Assert.NotEqual(0, prediction.ExitCode);
        Assert.Contains("chinaeast2", prediction.Says, StringComparison.Ordinal);
    }

    [BicepFact]
    public void Nothing_can_be_chosen_that_the_app_is_not_built_for()
    {
        // The Durable Task Scheduler needs another package and another host.json: docs/deploy.md tells how.
        Assert.DoesNotContain(
            Repository.BicepFiles, file => File.ReadAllText(file).Contains("DurableTask/", StringComparison.Ordinal));
        Assert.All(Prediction.All, one => Assert.DoesNotContain(
            one.Settings.Keys, name => name.StartsWith("AzureFunctionsJobHost__extensions", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_azd_that_is_too_old_is_told_so() => Assert.Matches(@"^>= \d+\.\d+\.\d+$", AzureYaml.RequiredVersion);

    private static string Sku(System.Text.Json.JsonElement account) => account.GetProperty("sku").GetProperty("name").GetString()!;
}
