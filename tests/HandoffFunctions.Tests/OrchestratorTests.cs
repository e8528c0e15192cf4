using HandoffFunctions.Orchestrations;
using Microsoft.DurableTask;
using NSubstitute;

namespace HandoffFunctions.Tests;

/// <summary>What the orchestrator asks of its context, and in which order.</summary>
public sealed class OrchestratorTests
{
    private static readonly DateTime Now = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    private readonly TaskOrchestrationContext _context = Substitute.For<TaskOrchestrationContext>();
    private readonly List<TaskCompletionSource<object?>> _waiters = [];
    private readonly Queue<Func<Task<Step>>> _steps = [];
    private readonly List<string> _asked = [];
    private readonly List<(DateTime At, CancellationToken Token)> _timers = [];

    public OrchestratorTests()
    {
        _context.InstanceId.Returns("lead-1");
        _context.CurrentUtcDateTime.Returns(Now);
        _context.WaitForExternalEvent<object?>(Nudges.EventName, Arg.Any<CancellationToken>()).Returns(call =>
        {
            Assert.False(call.Arg<CancellationToken>().CanBeCanceled);
            _waiters.Add(new());
            return _waiters[^1].Task;
        });
        _context.CallActivityAsync<Step>(Arg.Any<TaskName>(), Arg.Any<object?>(), Arg.Any<TaskOptions?>()).Returns(call =>
        {
            _asked.Add($"{call.Arg<TaskName>().Name} {call.ArgAt<object?>(1)}");
            return _steps.Dequeue()();
        });
        _context.CreateTimer(Arg.Any<DateTime>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _timers.Add((call.Arg<DateTime>(), call.Arg<CancellationToken>()));
            var timer = new TaskCompletionSource();
            call.Arg<CancellationToken>().Register(timer.SetCanceled);
            return timer.Task;
        });
    }

    [Fact]
    public async Task It_takes_a_turn_delivers_each_message_owed_and_ends_when_nothing_will_be_due()
    {
        Steps(new([3, 4], Now), new([4], Now), new([], null));

        await Orchestrators.RunAsync(_context);

        Assert.Equal(["TakeTurn lead-1", "DeliverMessage Owed { Instance = lead-1, Number = 3 }", "DeliverMessage Owed { Instance = lead-1, Number = 4 }"], _asked);
        Assert.Empty(_timers);
        _context.DidNotReceive().ContinueAsNew(Arg.Any<object?>(), Arg.Any<bool>());
    }

    [Fact]
    public async Task It_waits_for_the_deadline_or_a_nudge_and_only_the_timer_is_ever_cancelled()
    {
        Steps(new([], Now.AddHours(1)), new([], null));
        var life = Orchestrators.RunAsync(_context);
        Assert.Equal(Now.AddHours(1), Assert.Single(_timers).At);
        Assert.Single(_waiters);

        _waiters[0].SetResult(null);
        await life;

        Assert.True(_timers[0].Token.IsCancellationRequested);
        Assert.Equal(2, _asked.Count);
        // A new waiter was made only when the old one had its event.
        Assert.Equal(2, _waiters.Count);
    }

    [Fact]
    public async Task A_nudge_that_comes_during_a_turn_brings_another_turn_at_once()
    {
        _steps.Enqueue(() =>
        {
            _waiters[0].SetResult(null);
            return Task.FromResult(new Step([], Now.AddHours(1)));
        });
        Steps(new Step([], null));

        await Orchestrators.RunAsync(_context);

        Assert.Equal(2, _asked.Count);
        Assert.Empty(_timers);
    }

    [Fact]
    public async Task A_nudge_that_comes_during_the_last_turn_is_answered_before_it_ends()
    {
        _steps.Enqueue(() =>
        {
            _waiters[0].SetResult(null);
            return Task.FromResult(new Step([], null));
        });
        Steps(new([], Now.AddDays(1)), new([], null));
        var life = Orchestrators.RunAsync(_context);

        Assert.False(life.IsCompleted);
        Assert.Single(_timers);
        _waiters[1].SetResult(null);
        await life;
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_waited_for_a_moment_so_that_clocks_that_differ_do_not_make_it_spin()
    {
        Steps(new([], Now.AddMinutes(-1)), new([], null));
        var life = Orchestrators.RunAsync(_context);

        Assert.Equal(Now.AddSeconds(1), Assert.Single(_timers).At);
        _waiters[0].SetResult(null);
        await life;
    }

    [Fact]
    public async Task After_twenty_steps_it_continues_as_new_right_after_a_turn_and_keeps_events()
    {
        Steps([.. Enumerable.Repeat(new Step([1], Now), Orchestrators.MostSteps)]);

        await Orchestrators.RunAsync(_context);

        Assert.Equal(Orchestrators.MostSteps, _asked.Count);
        Assert.Empty(_timers);
        _context.Received(1).ContinueAsNew(Arg.Any<object?>(), preserveUnprocessedEvents: true);
    }

    [Fact]
    public async Task A_step_that_fails_in_every_attempt_lets_the_stream_rest_until_a_nudge_and_begin_afresh()
    {
        _steps.Enqueue(() => throw new TaskFailedException("TakeTurn", 1, new InvalidOperationException("the store")));
        var life = Orchestrators.RunAsync(_context);
        Assert.Equal(Now.AddMinutes(5), Assert.Single(_timers).At);

        _waiters[0].SetResult(null);
        await life;

        _context.Received(1).ContinueAsNew(Arg.Any<object?>(), preserveUnprocessedEvents: true);
    }

    [Fact]
    public void Both_orchestrators_are_this_one() => Assert.Equal(
        ("LeadHandoff", "Alerts"),
        (InstanceId.OrchestratorOf(InstanceId.StreamOf("0123")), InstanceId.OrchestratorOf(InstanceId.StreamOf("alerts-0123"))));

    private void Steps(params Step[] steps)
    {
        foreach (var step in steps)
            _steps.Enqueue(() => Task.FromResult(step));
    }
}
