using Handoff.Service.Storage;

namespace HandoffFunctions.Orchestrations;

/// <summary>Names the orchestration of a stream by the stream's own name: of a lead by the lead's id.</summary>
internal static class InstanceId
{
    public static string Of(StreamId stream) => stream.Name;

    public static StreamId StreamOf(string instance) => StreamId.Named(instance);

    /// <summary>The orchestrator of a kind of stream has the kind's name, but for that of leads.</summary>
    public static string OrchestratorOf(StreamId stream) =>
        stream.Kind == StreamKind.Lead ? nameof(Orchestrators.LeadHandoff) : stream.Kind.ToString();
}
