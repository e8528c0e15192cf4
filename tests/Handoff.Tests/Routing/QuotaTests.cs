using CsCheck;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class QuotaTests
{
    private static readonly BusinessCalendar[] Calendars =
        [Office, PhoneDesk, Afternoon, Calendar(Rome, "mon-sun 22:00-06:00"), Calendar(Zone("America/New_York"), "mon-sun 00:00-24:00")];

    [Fact]
    public void A_rep_gets_no_more_than_the_quota_on_a_day_and_the_rest_goes_to_the_others() =>
        Assert.Equal("Anna Bruno Anna Bruno Bruno Bruno", Of(new Member("Anna") { PerDay = 2 }, new Member("Bruno")).Run(6).Names);

    [Fact]
    public void The_next_day_counts_anew_and_the_rota_makes_up_for_no_day_before()
    {
        var (_, after) = Of(new Member("Anna") { PerDay = 2 }, new Member("Bruno")).Run(6);

        Assert.Equal(
            "Bruno Anna Bruno Anna", after.Run(4, request => request with { Now = InRome("2026-11-24 09:00") }).Names);
    }

    [Fact]
    public void Who_has_reached_it_is_told_with_the_figures_and_when_the_next_day_begins()
    {
        var (_, after) = Of(new Member("Anna") { PerDay = 1 }, new Member("Bruno")).Run(1);
        var choice = after.Choose();

        Assert.Equal(Verdict.AtQuota, VerdictOn(choice, "Anna"));
        Assert.Equal(
            "Bruno gets the lead: nobody else can take it. Not asked: Anna (has had 1 of 1 leads for the day, gets more from "
                + "2026-11-24 08:00 UTC).",
            RoutingText.Explain(choice, Name));
    }

    [Fact]
    public void With_everybody_at_the_quota_nobody_gets_it_until_the_next_shift_of_another_day()
    {
        var (_, after) = Of(new Member("Anna") { PerDay = 1 }).Run(1);
        var choice = after.Choose();

        Assert.Empty(choice.Chosen);
        Assert.Equal(InRome("2026-11-24 09:00"), choice.Considered[0].OnShiftAt);
    }

    [Fact]
    public void A_lead_that_comes_while_closed_counts_for_the_day_on_which_it_can_be_looked_at()
    {
        var (_, after) = Of(new Member("Anna") { PerDay = 2 }).Run(2, request => request with { Now = Sunday });

        Assert.Equal(Verdict.AtQuota, VerdictOn(after.Choose(), "Anna"));
        Assert.Equal("Anna", after.Chosen(request => request with { Now = InRome("2026-11-24 09:00") }));
    }

    [Fact]
    public void A_turn_that_is_given_back_does_not_count()
    {
        var desk = Of(new Member("Anna") { PerDay = 1 });
        var choice = desk.Choose();
        var after = desk.After(choice);

        Assert.Empty(after.Chosen());
        Assert.Equal(
            "Anna",
            (after with { Rota = after.Rota.Apply(new RotaChange("italy", choice.CreditBack(), TakesTurn: false)) }).Chosen());
    }

    [Fact]
    public void The_companys_existing_owner_gets_the_lead_beyond_it()
    {
        var (_, after) = Of(new Member("Anna") { PerDay = 1 }, new Member("Bruno")).Run(1);

        Assert.Equal("Anna", after.Chosen(request => request with { ExistingOwner = Id("Anna") }));
    }

    [Fact]
    public void Who_may_claim_is_given_nothing_and_so_has_no_quota()
    {
        var (names, after) = (Of(new Member("Anna") { PerDay = 1 }) with { Strategy = Strategy.Claim }).Run(3);

        Assert.Equal("Anna Anna Anna", names);
        Assert.Null(after.Rota.Of(Id("Anna")).Today);
    }

    /// <summary>Over days on which the clocks change too. The days are told by the calendars alone.</summary>
    [Fact]
    public void Nobody_gets_more_than_the_quota_on_a_day_and_nobody_is_passed_over_below_it() =>
        (from reps in Gen.Select(Gen.Int[1, 3], Gen.Int[0, Calendars.Length - 1], Gen.Bool).Array[1, 4]
         from strategy in Gen.Bool
         from autumn in Gen.Bool
         from leads in Gen.Select(Gen.Frequency((3, Gen.Int[0, 90]), (1, Gen.Int[0, 900])), Gen.Int[0, 5]).Array[1, 80]
         select (reps, strategy, autumn, leads)).Sample(life =>
        {
            var desk = Of([.. life.reps.Select((rep, i) => new Member($"R{i}")
            {
                PerDay = rep.Item3 ? rep.Item1 : null,
                Calendar = Calendars[rep.Item2],
            })]) with { Strategy = life.strategy ? Strategy.WeightedRoundRobin : Strategy.LeastLoaded };
            var now = InRome(life.autumn ? "2026-10-23 12:00" : "2027-03-26 12:00");
            var given = new Dictionary<(PersonId, LocalDate), int>();
            foreach (var (minutes, fate) in life.leads)
            {
                now += Duration.FromMinutes(minutes);
                var choice = desk.Choose(request => request with { Now = now });
                desk = desk.After(choice);
                foreach (var rep in choice.Chosen)
                    given[(rep, Day(rep))] = given.GetValueOrDefault((rep, Day(rep))) + 1;
                if (fate == 0)
                {
                    desk = desk with { Rota = desk.Rota.Apply(new RotaChange("italy", choice.CreditBack(), TakesTurn: false)) };
                    foreach (var rep in choice.Chosen)
                        given[(rep, Day(rep))]--;
                }

                if (!choice.Considered.All(one => desk.Team.Rep(one.Rep)!.PerDay is not { } most || (one.Verdict == Verdict.AtQuota
                    ? given.GetValueOrDefault((one.Rep, Day(one.Rep))) == most
                    : given.GetValueOrDefault((one.Rep, Day(one.Rep))) <= most)))
                    return false;
            }

            return true;

            LocalDate Day(PersonId rep)
            {
                var calendar = desk.Members.Single(member => Id(member.Name) == rep).Calendar;
                return calendar.NextOpening(now)!.Value.InZone(calendar.Zone).Date;
            }
        });
}
