using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What a rebuild found.</summary>
/// <param name="Streams">How many streams were replayed.</param>
/// <param name="Mended">How many heads were not what their events say.</param>
/// <param name="Rotas">How many rotas were written.</param>
public sealed record RebuildReport(int Streams, int Mended, int Rotas);

/// <summary>Writes every projection anew from the events: heads with their wake-ups, and rotas. While nothing else runs.</summary>
public sealed class LedgerRebuild(IStreamStore streams, IRotaStore rotas)
{
    /// <summary>Rebuilds everything.</summary>
    public async Task<RebuildReport> RebuildAsync(CancellationToken cancellation)
    {
        var count = 0;
        var mended = 0;
        var changes = new List<(Instant At, RotaChange Change)>();
        await foreach (var id in streams.ListAsync(StreamKind.Lead, cancellation))
        {
            var lead = Lead.Unborn;
            var spared = new List<Lead>();
            foreach (var stored in await streams.ReadEventsAsync(new(StreamKind.Lead, id), cancellation))
            {
                var happened = LedgerJson.ReadLeadEvent(stored.Json.Span);
                var next = LeadEvolution.Evolve(lead, happened);
                changes.AddRange(RotaEffects.Of(lead, happened, next).Select(change => (happened.At, change)));
                lead = next;
                // The head may hold any state after which messages only went out.
                if (happened is not MessageSent)
                    spared.Clear();
                spared.Add(lead);
            }

            count++;
            mended += await RewriteAsync(new(StreamKind.Lead, id), [.. spared.Select(LedgerJson.Write)], lead.NextWakeUp, lead.Status.Word(), lead.Status.HasClocks(), cancellation);
        }

        await foreach (var id in streams.ListAsync(StreamKind.Alerts, cancellation))
        {
            var stored = await streams.ReadEventsAsync(new(StreamKind.Alerts, id), cancellation);
            var box = AlertDecider.Replay(stored.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)));
            count++;
            mended += await RewriteAsync(new(StreamKind.Alerts, id), [LedgerJson.Write(box)], box.NextWakeUp, "", isOpen: false, cancellation);
        }

        // The last turns depend on which turn came first.
        var built = changes.OrderBy(one => one.At).Select(one => one.Change).GroupBy(change => change.Team).Select(team => team.Aggregate(Rota.Empty(team.Key), (rota, change) => rota.Apply(change))).ToList();
        await rotas.ReplaceRotasAsync(built, cancellation);
        return new(count, mended, built.Count);
    }

    /// <param name="stream">The stream.</param>
    /// <param name="states">The states that the head may hold, the newest last.</param>
    /// <param name="wakeUp">When it next needs a turn.</param>
    /// <param name="status">The status' word.</param>
    /// <param name="isOpen">Whether it has clocks.</param>
    /// <param name="cancellation">Cancels.</param>
    private async ValueTask<int> RewriteAsync(
        StreamId stream, IReadOnlyList<byte[]> states, Instant? wakeUp, string status, bool isOpen, CancellationToken cancellation)
    {
        var head = await streams.FindAsync(stream, cancellation) ?? throw new InvalidOperationException($"Stream {stream} has events and no head.");
        if (states.Any(state => head.State.Span.SequenceEqual(state)) && head.NextWakeUp == wakeUp)
            return 0;
        if (!await streams.RewriteHeadAsync(head, states[^1], wakeUp, status, isOpen, cancellation))
            throw new InvalidOperationException("Something else writes to the store. Stop the host before a rebuild.");
        return 1;
    }
}
