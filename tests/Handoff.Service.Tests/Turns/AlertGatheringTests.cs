using System.Threading.Channels;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.Turns;

public sealed class AlertGatheringTests
{
    private static readonly PersonId Marta = new("marta.villa@acme.example");
    private static readonly PersonId Dana = new("dana.lee@acme.example");

    private readonly List<int[]> _writes = [];
    private readonly Channel<TaskCompletionSource> _store = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly AlertGathering _gathering = new();

    [Fact]
    public async Task Those_that_come_while_one_of_the_same_person_is_written_share_the_next_write()
    {
        var first = Raise(Marta, 1);
        var others = Enumerable.Range(2, 40).Select(number => Raise(Marta, number)).ToArray();

        (await NextWriteAsync()).SetResult();
        await first;
        (await NextWriteAsync()).SetResult();
        (await NextWriteAsync()).SetResult();
        await Task.WhenAll(others);

        Assert.Equal([1, 32, 8], _writes.Select(write => write.Length));
        Assert.Equal(Enumerable.Range(1, 41), _writes.SelectMany(write => write));
    }

    [Fact]
    public async Task Nobody_waits_for_another_persons_alerts()
    {
        var marta = Raise(Marta, 1);
        var dana = Raise(Dana, 2);

        var (one, other) = (await NextWriteAsync(), await NextWriteAsync());
        other.SetResult();
        await dana;
        one.SetResult();
        await marta;
    }

    [Fact]
    public async Task A_write_that_fails_is_told_to_each_who_shared_it_and_to_nobody_else()
    {
        var first = Raise(Marta, 1);
        Task[] shared = [Raise(Marta, 2), Raise(Marta, 3)];
        (await NextWriteAsync()).SetResult();
        var failed = await NextWriteAsync();

        var later = Raise(Marta, 4);
        failed.SetException(new StoreUnavailableException("The disk is full."));
        (await NextWriteAsync()).SetResult();

        await first;
        await later;
        foreach (var one in shared)
            await Assert.ThrowsAsync<StoreUnavailableException>(() => one);
    }

    private Task SaveAsync(PersonId person, IReadOnlyList<Handoff.Alerts.Alert> alerts)
    {
        _writes.Add([.. alerts.Select(alert => alert.Number)]);
        var written = new TaskCompletionSource();
        _store.Writer.TryWrite(written);
        return written.Task;
    }

    private ValueTask<TaskCompletionSource> NextWriteAsync() => _store.Reader.ReadAsync();

    private Task Raise(PersonId person, int number) => _gathering.RaiseAsync(
        person, new(new LeadId("019ac0de000070008000000000000001"), number, MessageKind.Breach, new(), Instant.MinValue, AtAnyHour: false),
            SaveAsync, default);
}
