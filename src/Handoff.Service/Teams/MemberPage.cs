using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Service.Teams;

/// <summary>One rep, as the manager of the team sees them.</summary>
/// <param name="Now">The product's time.</param>
/// <param name="Leads">The open leads that the rep holds or is asked to take.</param>
/// <param name="Others">To whom they can be given, who can act now first.</param>
/// <param name="Forecast">What the absence that was asked about would do; null: none was, or it cannot be read.</param>
/// <param name="WrongField">The field of the absence that cannot be read, or null.</param>
public sealed record MemberPage(
    Person Rep, Team Team, Instant Now, ImmutableArray<BoardRow> Leads, ImmutableArray<RepChoice> Others, AbsenceForecast? Forecast,
    string? WrongField);

/// <summary>What an absence does to the leads of who is away.</summary>
/// <param name="End">Exclusive; null: nobody knows.</param>
/// <param name="Fates">What becomes of each.</param>
public sealed record AbsenceForecast(Instant Start, Instant? End, ImmutableDictionary<LeadId, HeldFate> Fates);

/// <summary>What becomes of a lead whose owner is away.</summary>
/// <param name="GoesTo">Who has it then; null: nobody in person.</param>
/// <param name="Kind">In short.</param>
public sealed record HeldFate(HeldFateKind Kind, string? GoesTo = null)
{
    /// <summary>What became of a lead that the rep had.</summary>
    public static HeldFate Of(Lead lead, PersonId rep, Func<PersonId, string> nameOf) => lead switch
    {
        _ when lead.Owner.Is(rep) => new(lead.UnmetClock?.PausedAt is null ? HeldFateKind.Stays : HeldFateKind.Waits),
        { Owner: { Kind: OwnerKind.Person, Who: { } who } } => new(HeldFateKind.Moves, nameOf(who)),
        _ => new(HeldFateKind.Queue),
    };
}

/// <summary>What becomes of a lead, in short.</summary>
public enum HeldFateKind
{
    /// <summary>It stays with the rep: there is time for it afterwards.</summary>
    Stays,

    /// <summary>It stays with the rep, and its clock stands still.</summary>
    Waits,

    /// <summary>It goes to a colleague.</summary>
    Moves,

    /// <summary>It goes to the manager's queue.</summary>
    Queue,
}
