using HandoffFunctions.Orchestrations;
using Microsoft.DurableTask;
using NSubstitute;

namespace HandoffFunctions.Tests;

/// <summary>What the orchestrator asks of its context, and in which order.</summary>
public sealed class OrchestratorTests
{
    private static readonly DateTime Now = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    private readonly TaskOrchestrationContext _context = Substitute.For<TaskOrchestrationContext>();
    private readonly List<TaskCompletionSource<Nudge>> _waiters = [];
    private readonly Queue<Func<Task<Step>>> _steps = [];
    private readonly List<string> _asked = [];
    private readonly List<(DateTime At, CancellationToken Token, TaskCompletionSource Fires)> _timers = [];

    public OrchestratorTests()
    {
        _context.InstanceId.Returns("lead-1");
        _context.CurrentUtcDateTime.Returns(Now);
        _context.WaitForExternalEvent<Nudge>(Nudges.EventName, Arg.Any<CancellationToken>()).Returns(call =>
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
            var timer = new TaskCompletionSource();
            _timers.Add((call.Arg<DateTime>(), call.Arg<CancellationToken>(), timer));
            call.Arg<CancellationToken>().Register(() => timer.TrySetCanceled());
            return timer.Task;
        });
    }

    [Fact]
    public async Task It_waits_for_its_first_deadline_without_a_step_and_takes_one_when_it_has_come()
    {
        var life = BeginAt(Now.AddMinutes(5));
        Assert.Equal(Now.AddMinutes(5), Assert.Single(_timers).At);
        Assert.Empty(_asked);

        Steps(new Step(null));
        Passed(0);
        await life;

        Assert.Equal(["TakeTurn lead-1"], _asked);
        _context.DidNotReceive().ContinueAsNew(Arg.Any<object?>(), Arg.Any<bool>());
    }

    [Fact]
    public async Task A_deadline_that_has_passed_when_it_begins_brings_a_step_at_once()
    {
        Steps(new Step(null));

        await BeginAt(Now.AddSeconds(-1));

        Assert.Single(_asked);
        Assert.Empty(_timers);
    }

    [Fact]
    public async Task A_timer_that_finds_nothing_due_is_set_anew()
    {
        var life = BeginAt(Now.AddMinutes(5));
        Steps(new(Now.AddHours(1)), new(null));

        Passed(0);
        Assert.Equal(Now.AddHours(1), _timers[1].At);
        Passed(1);
        await life;

        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task An_earlier_deadline_takes_the_place_of_the_timer_and_only_the_timer_is_ever_cancelled()
    {
        var life = BeginAt(Now.AddHours(1));
        _waiters[0].SetResult(new(Now.AddMinutes(5)));

        Assert.True(_timers[0].Token.IsCancellationRequested);
        Assert.Equal(Now.AddMinutes(5), _timers[1].At);
        Assert.Empty(_asked);
        // A new waiter was made only when the old one had its event.
        Assert.Equal(2, _waiters.Count);
        Steps(new Step(null));
        Passed(1);
        await life;
    }

    [Fact]
    public async Task A_nudge_that_was_overtaken_makes_nobody_late()
    {
        var life = BeginAt(Now.AddMinutes(5));

        _waiters[0].SetResult(new(Now.AddHours(1)));

        Assert.Equal(Now.AddMinutes(5), _timers[^1].At);
        _waiters[1].SetResult(new(null));
        await life;
    }

    [Fact]
    public async Task It_ends_without_a_step_when_it_is_told_that_nothing_will_be_due()
    {
        var life = BeginAt(Now.AddHours(1));

        _waiters[0].SetResult(new(null));
        await life;

        Assert.Empty(_asked);
        Assert.True(_timers[0].Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_nudge_that_comes_during_a_step_moves_the_deadline_that_the_step_answers()
    {
        _steps.Enqueue(() =>
        {
            _waiters[0].SetResult(new(Now.AddMinutes(5)));
            return Task.FromResult(new Step(Now.AddHours(1)));
        });
        var life = BeginAt(Now);

        Assert.Equal(Now.AddMinutes(5), Assert.Single(_timers).At);
        _waiters[1].SetResult(new(null));
        await life;
    }

    [Fact]
    public async Task A_nudge_that_comes_during_the_last_step_is_answered_before_it_ends()
    {
        _steps.Enqueue(() =>
        {
            _waiters[0].SetResult(new(Now.AddDays(1)));
            return Task.FromResult(new Step(null));
        });
        var life = BeginAt(Now);

        Assert.False(life.IsCompleted);
        Assert.Equal(Now.AddDays(1), Assert.Single(_timers).At);
        _waiters[1].SetResult(new(null));
        await life;
    }

    [Fact]
    public async Task A_deadline_that_a_step_answers_and_that_has_passed_is_waited_for_a_moment_so_clocks_that_differ_do_not_make_it_spin()
    {
        Steps(new Step(Now.AddMinutes(-1)));
        var life = BeginAt(Now);

        Assert.Equal(Now.AddSeconds(1), Assert.Single(_timers).At);
        _waiters[0].SetResult(new(null));
        await life;
    }

    [Fact]
    public async Task After_twenty_steps_it_continues_as_new_with_its_deadline_and_keeps_events()
    {
        Steps([.. Enumerable.Repeat(new Step(Now.AddMinutes(1)), Orchestrators.MostSteps)]);
        var life = BeginAt(Now);
        for (var timer = 0; timer < Orchestrators.MostSteps - 1; timer++)
            Passed(timer);
        await life;

        Assert.Equal(Orchestrators.MostSteps, _asked.Count);
        _context.Received(1).ContinueAsNew(Now.AddMinutes(1), preserveUnprocessedEvents: true);
    }

    [Fact]
    public async Task After_twenty_nudges_too()
    {
        var life = BeginAt(Now.AddHours(1));
        for (var nudge = 0; nudge < Orchestrators.MostSteps; nudge++)
            _waiters[nudge].SetResult(new(Now.AddMinutes(30)));
        await life;

        Assert.Empty(_asked);
        _context.Received(1).ContinueAsNew(Now.AddMinutes(30), preserveUnprocessedEvents: true);
    }

    [Fact]
    public async Task A_step_that_fails_in_every_attempt_lets_the_stream_rest_and_begin_afresh()
    {
        _steps.Enqueue(() => throw new TaskFailedException("TakeTurn", 1, new InvalidOperationException("the store")));

        await BeginAt(Now);

        Assert.Empty(_timers);
        _context.Received(1).ContinueAsNew(Now.AddMinutes(5), preserveUnprocessedEvents: true);
    }

    [Fact]
    public void Both_orchestrators_are_this_one() => Assert.Equal(
        ("LeadHandoff", "Alerts"),
        (InstanceId.OrchestratorOf(InstanceId.StreamOf("0123")), InstanceId.OrchestratorOf(InstanceId.StreamOf("alerts-0123"))));

    private Task BeginAt(DateTime due)
    {
        _context.GetInput<DateTime?>().Returns(due);
        return Orchestrators.RunAsync(_context);
    }

    private void Passed(int timer) => _timers[timer].Fires.SetResult();

    private void Steps(params Step[] steps)
    {
        foreach (var step in steps)
            _steps.Enqueue(() => Task.FromResult(step));
    }
}
