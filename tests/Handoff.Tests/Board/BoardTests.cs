using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Board;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;
using static Handoff.Tests.Leads.Company;

namespace Handoff.Tests.Board;

/// <summary>Open handoffs by urgency, with clocks that count in business time.</summary>
public sealed class BoardTests
{
    [Fact]
    public void The_longest_overdue_is_first_and_a_clock_that_stands_still_is_last()
    {
        var rows =
            new[] { Row("standing", "mon 09:00", paused: true), Row("later", "mon 16:00"), Row("none", null), Row("overdue", "mon 09:00"),
            Row("soon", "mon 12:00") };

        Assert.Equal(["overdue", "soon", "later", "standing", "none"], rows.OrderBy(Urgency.Of).Select(row => row.Id.Value));
    }

    [Theory]
    [InlineData("mon 09:30", "mon 12:00", "confirm", true)]
    [InlineData("mon 11:00", "mon 09:30", "accept", true)]
    [InlineData("mon 11:00", "mon 12:00", "confirm", false)]
    [InlineData("mon 11:00", null, "confirm", false)]
    public void The_earliest_deadline_that_runs_says_whether_a_lead_is_late(string confirm, string? other, string shown, bool isLate)
    {
        var row = Row("a", other ?? "mon 09:30", paused: other is null);
        row = row with { Clocks = [.. row.Clocks, Running(ClockName.Confirm, confirm)] };

        Assert.Equal(shown, row.Pressing!.Name.ToString().ToLowerInvariant());
        Assert.Equal(isLate, row.IsLate(Week.At("mon 10:00")));
        Assert.Equal(isLate, new BoardFilter(State: BoardFilter.Late).Matches(row, Week.At("mon 10:00")));
    }

    [Fact]
    public void A_confirmation_that_is_overdue_stands_where_its_deadline_puts_it()
    {
        var asked = Row("asked", "mon 16:00");
        asked = asked with { Clocks = [.. asked.Clocks, Running(ClockName.Confirm, "mon 09:30")] };

        Assert.Equal(
            ["asked", "soon"], new[] { Row("soon", "mon 12:00"), asked }.OrderBy(Urgency.Of).Select(row => row.Id.Value));
    }

    [Fact]
    public void An_offered_lead_is_a_row_with_its_running_clock()
    {
        var row = LeadRow.Of(Play.Of("mon 10:00").Until("mon 10:00").Lead);

        Assert.Equal((LeadStatus.Offered, "warm", "italy", "website"), (row.Status, row.Tier, row.Team, row.Source));
        Assert.Equal("mon 11:00", Week.Say(row.Clock!.Due));
        Assert.Equal(Id("anna").Value, row.OwnerKey);
    }

    [Fact]
    public void A_lead_whose_clocks_are_over_is_not_on_the_board() => Assert.Equal(
        LeadShelf.Returned, LeadRow.Of(Play.Of("mon 10:00").At("mon 10:05", new DeclineOffer(Id("anna"), 1, "not_a_fit")).Lead).Shelf);

    [Theory]
    [InlineData("mon 10:00", 3 * 60, true, "mon 17:00")] // open until 17:00, and two hours more on Tuesday
    [InlineData("mon 20:00", 60, false, "tue 09:00")]
    [InlineData("tue 09:30", 30, true, "tue 17:00")]
    [InlineData("tue 10:30", -30, true, "tue 17:00")]
    [InlineData("tue 18:00", -7 * 60, false, "wed 09:00")]
    public void Time_left_counts_only_while_the_calendar_is_open(string now, int minutes, bool runs, string changes)
    {
        var face = Row("a", now == "mon 10:00" ? "mon 13:00" : "tue 10:00").Clock!;

        var left = TimeLeft.Of(face, Office, Week.At(now));

        Assert.Equal(new TimeLeft(Duration.FromMinutes(minutes), runs, Week.At(changes)), left);
    }

    [Fact]
    public void A_paused_clock_shows_what_was_left_when_it_stopped()
    {
        var left = TimeLeft.Of(Row("a", "tue 10:00", paused: true).Clock!, Office, Week.At("thu 12:00"));

        Assert.Equal(new TimeLeft(Duration.FromHours(9), false, null), left);
    }

    [Theory]
    [InlineData("mon 10:00", "mon2 10:00", 5)]
    [InlineData("mon 10:00", "wed 12:00", 2)]
    [InlineData("mon 10:00", "tue 16:00", null)]
    [InlineData("thu 10:00", "mon 10:00", 3)]
    public void What_is_far_is_counted_in_working_days(string now, string due, int? days) =>
        Assert.Equal(days, TimeLeft.Of(Row("a", due).Clock!, Office, Week.At(now)).WorkingDays);

    [Fact]
    public void A_row_offers_each_what_the_lead_would_let_them_do()
    {
        var offered = LeadRow.Of(Play.Of("mon 10:00").Until("mon 10:00").Lead);
        var accepted = LeadRow.Of(Play.Of("mon 10:00").At("mon 10:01", new AcceptOffer(Id("anna"), 1)).Lead);

        Assert.Equal(RowActs.Answer, RowActsOf.Row(offered, Id("anna"), answersFor: false));
        Assert.Equal(RowActs.None, RowActsOf.Row(offered, Id("bruno"), answersFor: false));
        Assert.Equal(RowActs.Take | RowActs.Manage, RowActsOf.Row(offered, Id("marta"), answersFor: true));
        Assert.Equal(RowActs.Contact, RowActsOf.Row(accepted, Id("anna"), answersFor: false));
        Assert.Equal(RowActs.Contact | RowActs.Manage, RowActsOf.Row(accepted, Id("anna"), answersFor: true));
    }

    [Fact]
    public void An_elapsed_clock_counts_through_the_night() => Assert.Equal(
        new TimeLeft(Duration.FromHours(14), true, null),
        TimeLeft.Of(Row("a", "tue 10:00").Clock! with { Mode = ClockMode.Elapsed }, Office, Week.At("mon 20:00")));

    [Theory]
    [InlineData("late", "overdue")]
    [InlineData("paused", "standing")]
    [InlineData("offered", "overdue soon standing")]
    [InlineData("accepted", "")]
    [InlineData("nonsense", "")]
    public void A_state_filters(string state, string ids)
    {
        var rows = new[] { Row("overdue", "mon 09:00"), Row("soon", "mon 12:00"), Row("standing", "mon 09:00", paused: true) };

        Assert.Equal(
            ids, string.Join(
            ' ', rows.Where(row => new BoardFilter(State: state).Matches(row, Week.At("mon 10:00"))).Select(row => row.Id.Value)));
    }

    [Fact]
    public void Filters_add_up()
    {
        var row = Row("a", "mon 12:00");

        Assert.True(new BoardFilter("italy", LeadRow.Queue, "warm", "website", "offered").Matches(row, Week.At("mon 10:00")));
        Assert.False(new BoardFilter("italy", LeadRow.Queue, "warm", "elsewhere").Matches(row, Week.At("mon 10:00")));
    }

    private static LeadRow Row(string id, string? due, bool paused = false) => new()
    {
        Id = new(id),
        Status = LeadStatus.Offered,
        Shelf = LeadShelf.Open,
        Tier = "warm",
        Team = "italy",
        Source = "website",
        Agreement = "1",
        Score = 70,
        Completeness = 100,
        ReceivedAt = Week.At("mon 08:00"),
        ChangedAt = Week.At("mon 08:00"),
        Dimensions = ImmutableSortedDictionary<string, string>.Empty,
        LastTouch = ImmutableSortedDictionary<string, string>.Empty,
        Owner = Owner.ManagerQueue,
        Asked = [],
        Requests = 1,
        Milestones = Milestones.None,
        Clocks = due is null ? [] : [Running(ClockName.Accept, due) with
        {
            State = paused ? ClockState.Paused : ClockState.Running,
            PausedAt = paused ? Week.At("mon 09:00") : null,
        }],
    };

    private static ClockFigure Running(ClockName name, string due) => new(
        name, ClockMode.Business, "office", ClockState.Running, Week.At("mon 08:00"), Week.At(due), Week.At("mon 09:00"), null, null, null,
        []);
}
