using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>A page of a database that is not what was written.</summary>
public sealed class DamagedPageTests : IDisposable
{
    private const int PageSize = 4096;
    private const int Leads = 300;

    private readonly DataFolder _folder = new();
    private readonly FakeClock _clock = new(Given.At);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("handoff.db")]
    [InlineData("keys.db")]
    public async Task An_opening_finds_it_and_says_what_to_do(string file)
    {
        await FillAsync();
        Damage(file, firstPage: 3);

        var refused = await Assert.ThrowsAsync<DataFolderUnusableException>(() => SqliteStore.OpenAsync(_folder.Path, _clock));

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"handoff restore --from BACKUPS --data {_folder.Path} --replace", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_met_while_it_runs_ends_reading_and_writing_alike()
    {
        await FillAsync();
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        Damage("handoff.db", firstPage: 2);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (var n = 0; n < Leads; n++)
                await store.FindRecordAsync($"lead-{n}", default);
        });

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Given.Turn("new"), default));
        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.FindDueAsync(Given.At, 10, default));
    }

    private async Task FillAsync()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        for (var n = 0; n < Leads; n++)
            await store.CommitAsync(Given.Turn($"lead-{n}") with { NewKey = new byte[32], Record = new byte[1_000] }, default);
    }

    /// <summary>From that page on nothing is what was written.</summary>
    private void Damage(string file, int firstPage)
    {
        using var stream = new FileStream(_folder.File(file), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var junk = new byte[PageSize];
        Array.Fill(junk, (byte)0x5a);
        for (stream.Position = (firstPage - 1) * PageSize; stream.Position < stream.Length;)
            stream.Write(junk);
    }
}
