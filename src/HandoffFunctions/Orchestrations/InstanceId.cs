using Handoff.Service.Storage;

namespace HandoffFunctions.Orchestrations;

/// <summary>Names the orchestration of a stream: of a lead by the lead's id, of a person's alerts by the person's opaque id.</summary>
internal static class InstanceId
{
    private const string AlertsMark = "alerts-";

    public static string Of(StreamId stream) => stream.Kind == StreamKind.Alerts ? AlertsMark + stream.Id : stream.Id;

    public static StreamId StreamOf(string instance) => instance.StartsWith(AlertsMark, StringComparison.Ordinal)
        ? new(StreamKind.Alerts, instance[AlertsMark.Length..])
        : new(StreamKind.Lead, instance);

    public static string OrchestratorOf(StreamId stream) => stream.Kind switch
    {
        StreamKind.Lead => nameof(Orchestrators.LeadHandoff),
        StreamKind.Alerts => nameof(Orchestrators.Alerts),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No orchestrator for this kind of stream."),
    };
}
