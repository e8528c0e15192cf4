using System.Collections.Immutable;
using Handoff.Calendars;

namespace Handoff.People;

/// <summary>What a person may do and is told.</summary>
public enum Role
{
    /// <summary>Takes leads; named under <c>reps</c> of a team.</summary>
    Rep,

    /// <summary>Answers for a team: gets alerts, may take, assign and snooze.</summary>
    Manager,

    /// <summary>Of the sales side: its head or a director.</summary>
    Sales,

    /// <summary>Of the marketing side: is told of every lead that comes back.</summary>
    Marketing,
}

/// <summary>A time in which a person is away. Half-open [Start, End); an absence entered without an end has none.</summary>
/// <param name="Start">The first instant away.</param>
/// <param name="End">The first instant at which the person is back; null: not known.</param>
public sealed record Absence(NodaTime.Instant Start, NodaTime.Instant? End)
{
    /// <summary>Whether the person's own calendar tells it, rather than the files or somebody.</summary>
    public bool IsFromCalendar { get; init; }

    /// <summary>Whether the person is away at <paramref name="at"/>.</summary>
    public bool Covers(NodaTime.Instant at) => Start <= at && (End is not { } end || at < end);
}

/// <summary>A person of the company who gets mail or takes leads.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    /// <summary>Where mail reaches this person: as <see cref="Normal"/> writes it. Never stored but in the directory.</summary>
    public required string Address { get; init; }

    /// <summary>The name that others read.</summary>
    public required string Name { get; init; }

    /// <summary>The person's role. A rep who is also listed under <c>people</c> has the role given there.</summary>
    public required Role Role { get; init; }

    /// <summary>The language of what is sent to this person.</summary>
    public required Language Language { get; init; }

    /// <summary>When this person works, and is written to.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>
    /// Times away: <c>away</c> in the files, what people said by link or API, and what their own calendars tell, in order of their start.
    /// </summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>The person's own calendar, from which absences are read, or null.</summary>
    public BusyCalendar? Busy { get; init; }

    /// <summary>
    /// Returns an address as people are found by it: trimmed and lower-cased. An address under <c>reps</c> and once under
    /// <c>people</c> is one person (design section 4).
    /// </summary>
    public static string Normal(string address) => address.Trim().ToLowerInvariant();

    /// <summary>The absence that covers <paramref name="at"/>, or null.</summary>
    public Absence? AbsenceAt(NodaTime.Instant at)
    {
        foreach (var absence in Absences)
        {
            if (absence.Covers(at))
                return absence;
        }

        return null;
    }
}
