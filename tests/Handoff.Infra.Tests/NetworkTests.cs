using System.Text.Json;

namespace Handoff.Infra.Tests;

/// <summary>By choice the app reaches storage and the vault inside a virtual network, and nobody else reaches them.</summary>
public sealed class NetworkTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Vault = "Microsoft.KeyVault/vaults";

    [BicepFact]
    public void By_default_there_is_none()
    {
        Assert.DoesNotContain(
            Prediction.Default.Resources, one =>
                one.GetProperty("type").GetString()!.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, App(Prediction.Default).Property("virtualNetworkSubnetId").ValueKind);
    }

    [BicepFact]
    public void Every_service_that_the_app_uses_has_a_private_endpoint() => Assert.Equal(
        ["kv-handoff vault", "sthost blob", "sthost queue", "sthost table", "stkeys table", "stleads blob", "stleads table"],
        Prediction.Private.Of("Microsoft.Network/privateEndpoints").Select(Reached).Order(StringComparer.Ordinal));

    [BicepFact]
    public void A_service_that_a_setting_names_is_one_of_them()
    {
        var reached = Prediction.Private.Of("Microsoft.Network/privateEndpoints").Select(Reached).ToHashSet(StringComparer.Ordinal);
        (string Module, string Name)[] accounts = [("hostStorage", "sthost"), ("leadStorage", "stleads"), ("keyStorage", "stkeys")];
        string[] services = ["blob", "queue", "table"];
        var named = Prediction.Private.Settings.Values.SelectMany(value =>
            from account in accounts
            where value.Contains(account.Module, StringComparison.Ordinal)
            select $"{account.Name} {services.Single(service => value.Contains(service + "Uri", StringComparison.Ordinal))}").ToList();
        Assert.Equal(6, named.Count);
        Assert.All(named, one => Assert.Contains(one, reached));
    }

    [BicepFact]
    public void Each_endpoint_is_found_by_its_name_in_the_network()
    {
        Assert.Equal(7, Prediction.Private.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        Assert.Equal(4, Prediction.Private.Of("Microsoft.Network/privateDnsZones").Count());
        Assert.Equal(4, Prediction.Private.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
    }

    [BicepFact]
    public void The_app_calls_everything_from_its_subnet_which_leaves_by_one_address()
    {
        var network = Prediction.Private.One("Microsoft.Network/virtualNetworks");
        var subnet = network.Property("subnets").EnumerateArray().Single(one => one.Name() == "app");
        Assert.Equal("Microsoft.App/environments", subnet.Property("delegations")[0].Property("serviceName").GetString());
        Assert.Equal(
            Prediction.Private.One("Microsoft.Network/natGateways").GetProperty("id").GetString(),
            subnet.Property("natGateway", "id").GetString());
        Assert.Equal(
            network.GetProperty("id").GetString() + "/subnets/app", App(Prediction.Private).Property("virtualNetworkSubnetId").GetString());
        Assert.True(App(Prediction.Private).Property("outboundVnetRouting", "allTraffic").GetBoolean());
    }

    [BicepFact]
    public void Storage_and_the_vault_then_answer_to_nobody_outside_but_to_whoever_deploys()
    {
        Assert.All(
            Prediction.Private.Of(Account).Concat(Prediction.Private.Of(Vault)),
            one => Assert.Equal("Deny", one.Property("networkAcls", "defaultAction").GetString()));
        Assert.Equal("Disabled", Open(Prediction.Private, Account, "sthost"));
        Assert.Equal("Disabled", Open(Prediction.Private, Account, "stkeys"));
        Assert.Equal("Enabled 203.0.113.7", Open(Prediction.Private, Account, "stleads"));
        Assert.Equal("Enabled 203.0.113.7", Open(Prediction.Private, Vault, "kv-handoff"));
    }

    private static string Open(Prediction prediction, string type, string name)
    {
        var one = prediction.Named(type, name);
        var addresses = one.Property("networkAcls", "ipRules").EnumerateArray().Select(rule => rule.GetProperty("value").GetString());
        return string.Join(' ', addresses.Prepend(one.Property("publicNetworkAccess").GetString()));
    }

    private static JsonElement App(Prediction prediction) => prediction.One("Microsoft.Web/sites");

    private static string Reached(JsonElement endpoint)
    {
        var connection = endpoint.Property("privateLinkServiceConnections")[0];
        var name = connection.Property("privateLinkServiceId").GetString()!.Split('/')[^1];
        return $"{name[..^13].TrimEnd('-')} {connection.Property("groupIds")[0].GetString()}";
    }
}
