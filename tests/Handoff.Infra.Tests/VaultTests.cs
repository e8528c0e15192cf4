namespace Handoff.Infra.Tests;

/// <summary>The vault keeps the secrets, and the key that wraps the keys of links.</summary>
public sealed class VaultTests
{
    [BicepFact]
    public void The_vault_knows_roles_only_and_nothing_in_it_can_be_destroyed_at_once()
    {
        var vault = Prediction.Default.One("Microsoft.KeyVault/vaults");
        Assert.True(vault.Property("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.Property("enableSoftDelete").GetBoolean());
        Assert.True(vault.Property("enablePurgeProtection").GetBoolean());
    }

    [BicepFact]
    public void The_key_of_links_wraps_and_unwraps_and_does_nothing_else() => Assert.Equal(
        ["wrapKey", "unwrapKey"],
        Prediction.Default.One("Microsoft.KeyVault/vaults/keys").Property("keyOps").EnumerateArray().Select(one => one.GetString()!));
}
