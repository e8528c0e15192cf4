using Handoff.People;
using Handoff.Routing;
using NodaTime;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class ShiftRoutingTests
{
    private static readonly Member Early = new("Bruno") { Calendar = Office };
    private static readonly Member Late = new("Anna") { Calendar = Afternoon };

    [Fact]
    public void While_nobody_is_on_shift_those_come_first_who_are_next()
    {
        var choice = Of(Late, Early).Choose(request => request with { Now = Sunday });

        Assert.Equal<PersonId>([Id("Bruno")], choice.Chosen);
        Assert.False(choice.OnShiftNow);
        Assert.Equal(InRome("2026-11-23 09:00"), choice.Considered[1].OnShiftAt);
        Assert.Equal((Verdict.OffShift, InRome("2026-11-23 14:00")), (choice.Considered[0].Verdict, choice.Considered[0].OnShiftAt));
    }

    [Fact]
    public void Those_who_come_on_shift_together_share_by_the_strategy() =>
        Assert.Equal("Anna Bruno Anna Bruno", Of("Anna", "Bruno").Run(4, request => request with { Now = Sunday }).Names);

    [Fact]
    public void On_shift_now_comes_before_next_on_shift_even_by_a_minute() =>
        Assert.Equal("Bruno", Of(Late, Early).Chosen(request => request with { Now = InRome("2026-11-23 13:59") }));

    [Fact]
    public void An_opening_is_on_shift_and_a_closing_is_not()
    {
        Assert.True(Shifts.OnShift(Early.Person, InRome("2026-11-23 09:00")));
        Assert.False(Shifts.OnShift(Early.Person, InRome("2026-11-23 17:00")));
    }

    [Fact]
    public void Who_is_on_shift_but_cannot_take_it_does_not_keep_it_from_the_next() =>
        Assert.Equal("Anna", Of(Late, Early with { Capacity = 1, Entry = new(1, 0, 0) }).Chosen());

    [Fact]
    public void Leave_that_ends_before_the_next_shift_does_not_count() => Assert.Equal(
        "Bruno", Of(Early with { Away = [Days("2026-11-16", "2026-11-23")] }).Chosen(request => request with { Now = Sunday }));

    [Fact]
    public void Leave_that_takes_the_whole_next_shift_counts_before_it_begins()
    {
        var choice = Of(Early with { Away = [Days("2026-11-23", "2026-12-05")] }, Late).Choose(request => request with { Now = Sunday });

        Assert.Equal<PersonId>([Id("Anna")], choice.Chosen);
        Assert.Equal((Verdict.Absent, InRome("2026-12-07 09:00")), (choice.Considered[0].Verdict, choice.Considered[0].OnShiftAt));
    }

    [Fact]
    public void Leave_that_takes_a_part_of_the_next_shift_only_delays_it()
    {
        var back = InRome("2026-11-23 11:00");
        var choice = Of(Early with { Away = [new(InRome("2026-11-20 00:00"), back)] }).Choose(request => request with { Now = Sunday });

        Assert.Equal<PersonId>([Id("Bruno")], choice.Chosen);
        Assert.Equal(back, choice.Considered[0].OnShiftAt);
    }

    [Fact]
    public void Absences_that_follow_each_other_are_all_left_out_of_the_next_time_on_shift()
    {
        var person = Early.Person with { Absences = [Days("2026-11-16", "2026-11-24"), Days("2026-11-24", "2026-11-26")] };

        Assert.Equal(InRome("2026-11-26 09:00"), Shifts.NextOnShift(person, Sunday));
        Assert.Null(Shifts.NextOnShift(person with { Absences = [new(Sunday, null)] }, Sunday));
    }

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 13:00")]
    [InlineData("2026-11-23 13:00", "2026-11-23 18:00")]
    [InlineData("2026-11-22 20:00", "2026-11-23 13:00")]
    public void A_shift_ends_with_the_open_time_that_it_is_or_the_next(string at, string ends) =>
        Assert.Equal(InRome(ends), Shifts.EndOfShift(Early.Person with { Calendar = SplitOffice }, InRome(at)));

    [Fact]
    public void Intervals_that_meet_are_one_shift()
    {
        var nights = Calendar(Rome, "mon-mon 16:00-24:00", "tue-tue 00:00-02:00");

        Assert.Equal(InRome("2026-11-24 02:00"), Shifts.EndOfShift(Early.Person with { Calendar = nights }, InRome("2026-11-23 17:00")));
    }

    [Fact]
    public void A_shift_that_never_closes_has_no_end() =>
        Assert.Null(Shifts.EndOfShift(Early.Person with { Calendar = Always }, Monday));

    [Fact]
    public void The_next_absence_is_the_earliest_that_begins_later()
    {
        var person =
            Early.Person with
            {
                Absences =
            [Days("2026-12-01", "2026-12-02"), new(Monday, Monday + Duration.FromHours(1)), Days("2026-11-30", "2026-12-03")]
            };

        Assert.Equal(InRome("2026-11-30 00:00"), Shifts.NextAbsence(person, Monday));
        Assert.Null(Shifts.NextAbsence(person, InRome("2026-12-01 00:00")));
    }

    private static Absence Days(string first, string back) => new(InRome(first + " 00:00"), InRome(back + " 00:00"));
}
