using CsCheck;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Leads;

/// <summary>People are treated fairly whatever happens when: who is asked, and who is charged (design sections 5 and 6).</summary>
public sealed class FairnessProperties
{
    [Fact]
    public void A_lead_waits_in_the_managers_queue_only_while_nobody_is_eligible_or_the_manager_is_at_work_before_them() =>
        After((play, _, command, decision, now) =>
    {
        if (command is not TakeTurn || decision.Lead is not { Status: LeadStatus.Qualified, AwaitsRouting: false } lead
            || play.Company.Staff.Team("italy") is not { } team)
            return;
        var staff = play.Company.Staff;
        var chosen = Router.Choose(new()
        {
            Team = team,
            Staff = staff,
            Rota = play.Rotas["italy"],
            Language = lead.Known.Language,
            Excluded = lead.Excluded,
            ExistingOwner = lead.Known.ExistingOwner,
            Now = now,
        }).Chosen;
        // Shifts and absences are looked at minute by minute.
        if (!chosen.IsEmpty)
            Assert.True(FirstAtWork(staff, now, team.Manager, team.Deputy) < FirstAtWork(staff, now, chosen[0]),
                "The lead waits for nobody who is there first.");
    });

    [Fact]
    public void A_rep_who_is_not_on_shift_is_offered_a_lead_only_where_no_manager_is_at_work_before() =>
        After((play, _, _, decision, now) =>
    {
        foreach (var offered in decision.Events.OfType<Offered>().Where(offered => offered.By is null))
        {
            var (staff, team) = (play.Company.Staff, play.Company.Staff.Team("italy")!);
            var rep = FirstAtWork(staff, now, offered.To[0]);
            var manager = FirstAtWork(staff, now, team.Manager, team.Deputy);
            Assert.True(rep <= now || rep <= manager
                || (play.Company.Mode == ClockMode.Elapsed && manager > now),
                $"{offered.To[0]} at {rep}, a manager at {manager}");
        }
    });

    [Fact]
    public void Nobody_is_charged_for_time_before_the_mail_could_reach_them() => InTheEnd(play =>
    {
        var book = new ToldBook();
        foreach (var happened in play.Events)
        {
            book.Note(happened);
            if (happened is not ClockBreached breach)
                continue;
            foreach (var charge in breach.Charges.Where(charge => charge.Who is not null))
                Assert.True(charge.Ran <= book.Told(charge.Who!.Value, breach.Due),
                    $"{charge} of {breach.Clock}, told for {book.Told(charge.Who!.Value, breach.Due)}");
        }
    });

    /// <summary>When the first of them is at work, by the minute; the end of time when that is more than ten days away.</summary>
    private static Instant FirstAtWork(Staff staff, Instant from, params PersonId?[] who)
    {
        var people = who.Where(one => one is not null).Select(one => staff.Find(one!.Value)).Where(person => person is not null).ToList();
        for (var at = from; at < from + Duration.FromDays(10); at += Duration.FromMinutes(1))
        {
            if (people.Exists(person => person!.Calendar.IsOpen(at) && !person.Absences.Any(absence => absence.Covers(at))))
                return at;
        }

        return Instant.MaxValue;
    }

    private static void After(Action<Play, Lead, LeadCommand, Decision, Instant> holds) =>
        AnyLife.Any.Sample(life => { AnyLife.Tell(life, holds); }, iter: LeadProperties.Lives, print: Dump.Of);

    private static void InTheEnd(Action<Play> holds) =>
        AnyLife.Any.Sample(life => holds(AnyLife.Tell(life, (_, _, _, _, _) => { })), iter: LeadProperties.Lives, print: Dump.Of);
}
