using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>One rep while a choice is being made.</summary>
internal sealed class Candidate(Rep rep, RotaEntry entry)
{
    public Rep Rep => rep;

    public RotaEntry Entry => entry;

    /// <summary>Leads held. A store may apply a release before its reservation, so it may be below zero for a moment.</summary>
    public int Load => Math.Max(0, Entry.Load);

    /// <summary>The credit on which this turn is decided, without the weight.</summary>
    public int Credit { get; set; } = entry.Credit;

    /// <summary>What this turn adds to the credit.</summary>
    public int Change { get; set; }

    public Verdict Verdict { get; set; } = Verdict.Eligible;

    /// <summary>What the rota may still give on the day on which the lead would reach the rep; null: no limit.</summary>
    public DayQuota? Quota { get; private set; }

    /// <summary>What the lead counts for the quota.</summary>
    public DayTally? Counts => Quota is { } quota ? new(quota.Day, 1) : null;

    /// <summary>When the rep can begin to look at the lead: now when on shift, else at the next opening; null: not known.</summary>
    public Instant? TakesAt { get; private set; }

    public Considered AsConsidered(Instant now) => new(
        Rep.Id, Verdict, Load, Rep.Capacity, Rep.Weight, Credit, TakesAt is { } at && at > now ? at : null)
    {
        Quota = Verdict == Verdict.AtQuota ? Quota : null,
    };

    /// <summary>
    /// What keeps the rep from this lead, whoever else there is; <see cref="Verdict.Eligible"/> when nothing does. An existing owner is not
    /// kept from it by language, capacity or quota: the company knows them.
    /// </summary>
    public Verdict Judge(in RoutingRequest request, bool asOwner)
    {
        if (request.Staff.Find(Rep.Id) is not { } person)
            return Verdict.NotInStaff;

        TakesAt = Shifts.NextOnShift(person, request.Now);
        if (request.NotTo == Rep.Id)
            return Verdict.HoldsItNow;
        if (request.Excluded.Contains(Rep.Id))
            return Verdict.DeclinedOrLapsed;
        if (MissesNextShift(person, request.Now))
            return Verdict.Absent;
        if (!asOwner && !Speaks(Rep.Languages, request.Language))
            return Verdict.OtherLanguage;
        if (!asOwner && Rep.Capacity is { } capacity && Load >= capacity)
            return Verdict.AtCapacity;
        return TakesAt is { } at ? JudgeDay(request, person, at, asOwner) : Verdict.OffShift;
    }

    private Verdict JudgeDay(in RoutingRequest request, Person person, Instant at, bool asOwner)
    {
        // Who claims is not given anything.
        Quota = request.Team.Strategy == Strategy.Claim ? null : DayQuota.Of(Rep, person, Entry, at);
        if (asOwner || Quota is not { IsFull: true } full)
            return Verdict.Eligible;
        TakesAt = full.NextDay(person);
        return Verdict.AtQuota;
    }

    /// <summary>
    /// Whether an absence keeps the rep from the lead: it covers now while the calendar is open, or the whole of the next shift while it is
    /// closed. So leave that ends on a Sunday does not count on that Sunday's evening, and leave that begins on the Monday does.
    /// </summary>
    private bool MissesNextShift(Person person, Instant now)
    {
        if (person.Absences.IsEmpty)
            return false;
        if (person.Calendar.IsOpen(now))
            return person.AbsenceAt(now) is not null;
        if (person.Calendar.NextOpening(now) is not { } opening || TakesAt == opening)
            return false;
        return TakesAt is not { } back || (person.Calendar.NextClosing(opening) is { } closing && back >= closing);
    }

    /// <summary>
    /// Returns whether the rep speaks the language. A rep without listed languages speaks any, and any rep understands a lead of unknown
    /// language.
    /// </summary>
    private static bool Speaks(ImmutableArray<string> languages, string? wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted) || languages.IsDefaultOrEmpty)
            return true;

        var language = wanted.AsSpan().Trim();
        var region = language.IndexOfAny('-', '_');
        if (region >= 0)
            language = language[..region];
        foreach (var spoken in languages)
        {
            if (language.Equals(spoken, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
