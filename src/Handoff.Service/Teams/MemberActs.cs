using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Teams;

/// <summary>What was done to a lead of a rep.</summary>
/// <param name="Fate">What became of it.</param>
public sealed record HeldDone(LeadId Lead, LeadTitle Title, HeldFate Fate);

/// <summary>What a manager does for a rep of the team: notes an absence, or gives several leads to somebody else at once.</summary>
public sealed class MemberActs(
    MemberReading members, PeopleAbsence absences, LeadTurns turns, LeadTitles titles, CompanyInForce company, IClock clock)
{
    /// <summary>
    /// Notes that the rep is away or back, and lets each lead that the rep has take its turn, so that what moved can be told at once.
    /// </summary>
    /// <returns>The leads that the rep had, or the field that cannot be read.</returns>
    public async Task<(ImmutableArray<HeldDone> Leads, string? Wrong)> NoteAsync(
        Viewer viewer, Person rep, AbsenceReport report, CancellationToken cancellation)
    {
        var held = await members.HeldAsync(rep.Id, cancellation);
        if (await absences.NoteOwnAsync(rep, report, cancellation) is { } invalid)
            return ([], invalid.Field);
        // Of an absence that begins later, each lead is looked at when it begins.
        if (report.Action != "away" || absences.Read(rep, report).From > clock.GetCurrentInstant())
            return ([], null);
        var done = ImmutableArray.CreateBuilder<HeldDone>();
        foreach (var row in held)
        {
            var turn = await turns.DecideAsync(row.Id, new TakeTurn(), cancellation);
            done.Add(await DoneAsync(viewer, rep.Id, row.Id, turn.Lead, cancellation));
        }

        return (done.ToImmutable(), null);
    }

    /// <summary>Gives leads of the rep to somebody else, as the manager does one by one.</summary>
    /// <param name="to">A rep, by id; null or unknown: nothing is done.</param>
    /// <param name="leads">Those that are to be given; of what the rep does not hold any more nothing is changed.</param>
    /// <returns>What became of each; null: there is no such rep to give them to.</returns>
    public async Task<ImmutableArray<HeldDone>?> GiveAsync(
        Viewer viewer, Person rep, string? to, IReadOnlySet<string> leads, CancellationToken cancellation)
    {
        if (viewer.Person is not { } manager || to is null || company.Staff.Find(new(to)) is not { } taker
            || company.Staff.TeamOf(taker.Id) is null || taker.Id == rep.Id)
            return null;
        var done = ImmutableArray.CreateBuilder<HeldDone>();
        foreach (var row in (await members.HeldAsync(rep.Id, cancellation)).Where(row => leads.Contains(row.Id.Value)))
        {
            var turn = await turns.DecideAsync(row.Id, new AssignLead(manager.Id, taker.Id), cancellation);
            done.Add(await DoneAsync(viewer, rep.Id, row.Id, turn.Lead, cancellation));
        }

        return done.ToImmutable();
    }

    private async Task<HeldDone> DoneAsync(Viewer viewer, PersonId rep, LeadId id, Lead? lead, CancellationToken cancellation) => new(
        id, await titles.OfAsync(id.Value, cancellation),
        lead is null ? new(HeldFateKind.Stays) : HeldFate.Of(lead, rep, who => company.NameOf(who, viewer.Language)));
}
