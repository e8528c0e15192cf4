using System.Reflection;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using HandoffFunctions.Tests.Engine;
using HandoffFunctions.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime.Text;
using NSubstitute;

namespace HandoffFunctions.Tests;

/// <summary>What is done by the clock alone, and what is done in its place when it is silent.</summary>
public sealed class TimerTests
{
    [Theory]
    [InlineData(nameof(TimerFunctions.Reconcile), "0 * * * * *")]
    [InlineData(nameof(TimerFunctions.CleanUp), "0 17 3 * * *")]
    public void Each_has_its_time(string function, string schedule) => Assert.Equal(
        schedule,
        typeof(TimerFunctions).GetMethod(function)!.GetParameters().Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()).OfType<TimerTriggerAttribute>().Single().Schedule);

    [AzuriteFact]
    public async Task Every_night_histories_that_ended_a_week_ago_are_purged_and_no_others()
    {
        await using var app = await Deployment.StartAsync();
        var client = Substitute.For<DurableTaskClient>("test");
        client.PurgeAllInstancesAsync(Arg.Any<PurgeInstancesFilter>(), Arg.Any<CancellationToken>()).Returns(new PurgeResult(3));

        await app.Make<TimerFunctions>().CleanUp(new(), client, default);

        var weekAgo = (app.Clock.GetCurrentInstant() - NodaTime.Duration.FromDays(7)).ToDateTimeOffset();
        await client.Received(1).PurgeAllInstancesAsync(
            Arg.Is<PurgeInstancesFilter>(filter => filter.CreatedFrom == null && filter.CreatedTo == weekAgo
                && filter.Statuses!.All(status => status != OrchestrationRuntimeStatus.Running && status != OrchestrationRuntimeStatus.Pending)),
            Arg.Any<CancellationToken>());
    }

    [AzuriteFact]
    public async Task When_timers_stand_still_a_request_reconciles_in_their_place()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");
        app.Clock.AdvanceMinutes(4);

        using var health = await app.Http.GetAsync(new Uri("/healthz", UriKind.Relative));

        await Deployment.UntilAsync(() => Task.FromResult(app.Mail.Sent.Count == 2), "the reminder");
        var heartbeat = await app.Get<IFactStore>().FindValueAsync(Reconciler.HeartbeatName, default);
        Assert.Equal(app.Clock.GetCurrentInstant(), InstantPattern.ExtendedIso.Parse(heartbeat!).Value);
    }

    [AzuriteFact]
    public async Task While_timers_run_requests_do_not_reconcile()
    {
        await using var app = await Deployment.StartAsync();
        await app.Make<TimerFunctions>().Reconcile(new(), app.Engine.Client, default);
        var before = await app.Get<IFactStore>().FindValueAsync(Reconciler.HeartbeatName, default);
        app.Clock.AdvanceMinutes(2);

        using var health = await app.Http.GetAsync(new Uri("/healthz", UriKind.Relative));

        Assert.Equal(before, await app.Get<IFactStore>().FindValueAsync(Reconciler.HeartbeatName, default));
    }
}
