using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;

namespace Handoff.Board;

/// <summary>
/// Which leads somebody may see: reps their own, managers their teams', the two heads who sign the agreement everything,
/// marketing what came back. Judged by the people and the agreement in force at each look, so that whoever leaves the files sees nothing
/// from then on.
/// </summary>
public sealed record Sight
{
    /// <summary>Who looks; <see cref="PersonId.Nobody"/> of who is no person of the files (the machine that runs the product).</summary>
    public required PersonId Who { get; init; }

    /// <summary>Whether every lead is seen.</summary>
    public required bool IsEverything { get; init; }

    /// <summary>The teams whose leads are seen: those that the person manages, stands in for or directs.</summary>
    public required ImmutableHashSet<string> Teams { get; init; }

    /// <summary>
    /// Whether the queue of returned leads is seen, of all teams and without who in sales had them: of the marketing side.
    /// </summary>
    public bool SeesReturned { get; init; }

    /// <summary>Whether the person answers for a team, or for everything: sees loads, absences, and what waits to be delivered.</summary>
    public bool Manages => IsEverything || !Teams.IsEmpty;

    /// <summary>Whether the personal data of a lead may be erased on its page: of the two heads, and of the machine itself.</summary>
    public bool Erases => IsEverything;

    /// <summary>What the machine that runs the product sees: everything.</summary>
    public static Sight Everything { get; } = new() { Who = PersonId.Nobody, IsEverything = true, Teams = [] };

    /// <summary>What a person sees.</summary>
    /// <param name="staff">The people in force.</param>
    /// <param name="agreement">The agreement in force, which the two heads sign.</param>
    public static Sight Of(PersonId person, Staff staff, Agreement agreement) => new()
    {
        Who = person,
        IsEverything = person == agreement.SignedBySales || person == agreement.SignedByMarketing,
        Teams = [.. staff.Teams.Where(team => person == team.Manager || person == team.Deputy || person == team.Director)
            .Select(team => team.Name)],
        SeesReturned = staff.Find(person) is { Role: Role.Marketing },
    };

    /// <summary>Whether the leads of a team are seen.</summary>
    public bool SeesTeam(string team) => IsEverything || Teams.Contains(team);

    /// <summary>
    /// Whether a lead is seen. A rep's own are those that the rep holds or is asked to take, and those that ended in the rep's hands; what
    /// has moved on to somebody else is no longer theirs.
    /// </summary>
    public bool Sees(LeadRow lead) => SeesTeam(lead.Team)
        || lead.Owner.Is(Who)
        || lead.Asked.Contains(Who)
        || (!lead.HasClocks && lead.LastOwner == Who);

    /// <summary>
    /// Whether a lead stands in lists: what is seen, and of marketing what came back or is held back. Of what is listed and not seen, no
    /// list tells who in sales had it.
    /// </summary>
    public bool Lists(LeadRow lead) => Sees(lead) || (SeesReturned && lead.Status is LeadStatus.Returned or LeadStatus.Quarantined);

    /// <inheritdoc cref="Sees(LeadRow)"/>
    public bool Sees(Lead lead) => Sees(LeadRow.Of(lead));
}
