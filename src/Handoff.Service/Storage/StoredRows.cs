using Handoff.Rows;
using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>The row of a lead as a turn writes it.</summary>
/// <param name="Shelf">Where it stands from now on.</param>
/// <param name="ReceivedAt">When the lead was stored; every turn of a lead says the same.</param>
/// <param name="ChangedAt">When its last event happened.</param>
/// <param name="Bytes">The row, UTF-8 JSON; the store does not look into it.</param>
public sealed record RowWrite(LeadShelf Shelf, Instant ReceivedAt, Instant ChangedAt, ReadOnlyMemory<byte> Bytes);

/// <summary>The row of a lead as it is read.</summary>
/// <param name="LeadId">The lead's id.</param>
/// <param name="Bytes">The row, UTF-8 JSON; empty where the reader knows it (<see cref="RowQuery.IsKnown"/>).</param>
/// <param name="Cursor">Continues after this row, for <see cref="RowQuery.After"/>.</param>
/// <param name="Tag">Another after every write of the row; empty: the store does not tell.</param>
public readonly record struct StoredRow(string LeadId, ReadOnlyMemory<byte> Bytes, string Cursor, string Tag = "");

/// <summary>Which rows are read.</summary>
public sealed record RowQuery
{
    /// <summary>All rows.</summary>
    public static RowQuery All { get; } = new();

    /// <summary>The rows of leads with clocks.</summary>
    public static RowQuery WithClocks { get; } = new() { Shelves = LeadShelves.WithClocks };

    /// <summary>On these shelves.</summary>
    public IReadOnlyList<LeadShelf> Shelves { get; init; } = LeadShelves.All;

    /// <summary>Received at or after; null: any time.</summary>
    public Instant? ReceivedFrom { get; init; }

    /// <summary>Received before; null: any time.</summary>
    public Instant? ReceivedBefore { get; init; }

    /// <summary>Changed at or after; null: any time.</summary>
    public Instant? ChangedFrom { get; init; }

    /// <summary>The <see cref="StoredRow.Cursor"/> after which to continue; null: from the beginning.</summary>
    public string? After { get; init; }

    /// <summary>
    /// Whether the reader has the row of a lead under a tag: a store may leave such a row's bytes out; null: all come with their bytes.
    /// </summary>
    public Func<string, string, bool>? IsKnown { get; init; }
}
