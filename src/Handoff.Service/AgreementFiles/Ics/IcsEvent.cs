using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Which occurrences of a series an event speaks of that has a <c>RECURRENCE-ID</c>.</summary>
internal enum IcsRange
{
    /// <summary>The one that it names.</summary>
    One,

    /// <summary>That one and all after it.</summary>
    AndFuture,

    /// <summary>That one and all before it (RFC 2445).</summary>
    AndPrior,
}

/// <summary>A rule by which an event recurs, or by which occurrences are left out.</summary>
internal sealed record IcsRule(int Line, string Text);

/// <summary>An event as it is written, as far as it says which days are meant (RFC 5545, section 3.6.1).</summary>
internal sealed record IcsEvent(int Line)
{
    public string Uid { get; init; } = "";

    public string Summary { get; init; } = "";

    public IcsMoment? Start { get; init; }

    public IcsMoment? End { get; init; }

    public Duration? Length { get; init; }

    public ImmutableArray<IcsRule> Rules { get; init; } = [];

    public ImmutableArray<IcsRule> ExceptRules { get; init; } = [];

    public ImmutableArray<IcsMoment> Added { get; init; } = [];

    public ImmutableArray<IcsMoment> Except { get; init; } = [];

    public IcsMoment? Recurrence { get; init; }

    public IcsRange Range { get; init; }

    public int Sequence { get; init; }

    /// <summary>When this was written, as a text that sorts: of two with one <see cref="Sequence"/> the later holds.</summary>
    public string Stamp { get; init; } = "";

    public bool IsCancelled { get; init; }

    /// <summary>Whether it takes no time in a calendar that others see (<c>TRANSP</c>).</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Outlook's own word for how the time is shown, in capitals, or empty.</summary>
    public string ShownAs { get; init; } = "";

    /// <summary>Whether its time is shown as free, or as not certain; Outlook's word wins.</summary>
    public bool IsShownFree => ShownAs is "FREE" or "TENTATIVE" or "WORKINGELSEWHERE" || (IsTransparent && !IsOutOfOffice);

    /// <summary>Whether its time is shown as out of office.</summary>
    public bool IsOutOfOffice => ShownAs == "OOF";

    /// <summary>What the vendor's own mark says, where there is one: whether the event lasts whole days.</summary>
    public bool? IsMarkedAllDay { get; init; }

    /// <summary>The zone that its file names for all its events, or null.</summary>
    public DateTimeZone? FileZone { get; init; }

    /// <summary>How a person finds it in the file.</summary>
    public string Name
    {
        get
        {
            var summary = Summary.Length > 0 ? $"'{ShownText.Quote(Summary)}' " : "";
            return string.Create(CultureInfo.InvariantCulture, $"the event {summary}of line {Line}");
        }
    }

    /// <summary>The zone in which its dates are meant, on a calendar in the given one.</summary>
    public DateTimeZone ZoneOr(DateTimeZone calendar) =>
        Start is { Zone: { } own } && !own.Equals(DateTimeZone.Utc) ? own : FileZone ?? calendar;

    /// <summary>Whether this holds before another that speaks of the same: the later one; of two alike the cancellation.</summary>
    public bool Supersedes(IcsEvent other) =>
        (Sequence.CompareTo(other.Sequence), string.CompareOrdinal(Stamp, other.Stamp)) switch
        {
            (not 0 and var order, _) => order > 0,
            (_, not 0 and var order) => order > 0,
            _ => IsCancelled || !other.IsCancelled,
        };
}
