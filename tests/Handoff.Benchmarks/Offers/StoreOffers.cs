using Handoff.Benchmarks.Hosting;
using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace Handoff.Benchmarks.Offers;

/// <summary>
/// Finds in the host's store which offers were mailed, and makes the link that stands in such an e-mail with the host's own keys: asking
/// the mailbox would cost the host the opening of every message, which is no part of a handoff.
/// </summary>
internal sealed class StoreOffers : IOffers, IDisposable
{
    private readonly StoreGauge _gauge;
    private readonly ServiceProvider _services;
    private readonly ILinkProtector _links;
    private long _seen;

    public StoreOffers(HostProcess host, StoreGauge gauge)
    {
        var services = new ServiceCollection();
        services.AddHandoffLinks(new DirectoryInfo(Path.Combine(host.Data, "link-keys")));
        _services = services.BuildServiceProvider();
        (_gauge, _links, _seen) = (gauge, _services.GetRequiredService<ILinkProtector>(), gauge.Messages);
    }

    public Task<IReadOnlyList<(string Lead, string Path)>> NewAsync(CancellationToken cancellation)
    {
        var expires = TimeProvider.System.GetUtcNow().ToInstant() + Duration.FromDays(1);
        List<(string, string)> offers = [];
        foreach (var (number, lead, rep) in _gauge.OffersAfter(_seen))
        {
            _seen = number;
            offers.Add((lead, "/r/" + _links.Protect(new(LinkPurpose.Offer, new(rep), new LeadId(lead), 1, expires))));
        }

        return Task.FromResult<IReadOnlyList<(string, string)>>(offers);
    }

    public void Dispose() => _services.Dispose();
}
