using System.Collections.Concurrent;
using Handoff.Service;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NSubstitute;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>More is nudged than the runner keeps in memory.</summary>
public sealed class RunnerBacklogTests
{
    private const int Nudged = 200;
    private static readonly RunnerOptions Small = new() { Workers = 2, Batch = 10 };
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    private readonly FakeTimeProvider _time = new(Now.ToDateTimeOffset());
    private readonly IStreamStore _streams = Substitute.For<IStreamStore>();
    private readonly ConcurrentDictionary<StreamId, bool> _due = new();
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_memory_has_no_room_for_is_found_by_its_wake_up_as_soon_as_there_is_room()
    {
        await using var services = Services();
        var ready = services.GetRequiredService<ReadyStreams>();
        var runner = services.GetRequiredService<Runner>();
        for (var i = 0; i < Nudged; i++)
        {
            var stream = new StreamId(StreamKind.Lead, $"lead-{i}");
            _due[stream] = true;
            ready.Nudge(stream, Now);
        }

        Assert.Equal(Small.MostWaiting, ready.Busy);
        await runner.StartAsync(default);
        // The clock stands still: nothing is waited for but room.
        await _all.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);

        Assert.Empty(_due);
        await runner.StopAsync(default);
    }

    private ServiceProvider Services()
    {
        // No lead is there: a turn looks for its head, and is done.
        _streams.FindAsync(default, default).ReturnsForAnyArgs(call =>
        {
            _due.TryRemove(call.Arg<StreamId>(), out _);
            if (_due.IsEmpty)
                _all.TrySetResult();
            return (StreamHead?)null;
        });
        _streams.FindDueAsync(default, default, default).ReturnsForAnyArgs(call =>
            _due.Keys.Take(call.Arg<int>()).Select(stream => new PassedWakeUp(stream, Now)).ToArray());
        return new ServiceCollection()
            .AddSingleton<TimeProvider>(_time).AddSingleton<IClock>(new ProductClock(_time)).AddSingleton(Small).AddLogging()
            .AddSingleton(_streams).AddSingleton(Substitute.For<IRotaStore>()).AddSingleton(Substitute.For<ILookupStore>())
            .AddSingleton(Substitute.For<ILeadKeyStore>()).AddSingleton(Substitute.For<IMailCopyStore>())
                .AddSingleton(Substitute.For<IFactStore>()).AddSingleton(Substitute.For<ISnapshotStore>())
            .AddSingleton(Substitute.For<IMailTransport>()).AddSingleton(Substitute.For<IMailRenderer>())
            .AddSingleton(Substitute.For<ILinkProtector>()).AddSingleton(new Site(new Uri("https://handoff.example/")))
            .AddHandoffService().AddHandoffRunner()
            .BuildServiceProvider();
    }
}
