using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>A site with a source of every format, whose leads can be looked at.</summary>
internal sealed class VendorSite : IAsyncDisposable
{
    private VendorSite(Site site) => Site = site;

    public Site Site { get; }

    public static async Task<VendorSite> StartAsync(params LeadSource[] sources) =>
        new(await Site.StartAsync(host: services => services.AddSingleton<ISourceCatalog>(new Catalog(sources))));

    public static async Task<VendorSite> StartAsync(Action<IServiceCollection> host, params LeadSource[] sources) =>
        new(await Site.StartAsync(host: services =>
        {
            services.AddSingleton<ISourceCatalog>(new Catalog(sources));
            host(services);
        }));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Site.Client.SendAsync(request);

    /// <summary>The id of the lead that was answered, or null.</summary>
    public static async Task<string?> IdAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("id", out var id) ? id.GetString() : null;

    /// <summary>What is kept of a lead.</summary>
    public async Task<(Handoff.Leads.Lead Lead, LeadRecord Record)> LeadAsync(string id)
    {
        var lead = await Site.Services.GetRequiredService<LeadTurns>().FindAsync(new(id), default);
        var record = await Site.Services.GetRequiredService<LeadVault>().OpenAsync(id, default);
        return (lead!, record!);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    internal sealed class Catalog(LeadSource[] sources) : ISourceCatalog
    {
        private readonly ConcurrentDictionary<string, LeadSource> _sources = new(sources.Select(one => KeyValuePair.Create(one.Name, one)));

        public LeadSource? Find(string name) => _sources.GetValueOrDefault(name);
    }
}
