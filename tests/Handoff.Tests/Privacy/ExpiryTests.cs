using Handoff.Meetings;
using Handoff.Privacy;
using Handoff.Processes;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Privacy;

/// <summary>The nightly look at leads whose time may be over, without a store.</summary>
public sealed class ExpiryTests
{
    private static readonly Occurrences Nights = new(
        after => after.Date.At(new(3, 0)) is var today && today > after ? today : today.PlusDays(1), DateTimeZone.Utc, []);

    private readonly List<string> _happened = [];
    private ExpiryState _state = ExpiryState.Empty;

    private static Instant Day(int day, int hour = 12) => Instant.FromUtc(2026, 11, day, hour, 0);

    private string? Next => _state.Next is { } next ? $"{next.InUtc().Day} {next.InUtc().Hour:00}" : null;

    private ExpiryTests Ask(Instant now, ProcessCommand? command = null, bool keepsForEver = false)
    {
        foreach (var happened in ExpiryDecider.In(keepsForEver ? null : Nights, now)
            .Decide(_state, command ?? new ProcessCommand.TakeTurn()).Events)
        {
            _state = ExpiryDecider.Evolve(_state, happened);
            _happened.Add(happened is LeadsExpired expired ? $"{expired.Count} for {expired.Due.InUtc().Day}" : "planned");
        }

        return this;
    }

    [Fact]
    public void The_next_night_is_planned_once()
    {
        Ask(Day(2)).Ask(Day(2, 13));
        Assert.Equal(("3 03", 1), (Next, _happened.Count));
    }

    [Fact]
    public void Nights_that_were_missed_are_carried_out_once_and_then_comes_the_next()
    {
        Ask(Day(2)).Ask(Day(6)).Ask(Day(6), new RecordExpired(Day(3, 3), 7, IsWhole: true));
        Assert.Equal(("7 03", 7), (Next, _state.Erased));
        Assert.Equal(["planned", "7 for 3", "planned"], _happened);
    }

    [Fact]
    public void While_some_are_left_the_night_goes_on()
    {
        Ask(Day(2)).Ask(Day(3), new RecordExpired(Day(3, 3), 100, IsWhole: false)).Ask(Day(3));
        Assert.Equal("3 03", Next);
        Ask(Day(3), new RecordExpired(Day(3, 3), 0, IsWhole: true));
        Assert.Equal(("4 03", 100), (Next, _state.Erased));
    }

    [Fact]
    public void What_another_process_has_recorded_is_not_recorded_again()
    {
        Ask(Day(2)).Ask(Day(3), new RecordExpired(Day(3, 3), 1, IsWhole: true)).Ask(Day(3), new RecordExpired(Day(3, 3), 1, IsWhole: true));
        Assert.Equal(("4 03", 1), (Next, _state.Erased));
    }

    [Fact]
    public void An_agreement_that_keeps_everything_ends_it()
    {
        Ask(Day(2)).Ask(Day(6), keepsForEver: true);
        Assert.Null(_state.NextWakeUp);
    }
}
