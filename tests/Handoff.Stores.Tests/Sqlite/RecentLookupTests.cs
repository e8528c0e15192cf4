using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>Lookups of the last minutes, right after a start of the embedded store.</summary>
public sealed class RecentLookupTests : IAsyncLifetime, IDisposable
{
    private const int Many = 5_000;
    private static readonly Instant InTenMinutes = Given.At + Duration.FromMinutes(10);

    private readonly DataFolder _folder = new();
    private readonly FakeClock _clock = new(Given.At);

    public async Task InitializeAsync()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);
        await Task.WhenAll(Enumerable.Range(0, Many).Select(number => store.CommitAsync(
            Given.Turn($"lead-{number}") with { Lookups = [Given.Lookup($"body:{number}", $"lead-{number}", expires: InTenMinutes)] },
            default).AsTask()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whoever_asks_first_after_a_start_finds_them()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);

        Assert.Equal($"lead-{Many - 1}", (await store.FindLookupAsync($"body:{Many - 1}", Given.At, default))?.LeadId);
    }

    [Fact]
    public async Task A_write_right_after_a_start_conflicts_with_them()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, _clock);

        var result = (await store.CommitAsync(
            Given.Turn("again") with { Lookups = [Given.Lookup("body:0", "again", expires: InTenMinutes)] }, default)).Result;

        Assert.Equal(CommitResult.Conflict, result);
    }

    [Fact]
    public async Task A_store_that_is_closed_right_after_its_start_frees_the_folder()
    {
        for (var times = 0; times < 3; times++)
            await (await SqliteStore.OpenAsync(_folder.Path, _clock)).DisposeAsync();

        Assert.False(File.Exists(_folder.File("handoff.db-wal")));
    }
}
