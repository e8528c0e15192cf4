using Handoff.Service.Running;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handoff.Service.Tests.Running;

public sealed class SleepUntilTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_clock_that_is_moved_on_while_the_sleep_begins_ends_it()
    {
        var time = new MovedOnWhileATimerIsMade(Monday, TimeSpan.FromHours(4));
        using var sleep = new SleepUntil(time);
        await sleep.UntilAsync(Monday + Second, TimeSpan.FromSeconds(30), default).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    [Fact]
    public async Task A_sleep_lasts_until_its_end()
    {
        var time = new FakeTimeProvider(Monday);
        using var sleep = new SleepUntil(time);
        var slept = sleep.UntilAsync(Monday + Second, TimeSpan.FromSeconds(30), default);
        time.Advance(Second / 2);
        Assert.False(slept.IsCompleted);
        time.Advance(Second / 2);
        await slept.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    private sealed class MovedOnWhileATimerIsMade(DateTimeOffset now, TimeSpan by) : FakeTimeProvider(now)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Advance(by);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
