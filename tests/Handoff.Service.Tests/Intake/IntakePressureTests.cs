using Handoff.Service.Intake;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handoff.Service.Tests.Intake;

/// <summary>When the runner holds back for the landing pages.</summary>
public sealed class IntakePressureTests
{
    private static readonly TimeSpan Commit = TimeSpan.FromMilliseconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly IntakePressure _pressure;

    public IntakePressureTests() => _pressure = new(_time);

    [Fact]
    public void A_burst_that_one_commit_answers_is_no_flood()
    {
        Enter(60);
        _time.Advance(Commit);
        Leave(60);

        Assert.False(_pressure.IsHigh);
    }

    [Fact]
    public void A_few_who_come_again_and_again_are_no_flood()
    {
        Rounds(50, clients: 16);

        Assert.False(_pressure.IsHigh);
    }

    [Fact]
    public void A_flood_goes_on_in_the_moment_in_which_everybody_has_been_answered()
    {
        Rounds(50, clients: 64);

        Assert.True(_pressure.IsHigh);
        _time.Advance(Commit);
        Assert.True(_pressure.IsHigh);
    }

    [Fact]
    public void It_is_over_as_soon_as_nobody_has_waited_for_a_while()
    {
        Rounds(50, clients: 64);

        _time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.False(_pressure.IsHigh);
    }

    [Fact]
    public void It_tells_how_many_wait()
    {
        Enter(2);

        Assert.Equal(3, _pressure.Enter());
        _pressure.Leave();
        Assert.Equal(3, _pressure.Enter());
    }

    private void Rounds(int count, int clients)
    {
        for (var round = 0; round < count; round++)
        {
            Enter(clients);
            _time.Advance(Commit);
            Leave(clients);
        }
    }

    private void Enter(int count)
    {
        for (var i = 0; i < count; i++)
            _pressure.Enter();
    }

    private void Leave(int count)
    {
        for (var i = 0; i < count; i++)
            _pressure.Leave();
    }
}
