using System.Collections.Concurrent;
using System.Diagnostics;

namespace Handoff.Acceptance.Hosting;

/// <summary>Hears every trace of the process, with whatever a trace may say.</summary>
public sealed class HeardTraces : IDisposable
{
    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ActivityListener _listener;

    public HeardTraces()
    {
        _listener = new()
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _spans.Enqueue(string.Join(' ',
            [
                span.OperationName, span.DisplayName, span.StatusDescription, span.TraceStateString,
                .. span.TagObjects.Concat(span.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}"),
                .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
            ])),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string Text => string.Join('\n', _spans);

    public void Dispose() => _listener.Dispose();
}
