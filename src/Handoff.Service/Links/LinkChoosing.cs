using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What a reader may choose from on a link page.</summary>
public sealed class LinkChoosing(CompanyInForce company, IRotaStore rotas, IClock clock)
{
    /// <summary>The choices of a page.</summary>
    public async ValueTask<LinkChoices> ForAsync(LinkGrant grant, Person reader, Lead lead, CancellationToken cancellation)
    {
        var planned = lead.Owner.Is(reader.Id) ? lead.FollowUp?.On : null;
        switch (grant.Purpose)
        {
            case LinkPurpose.Offer or LinkPurpose.Feedback:
                var agreement = await company.AgreementAsync(lead.Known.Agreement, cancellation);
                return new()
                {
                    Reasons = [.. agreement.Reasons.Select(reason => (reason.Code, reason.In(reader.Language)))],
                    Planned = planned,
                };
            case LinkPurpose.Outcome:
                var counted = (await company.AgreementAsync(lead.Known.Agreement, cancellation)).Commitments;
                return new()
                {
                    Planned = planned,
                    Currency = lead.Milestones.Currency ?? counted.FirstOrDefault(one => one.Currency is not null)?.Currency,
                };
            case LinkPurpose.Manage:
                var atAnyHour = lead.UnmetClock is { Mode: ClockMode.Elapsed };
                var holder = lead.Owner.Kind == OwnerKind.Person ? lead.Owner.Who : null;
                var reps = await RepsAsync(lead.Known.Team, holder, atAnyHour, cancellation);
                var now = clock.GetCurrentInstant();
                var silence = lead.Snoozes.FirstOrDefault(snooze => snooze.By == reader.Id && snooze.Until > now);
                var latest = reader.Calendar.AddWorkingDays(now, 1);
                var alerts = (await company.AgreementAsync(lead.Known.Agreement, cancellation)).Alerts;
                return new()
                {
                    Reps = reps,
                    GiveBackTo = HadItUntilNow(lead) is { } before ? reps.FirstOrDefault(rep => rep.Id == before.Value) : null,
                    HasIt = lead.Owner.Is(reader.Id),
                    SnoozedUntil = silence?.Until,
                    SnoozeLatest = latest,
                    OnItUntil = silence is null ? alerts.AcknowledgedUntil(now, latest) : null,
                    IsOnIt = lead.Snoozes.FirstOrDefault(one => one.By != reader.Id && one.IsOnIt && one.Until > now) is { } other
                        ? (company.NameOf(other.By, reader.Language), other.Until) : null,
                };
            default:
                return new();
        }
    }

    /// <summary>Who held an accepted lead before it changed hands, as long as an acceptance could be undone.</summary>
    private PersonId? HadItUntilNow(Lead lead) =>
        lead is { Acceptance: not null, UnmetClock.Holdings: [.., var before, var last] }
            && last.Who == lead.Owner.Who && clock.GetCurrentInstant() < last.From + Undo.Within ? before.Who : null;

    /// <summary>
    /// Every rep but one: who can act now first, then who comes on shift next, who is away last; of equals those of the team.
    /// </summary>
    /// <param name="first">The team whose reps come first.</param>
    /// <param name="but">Who is left out, or null: nobody.</param>
    /// <param name="atAnyHour">Whether they are told at any hour.</param>
    public async ValueTask<ImmutableArray<RepChoice>> RepsAsync(
        string first, PersonId? but, bool atAnyHour, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var choices = new List<(RepChoice Rep, Instant? At)>();
        foreach (var team in company.Staff.Teams.OrderByDescending(team => team.Name == first))
        {
            var rota = (await rotas.ReadRotaAsync(team.Name, cancellation)).Rota;
            foreach (var rep in team.Reps)
            {
                if (company.Staff.Find(rep.Id) is not { } person || rep.Id == but)
                    continue;
                var at = Shifts.NextOnShift(person, now);
                var toldAt = atAnyHour || at <= now ? null : at;
                var isAway = person.AbsenceAt(now) is not null;
                var entry = rota.Of(rep.Id);
                var quota = DayQuota.Of(rep, person, entry, at ?? now);
                choices.Add((
                    new(rep.Id.Value, person.Name, entry.Load, rep.Capacity, at <= now, isAway, team.Name, toldAt)
                    {
                        Quota = quota,
                        IsQuotaToday = quota?.IsToday(person, now) == true,
                    },
                    at));
            }
        }

        return [.. choices.OrderBy(one => one.Rep.IsAway).ThenBy(one => one.At ?? Instant.MaxValue).Select(one => one.Rep)];
    }
}
