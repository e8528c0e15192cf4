using Azure.Core;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Hosting;
using HandoffFunctions.Tests.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HandoffFunctions.Tests;

/// <summary>The agreement is read from its container at start and when it changes (design section 4).</summary>
public sealed class AgreementTests
{
    private readonly string _name = $"t{Guid.NewGuid():N}"[..20];

    [AzuriteFact]
    public async Task An_app_without_an_agreement_does_not_start_and_says_what_to_do()
    {
        using var app = await AppAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("Publish one, docs/deploy.md tells how", refused.Message, StringComparison.Ordinal);
        Assert.Contains("agreement.yaml:1:1: the file is missing", refused.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task A_key_with_a_default_in_the_file_is_refused_where_its_variable_is_not_set()
    {
        await PublishAsync(Deployment.Sample());
        using var app = await AppAsync(settings => settings["HANDOFF_WEBSITE_KEY"] = null);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Matches("sources.yaml:[0-9]+:[0-9]+: on this host a key comes from a variable", refused.Message);
    }

    [AzuriteFact]
    public async Task A_change_is_in_force_at_the_next_look()
    {
        await PublishAsync(Deployment.Sample());
        using var app = await AppAsync();
        await app.StartAsync();

        await PublishAsync(Deployment.Sample(people => people.Replace("Anna Greco", "Anna Bianchi", StringComparison.Ordinal)));
        await app.Services.GetRequiredService<AgreementKeeping>().LookAsync(default);

        Assert.Equal("Anna Bianchi", Company(app).Staff.FindByAddress("anna.greco@acme.example")?.Name);
        await app.StopAsync();
    }

    [AzuriteFact]
    public async Task A_look_that_finds_nothing_new_takes_one_request()
    {
        await PublishAsync(Deployment.Sample());
        var wire = new Outage();
        using var app = await AppAsync(wire: wire);
        await app.StartAsync();
        var keeping = app.Services.GetRequiredService<AgreementKeeping>();
        await keeping.LookAsync(default);
        wire.Take();

        await keeping.LookAsync(default);

        Assert.Equal(1, wire.Take());
        await app.StopAsync();
    }

    [AzuriteFact]
    public async Task A_published_mistake_leaves_the_last_good_one_in_force_also_for_an_instance_that_starts_then()
    {
        await PublishAsync(Deployment.Sample());
        using var first = await AppAsync();
        await first.StartAsync();
        await PublishAsync(Deployment.Sample(people => people.Replace("manager:", "manger:", StringComparison.Ordinal)));

        await first.Services.GetRequiredService<AgreementKeeping>().LookAsync(default);
        using var second = await AppAsync();
        await second.StartAsync();

        Assert.All([first, second], app =>
        {
            Assert.Contains(Company(app).Refused, mistake => mistake.ToString().Contains("'manger'", StringComparison.Ordinal));
            Assert.NotNull(Company(app).Staff.Team("italy"));
        });
        await first.StopAsync();
        await second.StopAsync();
    }

    [AzuriteFact]
    public async Task What_is_published_over_one_that_asks_for_signatures_is_a_proposal_of_every_instance_until_both_heads_signed()
    {
        await PublishAsync(Signed("2026-12", "5m"));
        using var first = await AppAsync();
        await first.StartAsync();

        await PublishAsync(Signed("2027-01", "10m"));
        await first.Services.GetRequiredService<AgreementKeeping>().LookAsync(default);
        using var second = await AppAsync();
        await second.StartAsync();

        Assert.All([first, second], app =>
            Assert.Equal(("2026-12", "2027-01"), (Company(app).Agreement.Version, Company(app).Proposed?.Agreement.Version)));
        var (marketing, sales) = (Company(first).Agreement.SignedByMarketing, Company(first).Agreement.SignedBySales);
        Assert.Equal([marketing, sales], await MissingAsync(second));
        var content = (await first.Services.GetRequiredService<ProposalBook>().FindCurrentAsync(default))!.Content;
        await first.Services.GetRequiredService<Proposals>().SignAsync(sales, content, default);
        Assert.Equal([marketing], await MissingAsync(second));
        await second.Services.GetRequiredService<Proposals>().SignAsync(marketing, content, default);
        Assert.Empty(await MissingAsync(first));
        // It acts from the next midnight.
        Assert.Equal("2026-12", Company(first).Agreement.Version);
        await first.StopAsync();
        await second.StopAsync();
    }

    [AzuriteFact]
    public async Task A_file_that_was_taken_out_of_the_folder_is_taken_out_of_the_container()
    {
        var published = await PublishedAsync();
        await PublishAsync(Deployment.Sample());
        var files = Deployment.Sample(people => people.Replace("    holidays: [holidays-it.ics]\n", "", StringComparison.Ordinal));
        files.Remove("holidays-it.ics");

        await PublishAsync(files);

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), (await published.ReadAsync(default)).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("HANDOFF_PUBLIC_URL")]
    [InlineData("HANDOFF_ADMIN_KEY")]
    [InlineData("AzureWebJobsStorage")]
    public void A_setting_that_is_missing_is_named(string name)
    {
        var settings = Deployment.Settings("UseDevelopmentStorage=true", "agreement");
        settings[name] = null;

        var refused = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddHandoff(settings));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Signed(string version, string within)
    {
        var files = Deployment.Sample();
        files["agreement.yaml"] = files["agreement.yaml"]
            .Replace("agreement: 2026-11", $"agreement: {version}\nsigning: required", StringComparison.Ordinal)
            .Replace("within: 5m,", $"within: {within},", StringComparison.Ordinal);
        return files;
    }

    private static async Task<IEnumerable<PersonId>> MissingAsync(IHost app) =>
        (await app.Services.GetRequiredService<ProposalReading>().CurrentAsync(Language.En, default))!.Signers
            .Where(one => one.SignedAt is null).Select(one => one.Who);

    private async Task<IHost> AppAsync(Action<IConfiguration>? change = null, Outage? wire = null)
    {
        void Watch(ClientOptions client) => client.AddPolicy(wire ?? new(), HttpPipelinePosition.PerCall);
        var settings = Deployment.Settings((await Azurite.Shared).ConnectionString, _name);
        change?.Invoke(settings);
        return new HostBuilder().ConfigureServices(services =>
        {
            services.AddHandoff(settings);
            services.AddSingleton<IConfiguration>(settings);
            services.AddSingleton(
                new PublishedAgreement(new() { ConnectionString = settings["AzureWebJobsStorage"], Configure = Watch }, _name));
            services.AddSingleton(provider => AzureTablesStore.Make(
                new() { ConnectionString = settings["AzureWebJobsStorage"], Prefix = _name, Configure = Watch },
                    provider.GetRequiredService<NodaTime.IClock>()));
        }).Build();
    }

    private async Task<PublishedAgreement> PublishedAsync() =>
        new(new() { ConnectionString = (await Azurite.Shared).ConnectionString }, _name);

    private async Task PublishAsync(Dictionary<string, string> files) => await (await PublishedAsync()).PublishAsync(files, default);

    private static CompanyInForce Company(IHost app) => app.Services.GetRequiredService<CompanyInForce>();
}
