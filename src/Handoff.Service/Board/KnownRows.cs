using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Board;

/// <summary>A row as it was read.</summary>
/// <param name="Tag">The store's tag of it.</param>
/// <param name="Row">The row.</param>
internal sealed record KnownRow(string Tag, LeadRow Row)
{
    /// <summary>How urgent it is; made once, for thousands are sorted at each look.</summary>
    public Urgency Urgency { get; } = Urgency.Of(Row);
}

/// <summary>
/// Spares whoever looks at many rows again and again to read and parse those that are as they were: the store tells them by their tags.
/// Not safe for use from several threads.
/// </summary>
internal sealed class KnownRows
{
    // With more, their memory is worth more than the time.
    private const int Most = 50_000;

    private Dictionary<string, KnownRow> _known = new(StringComparer.Ordinal);
    private Dictionary<string, KnownRow> _read = new(StringComparer.Ordinal);

    /// <summary>Whether the row is known: for <see cref="RowQuery.IsKnown"/>.</summary>
    public bool IsKnown(string leadId, string tag) => Find(leadId, tag) is not null;

    /// <summary>The row, parsed if it is not known.</summary>
    public KnownRow Read(StoredRow stored)
    {
        var row = Find(stored.LeadId, stored.Tag) ?? new(stored.Tag, LedgerJson.ReadRow(stored.Bytes.Span));
        if (_read.Count < Most)
            _read[stored.LeadId] = row;
        return row;
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

    private KnownRow? Find(string leadId, string tag) =>
        tag.Length > 0 && _known.TryGetValue(leadId, out var known) && known.Tag == tag ? known : null;
}
