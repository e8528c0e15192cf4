using Handoff.Service.Storage;
using Handoff.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>The file itself keeps the audit log from being changed.</summary>
public sealed class AuditFileTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE no = 1")]
    [InlineData("UPDATE audit SET actor = 'somebody else'")]
    [InlineData("UPDATE audit SET at = 0 WHERE no = 1")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        var entry = new AuditEntry(Contract.Given.At, "erase lead", "key 1", "lead-1", "done");
        await using (var store = await SqliteStore.OpenAsync(_folder.Path, new FakeClock(Contract.Given.At)))
            await store.AppendAsync(entry, default);
        using (var connection = new SqliteConnection($"Data Source={_folder.File("handoff.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
            command.CommandText = sql;
#pragma warning restore CA2100
            Assert.Contains(
                "only added to", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        }

        Assert.Equal(entry, Assert.Single(SqliteStore.ReadAudit(_folder.Path, 100)).Entry);
    }
}
