using System.Runtime.CompilerServices;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Rows;

public sealed class LeadRowReading(IStreamStore streams)
{
    /// <summary>The rows that are asked for, the lead received last first.</summary>
    public async IAsyncEnumerable<LeadRow> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var stored in streams.ReadRowsAsync(query, cancellation))
            yield return LedgerJson.ReadRow(stored.Bytes.Span);
    }
}
