using System.Collections.Immutable;

namespace Handoff.Qualification.Columns;

/// <summary>How a column of a table came to its field.</summary>
public enum ColumnRole
{
    /// <summary>The person who imports the file named it.</summary>
    Said,

    /// <summary>The source's own <c>map</c> says so.</summary>
    Mapped,

    /// <summary>Its header spells a field that Handoff knows.</summary>
    Known,

    /// <summary>Its header spells a known field that another column holds: it stands in where that one is blank, else it is kept.</summary>
    StandsIn,

    /// <summary>Kept as a form field of its own name.</summary>
    Kept,

    /// <summary>Not sent: nothing reads it. An export of a CRM has hundreds of such columns, and a lead at most 200 fields.</summary>
    NotUsed,

    /// <summary>Not sent: it has no header, or an earlier import wrote it.</summary>
    LeftOut,
}

/// <summary>What becomes of one column.</summary>
/// <param name="Place">From 0, as in the file.</param>
/// <param name="Header">As written, trimmed.</param>
/// <param name="Role">How it came to its field.</param>
/// <param name="Posted">The name under which its values go to the intake; empty when it is left out.</param>
/// <param name="Field">Our field that it becomes; of one that stands in, the field of the other column.</param>
public sealed record PlannedColumn(int Place, string Header, ColumnRole Role, string Posted, string Field)
{
    /// <summary>Whether its values go to the intake.</summary>
    public bool IsSent => Role is not (ColumnRole.LeftOut or ColumnRole.NotUsed);

    /// <summary>Whether the source gives this field a fixed value, which wins.</summary>
    public bool IsOverruled { get; init; }
}

/// <summary>A column that the person who imports the file assigns to one of our fields.</summary>
/// <param name="Field">Our name.</param>
public sealed record SaidColumn(string Field, string Header);

/// <summary>How the columns of a table are understood.</summary>
public abstract record ColumnPlan
{
    private ColumnPlan()
    {
    }

    /// <summary>Every column has its place.</summary>
    public sealed record Understood(ImmutableArray<PlannedColumn> Columns) : ColumnPlan;

    /// <summary>Something has to be said first; each mistake says what to do.</summary>
    public sealed record Refused(ImmutableArray<string> Mistakes) : ColumnPlan;
}
