using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Tests.Calendars;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>A side is warned once a period of each promise that will be missed at this pace.</summary>
public sealed class PaceTests
{
    private readonly List<string> _warned = [];
    private PaceState _state = PaceState.Empty;

    [Fact]
    public void From_the_agreed_share_of_the_period_on_who_will_miss_is_told()
    {
        Look("mon", Pace("leads", elapsed: 0.4, kept: 0.1)).Look("tue", Pace("leads", elapsed: 0.5, kept: 0.1));

        Assert.Equal(["tue giulia: leads"], _warned);
    }

    [Fact]
    public void Once_a_period()
    {
        Look("mon", Pace("leads", 0.6, 0.1)).Look("tue", Pace("leads", 0.7, 0.05)).Look("wed", Pace("leads", 0.8, 0.01));

        Assert.Single(_warned);
    }

    [Fact]
    public void Again_only_after_it_was_as_likely_kept_as_not()
    {
        Look("mon", Pace("leads", 0.6, 0.1)).Look("tue", Pace("leads", 0.7, 0.4)).Look("wed", Pace("leads", 0.7, 0.1));
        Assert.Single(_warned);

        Look("thu", Pace("leads", 0.8, 0.6)).Look("fri", Pace("leads", 0.9, 0.4)).Look("mon2", Pace("leads", 0.9, 0.1));
        Assert.Equal(["mon giulia: leads", "mon2 giulia: leads"], _warned);
    }

    [Fact]
    public void One_mail_a_side_with_all_of_its_promises()
    {
        Look("mon", Pace("leads", 0.6, 0.1), Pace("amount", 0.6, 0.1), Pace("in_time", 0.6, 0.1, Side.Sales), Pace("fine", 0.6, 0.9));

        Assert.Equal(["mon giulia: leads amount", "mon paolo: in_time"], _warned);
    }

    [Fact]
    public void What_can_no_longer_be_reached_is_told_without_a_chance() =>
        Assert.Single(Look("mon", Pace("leads", 0.6, kept: null, standing: Standing.Unreachable))._warned);

    [Fact]
    public void Nobody_is_warned_of_what_nobody_can_tell_yet() => Assert.Empty(Look("mon", Pace("leads", 0.6, kept: null))._warned);

    [Fact]
    public void It_is_looked_at_on_working_mornings()
    {
        Look("fri", Pace("leads", 0.6, 0.9));

        Assert.Equal("mon2 08:30", Week.Say(_state.NextWakeUp!.Value));
    }

    private PaceTests Look(string day, params PromisePace[] paces)
    {
        var now = Week.At($"{day} 08:30");
        _state = _state with { Next = now };
        var world = new PaceWorld(
            new(
                after => after.Date.At(new LocalTime(8, 30)) is var today && today > after ? today : today.PlusDays(1), Given.Rome,
                [Given.Office]),
            0.5, [.. paces], side => new(side == Side.Marketing ? "giulia" : "paolo"));
        string? what = null;
        foreach (var happened in PaceDecider.In(world, now).Decide(_state, new ProcessCommand.TakeTurn()).Events)
        {
            _state = PaceDecider.Evolve(_state, happened);
            if (happened is PaceWarned warned)
                what = string.Join(' ', warned.Promises.Select(promise => promise.Metric));
            if (happened is not LetterOwed owed)
                continue;
            _warned.Add($"{day} {owed.To}: {what}");
            _state = PaceDecider.Evolve(_state, new LetterSent(now, owed.Number));
        }

        return this;
    }

    private static PromisePace Pace(
        string metric, double elapsed, double? kept, Side by = Side.Marketing, Standing standing = Standing.Early) => new(
        metric,
        new()
        {
            By = by,
            Metric = metric,
            Per = Handoff.Agreements.Period.Month,
            Period = "2026-11",
            IsMost = false,
            IsPercent = false,
            Target = 100,
            Standing = standing,
            IsOver = false,
            Kept = kept,
        },
        elapsed);
}
