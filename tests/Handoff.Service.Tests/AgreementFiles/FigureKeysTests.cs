using System.Collections.Immutable;
using Handoff.Agreements;
using Xunit;
using Period = Handoff.Agreements.Period;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What the agreement says of figures: promises of each kind, and how they are counted.</summary>
public sealed class FigureKeysTests
{
    private const string Line = "    - { metric: qualified_leads,   at_least: 120, per: month }\n";

    [Fact]
    public void Unless_it_says_so_figures_are_counted_as_usual()
    {
        var terms = Acme.Loaded(Acme.Files).Agreement.Figures;

        Assert.Equal(new FigureTerms(), terms);
        Assert.Equal((1, 30, Attribution.Last, false, false), (
            terms.YearStarts, terms.CountsAgainAfterDays, terms.Attribution, terms.ExcludesLateLeads, terms.NamesPeople));
    }

    [Fact]
    public void The_agreement_says_how_figures_are_counted()
    {
        var terms = Acme.Loaded(With("""
            year_starts: april
            pace_calendar: office
            counts_again_after: 60d
            attribution: first
            late_leads: excluded
            attempts: { reasons: [not_now], at_least: 5, over: 10d }
            people_figures: named
            """)).Agreement.Figures;

        Assert.Equal(
            (4, "office", 60, Attribution.First, true, true),
            (terms.YearStarts, terms.PaceCalendar, terms.CountsAgainAfterDays, terms.Attribution, terms.ExcludesLateLeads,
                terms.NamesPeople));
        Assert.Equal(("not_now", 5, 10), (Assert.Single(terms.Attempts!.Reasons), terms.Attempts.AtLeast, terms.Attempts.OverDays));
    }

    [Theory]
    [InlineData("metric: returned_as_bad, at_most: 10%, per: quarter", "returned_as_bad", true, 10, true, Period.Quarter)]
    [InlineData("metric: good_leads, at_least: 90, per: week", "good_leads", false, 90, false, Period.Week)]
    [InlineData(
        "metric: won_amount, at_least: 250000.50, currency: eur, per: quarter", "won_amount", false, 250000.50, false, Period.Quarter)]
    [InlineData("metric: bounces, at_most: 3, reported: true, aggregate: sum, per: month", "bounces", true, 3, false, Period.Month)]
    public void A_promise_is_a_bound_in_either_direction(
        string written, string metric, bool isMost, double figure, bool isPercent, Period per)
    {
        var promise = Acme.Loaded(Acme.Files.With(Acme.AgreementFile, Line, $"    - {{ {written} }}\n")).Agreement.Commitments[0];

        Assert.Equal(
            (metric, isMost, (decimal)figure, isPercent, per),
            (promise.Metric, promise.IsMost, promise.AtLeast, promise.IsPercent, promise.Per));
        Assert.Equal(metric == "won_amount" ? "EUR" : null, promise.Currency);
        Assert.Equal(metric == "bounces" ? Aggregate.Sum : Aggregate.Last, promise.Aggregate);
    }

    [Theory]
    [InlineData("metric: qualified_leads, per: month", "a commitment says either 'at_least' or 'at_most'")]
    [InlineData("metric: qualified_leads, at_least: 1, at_most: 2, per: month", "a commitment says either 'at_least' or 'at_most'")]
    [InlineData("metric: qualified_leads, at_least: 80%, per: month", "'qualified_leads' is no share; write it without '%'")]
    [InlineData("metric: returned_as_bad, at_most: 10, per: month", "'returned_as_bad' is a share; write it as one, such as 80%")]
    [InlineData("metric: won_amount, at_least: 10, per: month", "'won_amount' is an amount; say in which 'currency', such as EUR")]
    [InlineData("metric: good_leads, at_least: 10, currency: EUR, per: month", "'good_leads' is no amount and has no currency")]
    [InlineData(
        "metric: good_leads, at_least: 10, aggregate: sum, per: month",
        "'aggregate' is of a figure that another tool sends in ('reported: true')")]
    [InlineData(
        "metric: good_leeds, at_least: 10, per: month",
        "'good_leeds' is not measured here; did you mean 'good_leads'? (a figure that another tool sends in needs 'reported: true')")]
    public void A_promise_that_nobody_could_measure_is_a_mistake(string written, string message)
    {
        var mistakes = Acme.Mistakes(Acme.Files.With(Acme.AgreementFile, Line, $"    - {{ {written} }}\n"));

        Assert.EndsWith(": " + message, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("year_starts: brumaire", "'january' or 'february'")]
    [InlineData("pace_calendar: offfice", "unknown calendar 'offfice'; did you mean 'office'?")]
    [InlineData("counts_again_after: 4h", "a new handoff counts again after days; write it in d")]
    [InlineData("attempts: { reasons: [unreachable], at_least: 5 }", "unknown reason 'unreachable'")]
    [InlineData("attempts: { reasons: [not_now], at_least: 5, over: 3h }", "attempts are spread over working days; write it in d")]
    public void Terms_that_mean_nothing_are_mistakes(string written, string message) =>
        Assert.Contains(message, Assert.Single(Acme.Mistakes(With(written))), StringComparison.Ordinal);

    private static ImmutableDictionary<string, string> With(string written) =>
        Acme.Files.With(Acme.AgreementFile, "agreement: 2026-11\n", $"agreement: 2026-11\n{written.ReplaceLineEndings("\n")}\n");
}
