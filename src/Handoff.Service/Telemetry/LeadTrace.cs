using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Storage;

namespace Handoff.Service.Telemetry;

/// <summary>
/// The trace of a stream: one for its whole life. Its trace id follows from the stream's own id, so what another process does days later
/// lands in the same trace, and whoever has a lead's id has its trace. No span holds personal data (promise 7).
/// </summary>
public static class LeadTrace
{
    /// <summary>The name of the source of spans.</summary>
    public const string SourceName = "Handoff";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The id of the stream's trace. A lead's own id is one (32 hex digits); any other is made into one by a hash.</summary>
    public static ActivityTraceId IdOf(StreamId stream) =>
        stream.Kind == StreamKind.Lead && IsTraceId(stream.Id)
            ? ActivityTraceId.CreateFromString(stream.Id)
            : ActivityTraceId.CreateFromBytes(SHA256.HashData(Encoding.UTF8.GetBytes($"{stream.Kind}:{stream.Id}")).AsSpan(0, 16));

    /// <summary>
    /// Begins a span in the stream's trace: below the present one when that is in the same trace, else as one of its roots with a link to
    /// the present one (a request, or another stream's). Null, and free, while nobody listens.
    /// </summary>
    /// <remarks>
    /// The parent is a context without a span, marked as sampled: OpenTelemetry's parent-based samplers keep it. So a lead's trace is whole
    /// or, where the source is not listened to, not there at all.
    /// </remarks>
    internal static Activity? Start(string name, StreamId stream)
    {
        if (!Source.HasListeners())
            return null;
        var trace = IdOf(stream);
        var present = Activity.Current;
        if (present?.TraceId == trace)
            return Source.StartActivity(name, ActivityKind.Internal, present.Context);
        var root = new ActivityContext(trace, default, ActivityTraceFlags.Recorded, isRemote: true);
        return Source.StartActivity(
            name, ActivityKind.Internal, root, tags: null, present is null ? null : [new ActivityLink(present.Context)]);
    }

    /// <summary>Takes a span back, of which nothing came that is worth telling.</summary>
    internal static void Discard(this Activity? span)
    {
        if (span is null)
            return;
        span.IsAllDataRequested = false;
        span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    /// <summary>
    /// Notes that the span's work broke off; of the exception only the type, for its text may quote anything. Always false: for a
    /// <c>when</c>.
    /// </summary>
    internal static bool Breaks(this Activity? span, Exception broken)
    {
        span?.SetStatus(ActivityStatusCode.Error, broken.GetType().Name);
        return false;
    }

    private static bool IsTraceId(string id) =>
        id.Length == 32 && !id.AsSpan().ContainsAnyExcept(HexDigits) && id.AsSpan().ContainsAnyExcept('0');
}
