using Azure.Core;
using Azure.Core.Pipeline;

namespace HandoffFunctions.Tests.Engine;

/// <summary>Fails requests of the store while it lasts, and counts those that go out.</summary>
internal sealed class Outage : HttpPipelinePolicy
{
    private int _count;

    /// <summary>Whether a request fails.</summary>
    public Func<HttpMessage, bool> Fails { get; set; } = _ => false;

    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _count);
        if (Fails(message))
            throw new IOException("The storage account does not answer.");
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
