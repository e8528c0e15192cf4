namespace Handoff.Infra.Tests;

/// <summary>Storage answers to identities only, and what is kept where.</summary>
public sealed class StorageTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [BicepFact]
    public void The_host_the_leads_and_the_keys_have_an_account_each() => Assert.Equal(
        ["sthost", "stkeys", "stleads"], Prediction.Default.Of(Account).Select(one => one.Name()[..^13]).Order(StringComparer.Ordinal));

    [BicepFact]
    public void No_account_knows_a_shared_key_a_public_blob_or_an_old_TLS() => Assert.All(Prediction.Default.Of(Account), account =>
    {
        Assert.False(account.Property("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.Property("allowBlobPublicAccess").GetBoolean());
        Assert.True(account.Property("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.Property("minimumTlsVersion").GetString());
    });

    [BicepFact]
    public void There_is_a_container_for_the_package_and_one_for_the_agreement() => Assert.Equal(
        ["app-package", "agreement"],
        Prediction.Default.Of("Microsoft.Storage/storageAccounts/blobServices/containers").Select(one => one.Name().Split('/')[^1]));

    [BicepFact]
    public void A_changed_agreement_can_be_had_back()
    {
        var blobs = Prediction.Default.Named("Microsoft.Storage/storageAccounts/blobServices", "stleads");
        Assert.True(blobs.Property("isVersioningEnabled").GetBoolean());
        Assert.Equal(14, blobs.Property("deleteRetentionPolicy", "days").GetInt32());
    }

    [BicepFact]
    public void Nothing_keeps_what_was_deleted_from_the_account_of_keys()
    {
        var blobs = Prediction.Default.Named("Microsoft.Storage/storageAccounts/blobServices", "stkeys");
        Assert.False(blobs.Property("isVersioningEnabled").GetBoolean());
        Assert.False(blobs.Property("deleteRetentionPolicy", "enabled").GetBoolean());
    }

    [BicepFact]
    public void Leads_and_keys_are_locked_where_that_is_asked_for()
    {
        Assert.Empty(Prediction.Default.Of("Microsoft.Authorization/locks"));
        Assert.Equal(2, Prediction.Private.Of("Microsoft.Authorization/locks").Count());
    }
}
