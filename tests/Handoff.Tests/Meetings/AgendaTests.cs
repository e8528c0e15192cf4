using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Rows;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>The voice of sales: what turned out best, and what had promised most and came back.</summary>
public sealed class AgendaTests
{
    private static readonly Instant Since = Week.At("mon 00:00");

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(1440)]
    public void The_items_of_a_meeting_have_all_its_minutes_and_each_has_one(int minutes)
    {
        var items = new AgendaWords(Language.En).Items(minutes);

        Assert.Equal(minutes, items.Sum(item => item.Minutes));
        Assert.All(items, item => Assert.InRange(item.Minutes, 1, minutes));
    }

    [Fact]
    public void The_best_are_won_leads_with_the_highest_amounts_then_opportunities()
    {
        Assert.Equal("big small", Best(
            Good("deal", Outcome.Qualified, 9_000, "EUR"), Good("small", Outcome.Won, 100, "EUR"), Good("big", Outcome.Won, 200, "EUR")));
        Assert.Equal("won deal", Best(
            Good("other", Outcome.Qualified), Good("deal", Outcome.Qualified, 9_000, "EUR"), Good("won", Outcome.Won)));
        Assert.Equal("", Best(Good("lost", Outcome.Lost, 9_000, "EUR")));
    }

    [Fact]
    public void Amounts_of_different_currencies_are_not_compared_the_best_of_each_comes_first()
    {
        Assert.Equal("euro yen", Best(
            Good("yen2", Outcome.Won, 900_000, "JPY"), Good("yen", Outcome.Won, 1_000_000, "JPY"), Good("euro", Outcome.Won, 7_000, "EUR"),
            Good("euro2", Outcome.Won, 6_000, "EUR"), Good("euro3", Outcome.Won, 5_000, "EUR")));
    }

    [Fact]
    public void The_worst_came_back_from_the_highest_tier_then_with_the_highest_score_then_last()
    {
        Assert.Equal("hot high", Worst(
            Back("new", "standard", 90, "fri 10:00"), Back("low", "warm", 50, "thu 10:00"), Back("high", "warm", 60, "wed 10:00"),
            Back("hot", "hot", 40, "tue 10:00")));
        Assert.Equal("late early", Worst(
            Back("early", "warm", 50, "tue 10:00"), Back("late", "warm", 50, "wed 10:00"), Back("gone", "no-tier-now", 99, "fri 10:00")));
    }

    [Fact]
    public void A_lead_whose_return_is_contested_or_was_found_wrong_is_not_among_the_worst()
    {
        var leads = Agenda(
            Back("asked", "hot", 90, "tue 10:00", ContestState.Asked), Back("wrong", "hot", 90, "tue 10:00", ContestState.Overturned),
            Back("upheld", "warm", 50, "tue 10:00", ContestState.Upheld));

        Assert.Equal("upheld", Names(leads.Worst));
        Assert.Equal("asked", leads.Returned[0].Lead.Value);
    }

    [Fact]
    public void What_happened_before_the_last_agenda_is_not_told_again_but_an_open_contest_is()
    {
        var leads = Agenda(
            Back("old", "hot", 90, "fri0 10:00"), Back("open", "hot", 90, "fri0 10:00", ContestState.WithHeads),
            Good("sold", Outcome.Won, 5, "EUR", "fri0 10:00"));

        Assert.Equal(("open", "", ""), (Names(leads.Returned), Names(leads.Best), Names(leads.Worst)));
    }

    private static string Best(params LeadRow[] rows) => Names(Agenda(rows).Best);

    private static string Worst(params LeadRow[] rows) => Names(Agenda(rows).Worst);

    private static string Names(ImmutableArray<AgendaLead> leads) => string.Join(' ', leads.Select(lead => lead.Lead));

    private static AgendaLeads Agenda(params LeadRow[] rows)
    {
        var agenda = new AgendaFold(Since, Qualification.Given.Acme.Tiers);
        foreach (var row in rows)
            agenda.Add(row);
        return agenda.Build();
    }

    private static LeadRow Good(
        string id, Outcome outcome, decimal? amount = null, string? currency = null, string at = "tue 10:00") => Row(id) with
    {
        Outcome = outcome,
        Milestones = Milestones.None with { OutcomeAt = Week.At(at), Amount = amount, Currency = currency },
    };

    private static LeadRow Back(string id, string tier, int score, string at, ContestState? contest = null) => Row(id) with
    {
        Tier = tier,
        Score = score,
        Milestones = Milestones.None with
        {
            Ending = new(Week.At(at), new("rep"), "no_budget", ReasonEffect.Return, Fault.Marketing),
        },
        Contest = contest is { } state ? new(new("marketing"), Week.At(at), Week.At(at), state) : null,
    };

    private static LeadRow Row(string id) => new()
    {
        Id = new(id),
        Status = LeadStatus.Returned,
        Shelf = LeadShelf.Ended,
        Tier = "warm",
        Team = "italy",
        Source = "website",
        Agreement = "1",
        Score = 70,
        Completeness = 100,
        ReceivedAt = Since,
        ChangedAt = Since,
        Dimensions = ImmutableSortedDictionary<string, string>.Empty,
        LastTouch = ImmutableSortedDictionary<string, string>.Empty,
        Owner = Owner.Nobody,
        Asked = [],
        Requests = 1,
        Milestones = Milestones.None,
        Clocks = [],
    };
}
