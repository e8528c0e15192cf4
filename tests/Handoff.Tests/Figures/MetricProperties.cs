using CsCheck;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Tests.Leads;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>What holds of every metric in every life of a lead.</summary>
public sealed class MetricProperties
{
    [Fact]
    public void A_figure_counts_what_somebody_would_count_by_hand_from_the_events() => InTheEnd(play =>
    {
        foreach (var metric in Metrics.All)
        {
            var judged = metric.Rule(FactOf(play));
            (Minute, bool)? byHand = NaiveCount.Of(metric.Name, play.Events) is { } one ? (Minute.Of(one.At), one.IsGood) : null;
            (Minute, bool)? rule = judged.IsGood || (metric.Kind == MetricKind.Share && judged.Counts) ? (judged.At, judged.IsGood) : null;
            Assert.True(byHand == rule, $"{metric.Name}: {judged}, by hand {byHand}");
        }
    });

    [Fact]
    public void A_lead_has_one_clock_of_a_judged_name_at_most_that_is_not_cancelled() => LeadProperties.AfterEach((lead, _, _) =>
        Assert.All(
            lead.Clocks.Where(clock => clock.State != ClockState.Cancelled && ClockNames.OfHandoff.Contains(clock.Name))
                .CountBy(clock => clock.Name),
            one => Assert.Equal(1, one.Value)));

    [Fact]
    public void An_erasure_changes_no_figure_but_that_the_undecided_will_never_be_decided() => InTheEnd(play =>
    {
        var before = FactOf(play);
        play.Decide(new EraseLead());
        var after = FactOf(play);
        foreach (var metric in Metrics.All)
        {
            var (was, now) = (metric.Rule(before), metric.Rule(after));
            Assert.True(
                was.Verdict is Verdict.Undecided
                    ? now.Verdict is Verdict.Erased or Verdict.Outside : (was.At, was.Verdict) == (now.At, now.Verdict),
                $"{metric.Name}: {was} became {now}");
        }
    });

    [Fact]
    public void What_is_settled_stays() => AnyLife.Any.Sample(
        life =>
        {
            var settled = new Dictionary<string, Judged>(StringComparer.Ordinal);
            AnyLife.Tell(life, (_, _, command, decision, now) =>
            {
                var fact = LeadFact.Of(LeadRow.Of(decision.Lead), FigureTerms.Usual, life.Company.Staff);
                foreach (var metric in Metrics.All.Where(metric => metric.Kind != MetricKind.Money))
                {
                    var judged = metric.Rule(fact);
                    if (settled.TryGetValue(metric.Name, out var before))
                        Assert.True((before.At, before.Verdict) == (judged.At, judged.Verdict), $"{metric.Name}: {before}, then {judged}");
                    else if (judged.IsSettled(Minute.Of(now)))
                        settled[metric.Name] = judged;
                }
            });
        },
        iter: LeadProperties.Lives, print: Dump.Of);

    [Fact]
    public void Tests_and_duplicates_are_in_no_figure() => InTheEnd(play =>
    {
        var row = LeadRow.Of(play.Lead);
        var test = LeadFact.Of(row with { IsTest = true }, FigureTerms.Usual, play.Company.Staff);
        var duplicate = LeadFact.Of(row with { Milestones = Milestones.None }, FigureTerms.Usual, play.Company.Staff);
        Assert.All(Metrics.All, metric => Assert.Equal((Judged.No, Judged.No), (metric.Rule(test), metric.Rule(duplicate))));
    });

    internal static LeadFact FactOf(Play play) => LeadFact.Of(LeadRow.Of(play.Lead), FigureTerms.Usual, play.Company.Staff);

    private static void InTheEnd(Action<Play> holds) =>
        AnyLife.Any.Sample(life => holds(AnyLife.Tell(life, (_, _, _, _, _) => { })), iter: LeadProperties.Lives, print: Dump.Of);
}
