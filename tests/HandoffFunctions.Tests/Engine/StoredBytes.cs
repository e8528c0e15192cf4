using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// Everything of one app in the storage account, read by the account's own client: rows of its tables and of the engine's (the history with
/// inputs and results), messages of queues, blobs. What the account itself keeps of what was deleted is its own affair.
/// </summary>
/// <param name="name">With what the names of the app's tables, queues and containers begin.</param>
internal sealed class StoredBytes(string connection, string name)
{
    public async IAsyncEnumerable<(string Where, byte[] Bytes)> ReadAsync()
    {
        var tables = new TableServiceClient(connection);
        await foreach (var table in tables.QueryAsync())
        {
            if (!IsOurs(table.Name))
                continue;
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                foreach (var (property, value) in row)
                    yield return ($"{table.Name}.{property}", value as byte[] ?? Encoding.UTF8.GetBytes($"{value}"));
            }
        }

        var queues = new QueueServiceClient(connection);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            if (!IsOurs(queue.Name))
                continue;
            foreach (var message in (await queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                yield return (queue.Name, message.Body.ToArray());
        }

        var blobs = new BlobServiceClient(connection);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            if (!IsOurs(container.Name))
                continue;
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                var content = await blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                yield return ($"{container.Name}/{blob.Name}", content.Value.Content.ToArray());
            }
        }
    }

    private bool IsOurs(string other) => other.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
