using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>One transaction. Parameters are named @a, @b, @c in the order in which they are given.</summary>
internal sealed class LeadWork(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    public async Task<int> RunAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<string[]?> FirstAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await foreach (var row in AllAsync(sql, cancellation, values))
            return row;
        return null;
    }

    public async IAsyncEnumerable<string[]> AllAsync(
        string sql, [EnumeratorCancellation] CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return [.. Enumerable.Range(0, rows.FieldCount)
                .Select(column => Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture) ?? "")];
    }

    public Task EventAsync(string lead, string type, DateTimeOffset at, CancellationToken cancellation) => RunAsync(
        "INSERT INTO events (lead, at, type) VALUES (@a, @b, @c)", cancellation, lead, at.ToString("O", CultureInfo.InvariantCulture),
        type);

    public Task MailAsync(string lead, string kind, string? token, string html, string text, CancellationToken cancellation) => RunAsync(
        "INSERT INTO mails (lead, kind, token, html, text) VALUES (@a, @b, @c, @d, @e)", cancellation, lead, kind, token, html, text);

    public Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private DbCommand Command(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        // Every text given here is a constant of this project.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{(char)('a' + i)}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
