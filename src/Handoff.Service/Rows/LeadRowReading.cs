using System.Runtime.CompilerServices;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Rows;

public sealed class LeadRowReading(IStreamStore streams)
{
    /// <summary>How much later than its event a turn may be written, and how far clocks may be apart.</summary>
    private static readonly Duration Overlap = Duration.FromMinutes(2);

    /// <summary>The rows that are asked for, the lead received last first.</summary>
    public async IAsyncEnumerable<LeadRow> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in streams.ReadRowsAsync(query, cancellation))
            yield return LedgerJson.ReadRow(stored.Bytes.Span);
    }

    /// <summary>The rows that may have changed since a reading; some that have not are among them.</summary>
    /// <param name="since">The product's time at which that reading began; null: there was none, and all are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public IAsyncEnumerable<LeadRow> ReadChangedAsync(Instant? since, CancellationToken cancellation) =>
        ReadAsync(RowQuery.All with { ChangedFrom = since - Overlap }, cancellation);
}
