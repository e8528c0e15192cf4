using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class EligibilityTests
{
    [Fact]
    public void A_rep_who_is_away_is_passed_over() =>
        AssertPassedOver(new Member("Anna") { Away = [new(InRome("2026-11-23 00:00"), InRome("2026-11-25 00:00"))] }, Verdict.Absent);

    [Fact]
    public void An_absence_without_an_end_counts() =>
        AssertPassedOver(new Member("Anna") { Away = [new(InRome("2026-11-23 00:00"), null)] }, Verdict.Absent);

    [Fact]
    public void A_rep_at_capacity_is_passed_over() =>
        AssertPassedOver(new Member("Anna") { Capacity = 2, Entry = new(2, 0, 0) }, Verdict.AtCapacity);

    [Fact]
    public void A_rep_one_below_capacity_is_eligible() =>
        Assert.Equal("Anna", Of(new Member("Anna") { Capacity = 2, Entry = new(1, 0, 0) }, new Member("Bruno")).Chosen());

    [Fact]
    public void A_rep_who_is_off_shift_is_passed_over_while_others_are_on() =>
        AssertPassedOver(new Member("Anna") { Calendar = Afternoon }, Verdict.OffShift);

    [Fact]
    public void A_rep_who_does_not_speak_the_language_is_passed_over() =>
        AssertPassedOver(new Member("Anna") { Speaks = ["it", "fr"] }, Verdict.OtherLanguage, request => request with { Language = "de" });

    [Theory]
    [InlineData("fr")]
    [InlineData("FR")]
    [InlineData("fr-CH")]
    [InlineData(null)]
    [InlineData("")]
    public void A_language_is_compared_without_case_and_region_and_an_unknown_one_keeps_nobody_out(string? language) =>
        Assert.Equal("Anna", Of(new Member("Anna") { Speaks = ["it", "fr"] }).Chosen(request => request with { Language = language }));

    [Fact]
    public void A_rep_whose_languages_are_not_said_is_taken_to_speak_any() =>
        Assert.Equal("Anna", Of("Anna").Chosen(request => request with { Language = "de" }));

    [Fact]
    public void A_rep_who_declined_the_lead_or_let_it_lapse_is_passed_over() =>
        AssertPassedOver(new Member("Anna"), Verdict.DeclinedOrLapsed, request => request with { Excluded = [Id("Anna")] });

    [Fact]
    public void The_present_holder_does_not_get_it_again() =>
        AssertPassedOver(new Member("Anna"), Verdict.HoldsItNow, request => request with { NotTo = Id("Anna") });

    [Fact]
    public void A_rep_who_is_no_longer_in_the_files_is_passed_over() =>
        AssertPassedOver(new Member("Anna") { InFiles = false }, Verdict.NotInStaff);

    [Fact]
    public void A_load_below_zero_for_a_moment_counts_as_none() =>
        Assert.Equal(0, Of(new Member("Anna") { Entry = new(-1, 0, 0) }).Choose().Considered[0].Load);

    [Fact]
    public void Nobody_eligible_chooses_nobody_and_changes_nothing()
    {
        var choice = Of("Anna").Choose(request => request with { Excluded = [Id("Anna")] });

        Assert.Empty(choice.Chosen);
        Assert.Empty(choice.Deltas);
        Assert.Equal(0, choice.Cost);
        Assert.False(choice.OnShiftNow);
    }

    [Fact]
    public void A_team_without_reps_chooses_nobody() => Assert.Empty(Of(Array.Empty<Member>()).Choose().Chosen);

    [Fact]
    public void A_rota_of_another_team_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of("Anna").Choose(request => request with { Rota = Rota.Empty("world") }));

    private static void AssertPassedOver(Member anna, Verdict verdict, Func<RoutingRequest, RoutingRequest>? with = null)
    {
        var choice = Of(anna, new Member("Bruno")).Choose(with);

        Assert.Equal<PersonId>([Id("Bruno")], choice.Chosen);
        Assert.Equal(verdict, VerdictOn(choice, "Anna"));
        Assert.Equal(Verdict.Chosen, VerdictOn(choice, "Bruno"));
    }
}
