using Handoff.News;

namespace Handoff.Service.News;

/// <summary>Keeps which deals a CRM says have changed, until they are read. The CRM has its answer before.</summary>
public sealed class DealIntake(ChannelTurns channels)
{
    /// <summary>Whether all are kept; else too many wait, and the CRM is to tell them again.</summary>
    /// <exception cref="Storage.StoreUnavailableException">The store cannot write; nothing is known to be kept.</exception>
    public async Task<bool> TakeAsync(Channel channel, IEnumerable<string> deals, CancellationToken cancellation)
    {
        var all = true;
        foreach (var part in deals.GroupBy(deal => ChannelTurns.StreamOf(channel.Name, deal)))
        {
            var state = await channels.AskAsync(part.Key, new ChannelCommand.TakeDeals([.. part]), cancellation);
            all &= state.Deals.Length <= CrmChannel.MostDeals && part.All(deal => state.Deals.Any(waiting => waiting.Deal == deal));
        }

        return all;
    }
}
