using System.Security.Cryptography;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Figures;
using Handoff.Service.Processes;
using Handoff.Service.Rows;
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
public sealed class LedgerRebuild(
    IStreamStore streams, IRotaStore rotas, ISnapshotStore snapshots, IEnumerable<IReplayed> processes)
{
    public async Task<RebuildReport> RebuildAsync(CancellationToken cancellation)
    {
        // What was kept was made of the rows as they were.
        await FactSnapshots.DropAsync(snapshots, cancellation);
        var count = 0;
        var mended = 0;
        var changes = new List<(Instant At, RotaChange Change)>();
        var rows = await ReadRowsAsync(cancellation);
        await foreach (var id in streams.ListAsync(StreamKind.Lead, cancellation))
        {
            var lead = Lead.Unborn;
            foreach (var stored in await streams.ReadEventsAsync(new(StreamKind.Lead, id), cancellation))
            {
                var happened = LedgerJson.ReadLeadEvent(stored.Json.Span);
                var next = LeadEvolution.Evolve(lead, happened);
                changes.AddRange(RotaEffects.Of(lead, happened, next).Select(change => (happened.At, change)));
                lead = next;
            }

            count++;
            mended += await RewriteAsync(
                new(StreamKind.Lead, id), LedgerJson.Write(lead), lead.NextWakeUp, LeadRowWriting.Of(lead), rows, cancellation);
        }

        await foreach (var id in streams.ListAsync(StreamKind.Alerts, cancellation))
        {
            var stored = await streams.ReadEventsAsync(new(StreamKind.Alerts, id), cancellation);
            var box = AlertDecider.Replay(stored.Select(one => LedgerJson.ReadAlertEvent(one.Json.Span)));
            count++;
            mended += await RewriteAsync(new(StreamKind.Alerts, id), LedgerJson.Write(box), box.NextWakeUp, row: null, rows, cancellation);
        }

        foreach (var process in processes)
        {
            await foreach (var id in streams.ListAsync(process.Kind, cancellation))
            {
                var stream = new StreamId(process.Kind, id);
                var (state, wakeUp) = process.Replay(await streams.ReadEventsAsync(stream, cancellation));
                count++;
                mended += await RewriteAsync(stream, state, wakeUp, row: null, rows, cancellation);
            }
        }

        // The last turns depend on which turn came first.
        var built = changes.OrderBy(one => one.At).Select(one => one.Change).GroupBy(change => change.Team)
            .Select(team => team.Aggregate(Rota.Empty(team.Key), (rota, change) => rota.Apply(change))).ToList();
        await rotas.ReplaceRotasAsync(built, cancellation);
        return new(count, mended, built.Count);
    }

    /// <summary>A fingerprint of each lead's row.</summary>
    private async ValueTask<Dictionary<string, string>> ReadRowsAsync(CancellationToken cancellation)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in streams.ReadRowsAsync(RowQuery.All, cancellation))
            rows[row.LeadId] = FingerprintOf(row.Bytes);
        return rows;
    }

    private static string FingerprintOf(ReadOnlyMemory<byte> row) => Convert.ToBase64String(SHA256.HashData(row.Span));

    private async ValueTask<int> RewriteAsync(
        StreamId stream, byte[] state, Instant? wakeUp, RowWrite? row, Dictionary<string, string> rows, CancellationToken cancellation)
    {
        var head = await streams.FindAsync(stream, cancellation)
            ?? throw new InvalidOperationException($"Stream {stream} has events and no head.");
        var isRight = row is null || rows.GetValueOrDefault(stream.Id) == FingerprintOf(row.Bytes);
        if (isRight && head.State.Span.SequenceEqual(state) && head.NextWakeUp == wakeUp)
            return 0;
        if (!await streams.RewriteHeadAsync(head, state, wakeUp, row, cancellation))
            throw new InvalidOperationException("Something else writes to the store. Stop the host before a rebuild.");
        return 1;
    }
}
