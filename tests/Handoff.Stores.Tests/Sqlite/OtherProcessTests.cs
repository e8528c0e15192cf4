using System.Globalization;
using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>A second process on the data folder, and one that is killed while it commits (design section 3, promise 1).</summary>
public sealed class OtherProcessTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly FakeClock _clock = new(Given.At);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_another_process_uses_is_refused_and_a_kill_of_that_process_loses_nothing_acknowledged()
    {
        using var other = OtherProcess.Start(_folder.Path);
        var acknowledged = -1;
        try
        {
            while (acknowledged < 200)
                acknowledged = int.Parse((await other.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            await Assert.ThrowsAsync<DataFolderInUseException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));
            // Somebody tidies up: the lock of the data itself holds.
            File.Delete(_folder.File("handoff.lock"));
            await Assert.ThrowsAsync<DataFolderInUseException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));
            // That one has made the file anew, and let it go.
            await Assert.ThrowsAsync<DataFolderInUseException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));
        }
        finally
        {
            other.Kill();
        }

        // What it still said before it ended counts too. A line cut short by the kill was never said.
        while (await other.StandardOutput.ReadLineAsync() is { } line)
            acknowledged = int.TryParse(line, CultureInfo.InvariantCulture, out var n) && n == acknowledged + 1 ? n : acknowledged;
        await other.WaitForExitAsync();

        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        for (var n = 0; n <= acknowledged; n++)
        {
            Assert.Equal(2, (await store.FindAsync(Given.Lead($"lead-{n}"), default))?.Version);
            Assert.Equal(2, (await store.ReadEventsAsync(Given.Lead($"lead-{n}"), 0, default)).Count);
            Assert.NotNull(await store.FindKeyAsync($"lead-{n}", default));
            Assert.NotNull(await store.FindRecordAsync($"lead-{n}", default));
            Assert.NotNull(await store.FindLookupAsync($"person:{n}", Given.At, default));
        }

        var given = (await store.ReadRotaAsync("sales", default)).Rota.Turns;
        Assert.InRange(given, acknowledged + 1, acknowledged + 2);
        Assert.Equal(given > acknowledged + 1, await store.FindAsync(Given.Lead($"lead-{acknowledged + 1}"), default) is not null);
    }
}
