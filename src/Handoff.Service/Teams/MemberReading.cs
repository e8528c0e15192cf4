using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Routing;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.People;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Teams;

/// <summary>Reads one rep of a team for who answers for it: the leads that the rep holds, and what an absence would do to them.</summary>
public sealed class MemberReading(
    OpenHandoffs handoffs, BoardReading board, LeadTurns turns, IRotaStore rotas, CompanyInForce company, LinkChoosing choosing,
    PeopleAbsence absences, IClock clock)
{
    /// <summary>The rep and the team; null: there is none, or the viewer does not answer for the team.</summary>
    public (Person Rep, Team Team)? Find(Viewer viewer, string key) =>
        viewer.Person is { } reader && company.Staff.Find(new(key)) is { } rep && company.Staff.TeamOf(rep.Id) is { } team
            && TeamStanding.AnswersFor(company, team.Name, reader.Id) ? (rep, team) : null;

    /// <summary>The rep's page; null: there is none, or it is not the viewer's.</summary>
    /// <param name="report">The absence to look at before it is noted, or null.</param>
    public async Task<MemberPage?> ReadAsync(Viewer viewer, string key, AbsenceReport? report, CancellationToken cancellation)
    {
        if (Find(viewer, key) is not var (rep, team))
            return null;
        var now = clock.GetCurrentInstant();
        var held = await HeldAsync(rep.Id, cancellation);
        var span = report is null ? null : absences.Read(rep, report);
        var forecast = span is { Wrong: null } away
            ? await ForecastAsync(rep, new(away.From, away.Until), held, viewer.Language, cancellation) : null;
        var rows = await Task.WhenAll(held.Select(row => board.RowAsync(row, viewer, now, cancellation).AsTask()));
        return new(
            rep, team, now, [.. rows], await choosing.RepsAsync(team.Name, rep.Id, atAnyHour: false, cancellation), forecast,
            span?.Wrong?.Field);
    }

    /// <summary>The open leads that the rep holds or is asked to take, the most urgent first.</summary>
    public async Task<ImmutableArray<LeadRow>> HeldAsync(PersonId rep, CancellationToken cancellation) =>
        [.. (await handoffs.ReadAsync(cancellation)).Where(row => row.Owner.Is(rep))];

    /// <summary>
    /// What an absence would do to each lead, decided by the very rules that will decide it, on everything as it stands now, and not saved.
    /// </summary>
    private async Task<AbsenceForecast> ForecastAsync(
        Person rep, Absence absence, ImmutableArray<LeadRow> held, Language language, CancellationToken cancellation)
    {
        var at = Instant.Max(absence.Start, clock.GetCurrentInstant());
        var away = rep with { Absences = [.. rep.Absences.Append(absence).OrderBy(one => one.Start)] };
        var staff = company.Staff with { People = company.Staff.People.SetItem(rep.Id, away) };
        var rotasThen = new Dictionary<string, Rota>(StringComparer.Ordinal);
        var fates = ImmutableDictionary.CreateBuilder<LeadId, HeldFate>();
        foreach (var row in held)
        {
            if (await turns.OpenAsync(row.Id, cancellation) is not { } opened)
                continue;
            if (!rotasThen.TryGetValue(row.Team, out var rota))
                rota = (await rotas.ReadRotaAsync(row.Team, cancellation)).Rota;
            var decision = LeadDecider.Decide(opened.Lead, new TakeTurn(), new World(opened.Agreement, staff, rota), at);
            rotasThen[row.Team] = rota.Apply(decision.Rota);
            fates[row.Id] = HeldFate.Of(decision.Lead, rep.Id, who => company.NameOf(who, language));
        }

        return new(absence.Start, absence.End, fates.ToImmutable());
    }
}
