using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Board;

/// <summary>
/// Spares whoever looks at many rows again and again to parse those that are as they were. A row is known by its bytes, so it is always
/// what the store says. Not safe for use from several threads.
/// </summary>
internal sealed class KnownRows
{
    // With more, their memory is worth more than the time.
    private const int Most = 50_000;

    private Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private Dictionary<string, Known> _read = new(StringComparer.Ordinal);

    private readonly record struct Known(ReadOnlyMemory<byte> Bytes, LeadRow Row);

    /// <summary>The row, parsed if it is not known.</summary>
    public LeadRow Read(StoredRow stored)
    {
        var row = _known.TryGetValue(stored.LeadId, out var known) && known.Bytes.Span.SequenceEqual(stored.Bytes.Span)
            ? known : new(stored.Bytes, LedgerJson.ReadRow(stored.Bytes.Span));
        if (_read.Count < Most)
            _read[stored.LeadId] = row;
        return row.Row;
    }

    /// <summary>Whether the last look that ended read a row of the lead.</summary>
    public bool Has(string leadId) => _known.ContainsKey(leadId);

    /// <summary>Ends a look: rows that it did not read are forgotten.</summary>
    /// <remarks>
    /// The room is used again: one for thousands of rows is so large that the runtime collects everything to have another.
    /// </remarks>
    public void KeepRead()
    {
        (_known, _read) = (_read, _known);
        _read.Clear();
    }
}
