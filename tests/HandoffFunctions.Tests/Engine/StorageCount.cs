using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using DurableTask.AzureStorage;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// Counts on the wire what goes to the storage account, of the store and of the engine: tables, queues, blobs. What goes on whether or not
/// there is a lead (queues that are empty, leases, the table of partitions, looks for a new agreement) is counted apart.
/// </summary>
internal sealed class StorageCount : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly AsyncLocal<bool> _isAside = new();
    private int _atRest;
    private int _wakeUpWrites;

    /// <summary>What was asked since this was last emptied: the service, the verb and the path.</summary>
    public IReadOnlyCollection<string> Requests => [.. _requests];

    /// <summary>How much of it would have been asked without a lead.</summary>
    public int AtRest => Volatile.Read(ref _atRest);

    /// <summary>How many writes there were that may have changed what is due; never counted anew.</summary>
    public int WakeUpWrites => Volatile.Read(ref _wakeUpWrites);

    public void Clear()
    {
        _requests.Clear();
        Volatile.Write(ref _atRest, 0);
    }

    /// <summary>Asks for what the test wants to know, and the app would not have asked: it is not counted.</summary>
    public async Task<T> AsideAsync<T>(Func<Task<T>> ask)
    {
        _isAside.Value = true;
        return await ask();
    }

    /// <summary>How the engine reaches the account.</summary>
    public StorageAccountClientProvider ClientsOf(string connectionString)
    {
        var (blobs, queues, tables) =
            (new Azure.Storage.Blobs.BlobClientOptions(), new Azure.Storage.Queues.QueueClientOptions(),
            new Azure.Data.Tables.TableClientOptions());
        foreach (var options in new ClientOptions[] { blobs, queues, tables })
            options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return new(
            StorageServiceClientProvider.ForBlob(connectionString, blobs), StorageServiceClientProvider.ForQueue(connectionString, queues),
            StorageServiceClientProvider.ForTable(connectionString, tables));
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        var path = message.Request.Uri.ToUri().AbsolutePath;
        if (message.Request.Method != RequestMethod.Get && IsOfWakeUps(path))
            Interlocked.Increment(ref _wakeUpWrites);
        if (_isAside.Value)
            return;
        var isPoll = path.EndsWith("/messages", StringComparison.Ordinal) && message.Request.Method == RequestMethod.Get;
        // A poll of the engine waits for its answer as a stream.
        if (isPoll && !IsBuffered(message))
            await BufferAsync(message);
        var isEmpty = isPoll
            && !Encoding.UTF8.GetString(message.Response.Content.ToMemory().Span).Contains("<QueueMessage>", StringComparison.Ordinal);
        if (isEmpty || path.Contains("Partitions", StringComparison.Ordinal) || path.Contains("agreement", StringComparison.Ordinal)
            || message.Request.Uri.Query.Contains("comp=lease", StringComparison.Ordinal))
            Interlocked.Increment(ref _atRest);
        else
            _requests.Enqueue($"{message.Request.Method} {path}");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    private static bool IsOfWakeUps(string path) =>
        path.EndsWith("$batch", StringComparison.Ordinal) || path.Contains("index", StringComparison.Ordinal)
        || path.Contains("streams", StringComparison.Ordinal);

    private static bool IsBuffered(HttpMessage message) => message.Response.ContentStream is MemoryStream;

    private static async Task BufferAsync(HttpMessage message)
    {
        if (message.Response.ContentStream is not { } stream)
            return;
        var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        buffer.Position = 0;
        message.Response.ContentStream = buffer;
        await stream.DisposeAsync();
    }
}
