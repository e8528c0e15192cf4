using Handoff.AzureTables;
using Handoff.Service.Storage;
using Handoff.Stores.Tests.Contract;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>How a host gets the cloud store.</summary>
[NeedsAzurite]
public sealed class RegistrationTests
{
    [StoreFact]
    public async Task Every_port_is_registered_and_the_tables_are_there_when_the_host_has_started()
    {
        var azurite = await Azurite.Shared;
        var host = new HostBuilder().ConfigureServices(services => services
            .AddSingleton<IClock>(new FakeClock(Given.At))
            .AddAzureTablesStore(new() { ConnectionString = azurite.ConnectionString, Prefix = Wire.NewPrefix() })).Build();
        using var running = host;
        await host.StartAsync();

        Assert.Null(await host.Services.GetRequiredService<IStreamStore>().FindAsync(Given.Lead("a"), default));
        Assert.NotNull(host.Services.GetRequiredService<ILookupStore>());
        Assert.NotNull(host.Services.GetRequiredService<IRotaStore>());
        Assert.NotNull(host.Services.GetRequiredService<ILeadKeyStore>());
        Assert.NotNull(host.Services.GetRequiredService<IMailCopyStore>());
        Assert.NotNull(host.Services.GetRequiredService<IFactStore>());
        await host.StopAsync();
    }

    [StoreFact]
    public async Task What_one_instance_protects_another_one_reads()
    {
        var options = new AzureTablesOptions { ConnectionString = (await Azurite.Shared).ConnectionString, Prefix = Wire.NewPrefix() };

        var text = Protector(options).Protect("offer 1");

        Assert.Equal("offer 1", Protector(options).Unprotect(text));
    }

    [Fact]
    public void A_store_without_an_account_is_refused_with_what_is_missing()
    {
        var refused = Assert.Throws<ArgumentException>(() => AzureTablesStore.Make(new(), new FakeClock(Given.At)));

        Assert.Contains("credential", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("ABC")]
    public void A_prefix_that_no_table_can_have_is_refused(string prefix) => Assert.Throws<ArgumentException>(
        () => AzureTablesStore.Make(new() { ConnectionString = "UseDevelopmentStorage=true", Prefix = prefix }, new FakeClock(Given.At)));

    private static IDataProtector Protector(AzureTablesOptions options)
    {
        var services = new ServiceCollection();
        services.AddAzureDataProtection(options);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("links");
    }
}
