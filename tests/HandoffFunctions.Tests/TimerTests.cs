using System.Reflection;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using HandoffFunctions.Tests.Engine;
using HandoffFunctions.Timers;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;

namespace HandoffFunctions.Tests;

/// <summary>What is done by the clock alone, and what is done in its place when it is silent.</summary>
public sealed class TimerTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    [Theory]
    [InlineData(nameof(TimerFunctions.Reconcile), "0 * * * * *")]
    [InlineData(nameof(TimerFunctions.CleanUp), "0 17 3 * * *")]
    [InlineData(nameof(TimerFunctions.FreezeFigures), "0 3/10 * * * *")]
    [InlineData(nameof(TimerFunctions.PurgeHistories), "0 7/15 * * * *")]
    [InlineData(nameof(TimerFunctions.BackfillForms), "0 41 * * * *")]
    [InlineData(nameof(TimerFunctions.ReadCalendars), "0 23 * * * *")]
    public void Each_has_its_time(string function, string schedule) => Assert.Equal(
        schedule,
        typeof(TimerFunctions).GetMethod(function)!.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()).OfType<TimerTriggerAttribute>().Single().Schedule);

    [Fact]
    public void The_host_takes_the_name_of_every_binding() => Assert.All(
        typeof(TimerFunctions).Assembly.GetTypes().SelectMany(type => type.GetMethods(Everything))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null).SelectMany(method => method.GetParameters()),
        parameter => Assert.Matches("^[A-Za-z][A-Za-z0-9]*$", parameter.Name));

    [AzuriteFact]
    public async Task When_timers_stand_still_a_request_reconciles_in_their_place()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");
        app.Clock.AdvanceMinutes(4);

        await app.LookUntilAsync(
            async () => (await app.Http.GetAsync(new Uri("/healthz", UriKind.Relative))).Dispose(),
            () => Task.FromResult(app.Mail.Sent.Count > 1),
            "the reminder");

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
