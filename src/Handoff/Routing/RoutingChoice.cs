using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>
/// What the routing found about one rep. The first that applies, in the order: not in staff, holds it now, declined or lapsed, absent,
/// other language, at capacity, off shift, at quota; who is off shift without an end has no day.
/// </summary>
public enum Verdict
{
    /// <summary>Gets the lead (claim: is named in the offer).</summary>
    Chosen,

    /// <summary>The rep was eligible; another rep got the lead.</summary>
    Eligible,

    /// <summary>Away: now if their calendar is open, else for the whole of their next shift.</summary>
    Absent,

    /// <summary>Others (or, for the queue, the manager) are at work now or earlier.</summary>
    OffShift,

    /// <summary>Holds as many leads as they can.</summary>
    AtCapacity,

    /// <summary>Has had what the rota gives on that day; the next day counts anew.</summary>
    AtQuota,

    /// <summary>Does not speak the lead's language.</summary>
    OtherLanguage,

    DeclinedOrLapsed,

    /// <summary>Holds the lead at present.</summary>
    HoldsItNow,

    /// <summary>No longer takes leads: not in the files, or a rep of no team.</summary>
    NotInStaff,
}

/// <summary>One rep as the routing saw them: enough to explain the choice later from the ledger alone (promise 5).</summary>
/// <param name="Load">Leads held at the time; of an existing owner in another team 0, since only the lead's own team's rota is
/// asked.</param>
/// <param name="Capacity">How many they can hold, or null for no limit.</param>
/// <param name="CreditBefore">The credit with which they went into the turn, after gaps were narrowed and before their weight was
/// added.</param>
/// <param name="OnShiftAt">When not on shift now: when they next are, absences left out; of who has reached a quota, when they next are on
/// another day; null when on shift or when not known.</param>
public sealed record Considered(PersonId Rep, Verdict Verdict, int Load, int? Capacity, int Weight, int CreditBefore, Instant? OnShiftAt)
{
    /// <summary>The quota of the day, of who has reached it.</summary>
    public DayQuota? Quota { get; init; }
}

/// <summary>The result of a choice, with every rep that was considered. It is kept in the ledger.</summary>
public sealed record RoutingChoice
{
    /// <summary>
    /// The team that has the lead from now on, whose rota the deltas are for: the requested one, or the existing owner's.
    /// </summary>
    public required string Team { get; init; }

    /// <summary>Who gets it. Empty: nobody is eligible. In claim mode up to 40, who waited longest first.</summary>
    public required ImmutableArray<PersonId> Chosen { get; init; }

    /// <summary>How <see cref="Team"/> shares its leads. An existing owner is asked alone, whatever the strategy.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>Whether the company's existing owner went before the strategy.</summary>
    public required bool ByExistingOwner { get; init; }

    /// <summary>Whether those chosen are on shift now, rather than the next to come.</summary>
    public required bool OnShiftNow { get; init; }

    /// <summary>
    /// Who answers for the team's queue and is at work before any rep who could take the lead; null: the queue did not go before a rep.
    /// </summary>
    public PersonId? KeptBy { get; init; }

    /// <summary>When <see cref="KeptBy"/> is next at work; null: is now.</summary>
    public Instant? KeptFrom { get; init; }

    /// <summary>Every rep of the requested team in the order of the file, after an existing owner who is not among them.</summary>
    public required ImmutableArray<Considered> Considered { get; init; }

    /// <summary>Credits and the turn, to apply to the team's rota. Their load is 0: it follows from who holds the lead.</summary>
    public required ImmutableArray<RotaDelta> Deltas { get; init; }

    /// <summary>The credit that the chosen one paid for the lead: the sum of the weights of those eligible; 0 if none.</summary>
    public required int Cost { get; init; }

    /// <summary>
    /// What makes it as if this turn had not been taken, for a lead that was not the rep's fault, was returned as bad, or was reassigned
    /// before it was seen (design section 6): the chosen one has back what they paid, and the others what they were credited for being
    /// passed over. So no team's sum of credits drifts. The lead no longer counts for the day's quota either. Apply it at most once, to
    /// the rota of <see cref="Team"/>, without taking a turn.
    /// </summary>
    public ImmutableArray<RotaDelta> CreditBack()
    {
        var count = 0;
        foreach (var delta in Deltas)
            count += IsGivenBack(delta) ? 1 : 0;
        var back = new RotaDelta[count];
        var next = 0;
        foreach (var delta in Deltas)
        {
            if (IsGivenBack(delta))
                back[next++] = new(delta.Rep, 0, -delta.Credit, GotTurn: false) { Today = delta.Today?.Reversed() };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(back);
    }

    private static bool IsGivenBack(RotaDelta delta) => delta.Credit != 0 || delta.Today is not null;
}
