using Grpc.Core;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using HandoffFunctions.Tests.Engine;
using HandoffFunctions.Timers;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using NSubstitute;

namespace HandoffFunctions.Tests;

/// <summary>
/// Histories of orchestrations that ended a week ago are purged: by when they ended, in pages, and over as many runs as it takes.
/// </summary>
public sealed class HistoryTests
{
    [AzuriteFact]
    public async Task What_ended_a_week_ago_goes_with_its_history_and_what_still_runs_stays()
    {
        await using var app = await Deployment.StartAsync();
        var (gone, open) = (await app.AskAsync(), await app.AskAsync("grace@navy.example"));
        await EndAsync(app, gone);
        var timers = Over(app, DaysFromNow(8));

        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), app.Engine.Client, default);
        Assert.Null(await app.Engine.Client.FindAsync(gone));
        Assert.NotNull(await app.Engine.Client.FindAsync(open));
    }

    [AzuriteFact]
    public async Task What_ended_six_days_ago_stays()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await EndAsync(app, lead);
        var timers = Over(app, DaysFromNow(6));

        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), app.Engine.Client, default);
        Assert.NotNull(await app.Engine.Client.FindAsync(lead));
    }

    [AzuriteFact]
    public async Task A_long_life_that_ended_yesterday_stays_however_long_ago_it_began()
    {
        await using var app = await Deployment.StartAsync();
        var client = Client([[One("old", began: -30, ended: -8), One("long", began: -30, ended: -1)]]);
        var timers = Over(app, DaysFromNow(0));

        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), client, default);
        await client.Received(1).PurgeInstanceAsync("old", Arg.Any<CancellationToken>());
        await client.DidNotReceive().PurgeInstanceAsync("long", Arg.Any<CancellationToken>());
    }

    [AzuriteFact]
    public async Task A_run_without_time_left_keeps_its_place_and_the_next_goes_on_there_until_none_is_left()
    {
        await using var app = await Deployment.StartAsync();
        var client = Client([[One("a", -30, -8)], [One("b", -30, -8)], []]);
        var timers = Over(app, DaysFromNow(0), TimeSpan.Zero);
        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), client, default);
        await client.DidNotReceive().PurgeInstanceAsync("b", Arg.Any<CancellationToken>());
        // A night that falls into it does not send it back to the beginning.
        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), client, default);
        await client.Received(1).PurgeInstanceAsync("b", Arg.Any<CancellationToken>());
        await timers.PurgeHistories(new(), client, default);

        await timers.PurgeHistories(new(), client, default);
        await client.Received(1).PurgeInstanceAsync("a", Arg.Any<CancellationToken>());
    }

    [AzuriteFact]
    public async Task One_that_cannot_be_purged_does_not_keep_the_others()
    {
        await using var app = await Deployment.StartAsync();
        var client = Client([[One("bad", -30, -8), One("good", -30, -8)]]);
        client.PurgeInstanceAsync("bad", Arg.Any<CancellationToken>())
            .Returns(Task.FromException<PurgeResult>(new RpcException(new(StatusCode.Unknown, "no"))));
        var timers = Over(app, DaysFromNow(0));

        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), client, default);
        await client.Received(1).PurgeInstanceAsync("good", Arg.Any<CancellationToken>());
        Assert.Equal("", await app.Get<IFactStore>().FindValueAsync(TimerFunctions.Histories, default));
    }

    [AzuriteFact]
    public async Task A_place_that_is_no_good_is_given_up()
    {
        await using var app = await Deployment.StartAsync();
        await app.Get<IFactStore>().SaveValueAsync(TimerFunctions.Histories, "after nothing that was ever there", default);
        var client = Substitute.For<DurableTaskClient>("test");
        client.GetAllInstancesAsync(Arg.Any<OrchestrationQuery?>()).Returns(Pageable.Create<OrchestrationMetadata>(
            (place, _) => place is null
                ? Task.FromResult(new Page<OrchestrationMetadata>([]))
                : throw new RpcException(new(StatusCode.Unknown, "bad token"))));
        var timers = Over(app, DaysFromNow(0));

        await Assert.ThrowsAsync<RpcException>(() => timers.PurgeHistories(new(), client, default));

        await timers.PurgeHistories(new(), client, default);
        Assert.Equal("", await app.Get<IFactStore>().FindValueAsync(TimerFunctions.Histories, default));
    }

    [AzuriteFact]
    public async Task Every_night_there_is_work_and_only_then()
    {
        await using var app = await Deployment.StartAsync();
        var client = Client([[One("old", -30, -8)]]);
        var timers = Over(app, DaysFromNow(0));

        await timers.PurgeHistories(new(), client, default);
        client.DidNotReceive().GetAllInstancesAsync(Arg.Any<OrchestrationQuery?>());
        await timers.CleanUp(new(), default);
        await timers.PurgeHistories(new(), client, default);
        await timers.PurgeHistories(new(), client, default);

        client.Received(1).GetAllInstancesAsync(Arg.Is<OrchestrationQuery?>(query =>
            query!.Statuses!.All(status => status != OrchestrationRuntimeStatus.Running && status != OrchestrationRuntimeStatus.Pending)));
    }

    private static async Task EndAsync(Deployment app, string lead)
    {
        // It is started after the answer, and what is not there is not ended.
        await Deployment.UntilAsync(async () => await app.Engine.Client.FindAsync(lead) is not null, "the start");
        await app.Engine.Client.TerminateAsync(lead);
        await Deployment.UntilAsync(
            async () => (await app.Engine.Client.FindAsync(lead))?.OrchestrationStatus == DurableTask.Core.OrchestrationStatus.Terminated,
            "the end");
    }

    private static Instant DaysFromNow(int days) => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + Duration.FromDays(days);

    /// <summary>The timer functions at another time than the app's, which the engine does not know.</summary>
    private static TimerFunctions Over(Deployment app, Instant now, TimeSpan? longest = null) =>
        ActivatorUtilities.CreateInstance<TimerFunctions>(
        app.Get<IServiceProvider>(), new FakeClock(now),
        new Sweep(app.Get<IFactStore>(), TimeProvider.System, NullLogger<Sweep>.Instance) { Longest = longest ?? TimeSpan.FromMinutes(1) });

    private static OrchestrationMetadata One(string id, int began, int ended) =>
        new("LeadHandoff", id) { CreatedAt = DaysFromNow(began).ToDateTimeOffset(), LastUpdatedAt = DaysFromNow(ended).ToDateTimeOffset() };

    private static DurableTaskClient Client(OrchestrationMetadata[][] pages)
    {
        var client = Substitute.For<DurableTaskClient>("test");
        client.GetAllInstancesAsync(Arg.Any<OrchestrationQuery?>()).Returns(Pageable.Create<OrchestrationMetadata>((place, _) =>
        {
            var at = place is null ? 0 : int.Parse(place, System.Globalization.CultureInfo.InvariantCulture);
            return Task.FromResult(new Page<OrchestrationMetadata>(pages[at], at + 1 < pages.Length ? $"{at + 1}" : null));
        }));
        client.PurgeInstanceAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(new PurgeResult(1));
        return client;
    }
}
