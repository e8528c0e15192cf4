using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Schema;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>A data folder that was written before rows were packed.</summary>
public sealed class EarlierRowsTests : IDisposable
{
    private const int StepsBefore = 3;

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_states_and_events_are_read_and_written_on()
    {
        using (var before = Database.OpenWriter(_folder.File("handoff.db"), 1_024))
        {
            Migration.Run(before, "handoff.db", [.. HandoffSchema.Steps.Take(StepsBefore)]);
            before.Execute("""
                INSERT INTO streams (no, kind, id, version, is_open, status, state) VALUES (7, 0, 'a', 2, 1, 'offered', CAST('{"version":2}' AS BLOB));
                INSERT INTO events (stream, sequence, at, type, json) VALUES
                    (7, 1, 1795671428485734200, 'received', CAST('{"type":"received"}' AS BLOB)), (7, 2, 1795671428485734300, 'qualified', CAST('{"type":"qualified"}' AS BLOB));
                """);
        }

        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));
        var streams = (IStreamStore)store;

        Assert.Equal("""{"version":2}"""u8.ToArray(), (await streams.FindAsync(Given.Lead("a"), default))!.State.ToArray());
        Assert.Equal(CommitResult.Committed, await streams.CommitAsync(Given.Turn("a", version: 2, events: 2), default));
        var events = await streams.ReadEventsAsync(Given.Lead("a"), default);
        Assert.Equal([(1, "received"), (2, "qualified"), (3, "event-3"), (4, "event-4")], events.Select(one => (one.Sequence, one.Type)));
        Assert.Equal("""{"type":"qualified"}"""u8.ToArray(), events[1].Json.ToArray());
        Assert.Equal(1795671428485734300, InstantColumn.Write(events[1].At));
        Assert.Equal([4L], (await streams.ReadEventsAsync(Given.Lead("a"), 3, default)).Select(one => one.Sequence));
    }
}
