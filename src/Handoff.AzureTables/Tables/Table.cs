using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Handoff.AzureTables.Tables;

/// <summary>What became of a write.</summary>
/// <param name="Done">Whether it was done; false: a row is there, is not, or is another than expected, and nothing was written.</param>
/// <param name="Tags">The rows' new ETags, in the order of the actions; empty where the service said none.</param>
/// <param name="FailedAt">Which action failed; -1: none, or the service did not say.</param>
internal readonly record struct Written(bool Done, IReadOnlyList<string> Tags, int FailedAt);

/// <summary>
/// One table, with outages told as the ports tell them. Every member is one request, but for <see cref="QueryAsync"/>: one a page.
/// </summary>
internal sealed class Table(TableClient client, SemaphoreSlim throttle)
{
    /// <summary>The most rows that a page has.</summary>
    public const int MostPerPage = 1_000;

    /// <summary>Returns the row, or null when there is none.</summary>
    public Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation, params string[] columns) =>
        AskAsync(async () =>
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, row, columns.Length == 0 ? null : columns, cancellation);
        return found.HasValue ? found.Value : null;
    }, cancellation);

    /// <summary>
    /// Writes rows of one partition, all or none. It is carried out even if the caller cancels, so that its outcome is always
    /// known.
    /// </summary>
    public Task<Written> WriteAsync(params IReadOnlyList<TableTransactionAction> actions) => AskAsync(async () =>
    {
        try
        {
            if (actions.Count == 1)
                return new Written(true, [Tag(await WriteOneAsync(actions[0]))], -1);
            var answers = await client.SubmitTransactionAsync(actions, CancellationToken.None);
            return new Written(true, [.. answers.Value.Select(Tag)], -1);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && !Outage.IsOne(e))
        {
            return new Written(false, [], e is TableTransactionFailedException { FailedTransactionActionIndex: { } at } ? at : -1);
        }
    }, CancellationToken.None);

    /// <summary>Rows that match, in the order of their keys.</summary>
    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string? filter, int perPage, [EnumeratorCancellation] CancellationToken cancellation, params string[] columns)
    {
        var rows = client.QueryAsync<TableEntity>(filter, perPage, columns.Length == 0 ? null : columns,
            cancellation).GetAsyncEnumerator(cancellation);
        await using (rows)
        {
            while (await AskAsync(() => rows.MoveNextAsync().AsTask(), cancellation))
                yield return rows.Current;
        }
    }

    /// <summary>Creates the table where it is missing.</summary>
    public Task CreateAsync(CancellationToken cancellation) =>
        Outage.TellAsync(async () => await client.CreateIfNotExistsAsync(cancellation), cancellation);

    private async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        await throttle.WaitAsync(cancellation);
        try
        {
            return await Outage.TellAsync(call, cancellation);
        }
        finally
        {
            throttle.Release();
        }
    }

    private Task<Response> WriteOneAsync(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => client.AddEntityAsync(action.Entity, CancellationToken.None),
        TableTransactionActionType.UpdateReplace =>
            client.UpdateEntityAsync(action.Entity, action.ETag, TableUpdateMode.Replace, CancellationToken.None),
        TableTransactionActionType.UpdateMerge =>
            client.UpdateEntityAsync(action.Entity, action.ETag, TableUpdateMode.Merge, CancellationToken.None),
        TableTransactionActionType.UpsertReplace =>
            client.UpsertEntityAsync(action.Entity, TableUpdateMode.Replace, CancellationToken.None),
        TableTransactionActionType.UpsertMerge => client.UpsertEntityAsync(action.Entity, TableUpdateMode.Merge, CancellationToken.None),
        TableTransactionActionType.Delete => DeleteAsync(action),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "No rule for this action."),
    };

    /// <summary>The SDK says "not found" of a deletion with an answer, not with an exception.</summary>
    private async Task<Response> DeleteAsync(TableTransactionAction action)
    {
        var answer = await client.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag, CancellationToken.None);
        return answer.IsError ? throw new RequestFailedException(answer) : answer;
    }

    private static string Tag(Response answer) => answer.Headers.ETag?.ToString() ?? "";
}
