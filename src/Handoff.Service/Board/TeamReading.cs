using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Reads loads, shifts, absences and the fairness ledger of the teams that a viewer answers for.</summary>
public sealed class TeamReading(OpenHandoffs handoffs, IRotaStore rotas, CompanyInForce company, IClock clock)
{
    /// <summary>Reads them; none for who answers for no team.</summary>
    public async Task<TeamPage> ReadAsync(Viewer viewer, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var open = await handoffs.ReadAsync(cancellation);
        var teams = ImmutableArray.CreateBuilder<TeamDesk>();
        foreach (var team in company.Staff.Teams.Where(team => viewer.Sight.SeesTeam(team.Name)))
        {
            var rota = (await rotas.ReadRotaAsync(team.Name, cancellation)).Rota;
            var late = open.Where(one => one.IsLate(now) && one.Owner.Who is not null).CountBy(one => one.Owner.Who!.Value)
                .ToDictionary(one => one.Key, one => one.Value);
            teams.Add(new(
                team, company.NameOf(team.Manager, viewer.Language), rota.Turns, team.Reps.Sum(rep => rep.Weight),
                open.Count(one => one.Team == team.Name && one is { Status: LeadStatus.Qualified, Owner.Kind: OwnerKind.ManagerQueue }),
                [.. team.Reps.Select(rep => Member(rep, rota, late, now)).OfType<TeamMember>()])
            {
                IsAnsweredFor = viewer.Person is { } reader && TeamStanding.AnswersFor(company, team.Name, reader.Id),
            });
        }

        return new(now, teams.ToImmutable());
    }

    private TeamMember? Member(Rep rep, Rota rota, Dictionary<PersonId, int> late, Instant now)
    {
        if (company.Staff.Find(rep.Id) is not { } person)
            return null;
        var entry = rota.Of(rep.Id);
        var onShift = Shifts.OnShift(person, now);
        var takesAt = onShift ? now : Shifts.NextOnShift(person, now);
        var absence = person.AbsenceAt(now);
        return new(
            person, person.Id.Value, entry.Load, rep.Capacity, late.GetValueOrDefault(rep.Id), rep.Weight, onShift,
            onShift ? Shifts.EndOfShift(person, now) : null,
            onShift ? null : takesAt,
            absence?.End, absence is not null,
            [.. person.Absences.Where(one => one.End is not { } end || end > now)],
            entry.Credit, entry.LastTurn == 0 ? null : rota.Turns - entry.LastTurn)
        {
            Quota = takesAt is { } at ? DayQuota.Of(rep, person, entry, at) : null,
        };
    }
}
