using Handoff.Service.Intake;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handoff.Service.Tests.Intake;

/// <summary>How many leads may wait to be stored, and when the runner holds back for them.</summary>
public sealed class IntakeLimitTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly IntakeLimit _limit;

    public IntakeLimitTests() => _limit = new(_time);

    [Fact]
    public void The_runner_holds_back_while_many_wait_and_for_a_moment_after()
    {
        var waiting = Enumerable.Range(0, 47).Select(_ => _limit.TryEnter()).ToList();
        Assert.False(_limit.IsBusy);

        waiting.Add(_limit.TryEnter());
        Assert.True(_limit.IsBusy);

        waiting[0]!.Dispose();
        Assert.True(_limit.IsBusy);

        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.False(_limit.IsBusy);
    }

    [Fact]
    public void Of_more_than_may_wait_one_is_told_to_come_again_until_another_is_stored()
    {
        var waiting = Enumerable.Range(0, 5_000).Select(_ => _limit.TryEnter()!).ToList();
        Assert.Null(_limit.TryEnter());

        waiting[0].Dispose();

        Assert.NotNull(_limit.TryEnter());
    }

    public void Dispose() => _limit.Dispose();
}
