using Azure.Core;
using Azure.Core.Pipeline;
using Handoff.AzureTables;
using NodaTime;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>How a request fails.</summary>
internal enum Fault
{
    None,

    /// <summary>It never reaches the account.</summary>
    BeforeSending,

    /// <summary>It is carried out, and its answer is lost.</summary>
    AfterSending,
}

/// <summary>Sits on the wire: counts every request that goes out, and fails those that a test says.</summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private int _count;

    /// <summary>Decides on a request by its number (from 1, since the last count) and what it is.</summary>
    public Func<int, HttpMessage, Task<Fault>> Decide { get; set; } = (_, _) => Task.FromResult(Fault.None);

    public List<string> Seen { get; } = [];

    /// <summary>How many requests since this was last asked.</summary>
    public int Take()
    {
        lock (Seen)
            Seen.Clear();
        return Interlocked.Exchange(ref _count, 0);
    }

    /// <summary>Whether it is the transaction of a turn, and no write of rows beside it.</summary>
    public static bool IsTransaction(HttpMessage message)
    {
        if (!message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            return false;
        using var body = new MemoryStream();
        message.Request.Content!.WriteTo(body, default);
        return body.ToArray().AsSpan().IndexOf("streams"u8) >= 0;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref _count);
        lock (Seen)
            Seen.Add($"{message.Request.Method} {message.Request.Uri.Path}");
        var fault = await Decide(number, message);
        if (fault == Fault.BeforeSending)
            throw new IOException("The connection was lost.");
        await ProcessNextAsync(message, pipeline);
        if (fault == Fault.AfterSending)
            throw new IOException("The connection was lost.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    /// <summary>Opens a store behind this wire.</summary>
    public Task<AzureTablesStore> OpenAsync(Azurite azurite, string prefix, IClock clock, TimeProvider? time = null) =>
        AzureTablesStore.OpenAsync(
        new()
        {
            ConnectionString = azurite.ConnectionString,
            Prefix = prefix,
            Configure = client =>
            client.AddPolicy(this, HttpPipelinePosition.PerRetry)
        },
        clock, time);

    public static string NewPrefix() => $"t{Guid.NewGuid():N}";
}
