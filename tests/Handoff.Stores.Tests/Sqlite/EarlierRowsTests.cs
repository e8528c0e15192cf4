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
        Assert.Equal(CommitResult.Committed, (await streams.CommitAsync(Given.Turn("a", version: 2, events: 2), default)).Result);
        var events = await streams.ReadEventsAsync(Given.Lead("a"), default);
        Assert.Equal([(1, "received"), (2, "qualified"), (3, "event-3"), (4, "event-4")], events.Select(one => (one.Sequence, one.Type)));
        Assert.Equal("""{"type":"qualified"}"""u8.ToArray(), events[1].Json.ToArray());
        Assert.Equal(1795671428485734300, InstantColumn.Write(events[1].At));
        Assert.Equal([4L], (await streams.ReadEventsAsync(Given.Lead("a"), 3, default)).Select(one => one.Sequence));
    }

    [Fact]
    public async Task Its_lookups_are_found_and_go_with_their_lead()
    {
        const string Lead = "01a217d18f5271a1ae51a1ca45843b46";
        var (hash, other) = (string.Concat(Enumerable.Repeat("0a1b2c3d", 8)), string.Concat(Enumerable.Repeat("f9e8d7c6", 8)));
        using (var before = Database.OpenWriter(_folder.File("handoff.db"), 1_024))
        {
            Migration.Run(before, "handoff.db", [.. HandoffSchema.Steps.Take(StepsBefore + 1)]);
            before.Execute($"""
                INSERT INTO streams (no, kind, id, version, is_open, status, state) VALUES (7, 0, '{Lead}', 2, 1, 'offered', CAST('S' AS BLOB));
                INSERT INTO lookups (key, lead, data, version, expires_at) VALUES
                    ('{hash}.{other}:person', '{Lead}', 'person', 3, NULL), ('{hash}:company', '{Lead}', 'company', 1, NULL), ('{other}:delivery', 'another', 'delivery', 1, NULL),
                    ('made by hand:person', 'another', 'hand', 1, NULL);
                INSERT INTO recent_lookups (no, key, lead, data, version, expires_at) VALUES (4, 'body:{hash}', '{Lead}', 'body', 2, NULL);
                """);
        }

        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));

        Assert.Equal(new Lookup($"person:{hash}.{other}", Lead, "person", 3), await store.FindLookupAsync($"person:{hash}.{other}", Given.At, default));
        Assert.Equal(new Lookup($"company:{hash}", Lead, "company", 1), await store.FindLookupAsync($"company:{hash}", Given.At, default));
        Assert.Equal(new Lookup($"delivery:{other}", "another", "delivery", 1), await store.FindLookupAsync($"delivery:{other}", Given.At, default));
        Assert.Equal(new Lookup("person:made by hand", "another", "hand", 1), await store.FindLookupAsync("person:made by hand", Given.At, default));
        Assert.Equal(new Lookup($"body:{hash}", Lead, "body", 2), await store.FindLookupAsync($"body:{hash}", Given.At, default));

        var erasing = Given.Turn(Lead, version: 2) with { Erases = true };
        Assert.Equal(CommitResult.Committed, (await store.CommitAsync(erasing, default)).Result);
        Assert.Null(await store.FindLookupAsync($"person:{hash}.{other}", Given.At, default));
        Assert.Null(await store.FindLookupAsync($"company:{hash}", Given.At, default));
        Assert.Null(await store.FindLookupAsync($"body:{hash}", Given.At, default));
        Assert.NotNull(await store.FindLookupAsync($"delivery:{other}", Given.At, default));
    }
}
