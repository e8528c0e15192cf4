using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>Lookups of the embedded store.</summary>
public sealed class LookupRowTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_turn_that_claims_a_key_twice_is_refused_before_it_is_queued()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Given.At));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.CommitAsync(Given.Turn("a") with { Lookups = [Given.Lookup("person:1", "a"), Given.Lookup("person:1", "a")] }, default)
                .AsTask());
    }
}
