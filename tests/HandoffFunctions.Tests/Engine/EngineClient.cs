using DurableTask.AzureStorage;
using DurableTask.Core;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Core = DurableTask.Core.OrchestrationStatus;

namespace HandoffFunctions.Tests.Engine;

/// <summary>Reaches the engine as a function's client does, with the answers that the Functions host gives.</summary>
internal sealed class EngineClient(AzureStorageOrchestrationService service) : DurableTaskClient("engine")
{
    private readonly TaskHubClient _hub = new(service);

    /// <summary>Whether nudges get lost on their way.</summary>
    public bool LosesNudges { get; set; }

    /// <summary>How many nudges were raised and orchestrations started.</summary>
    public (int Nudges, int Starts) Calls { get; private set; }

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        Calls = (Calls.Nudges, Calls.Starts + 1);
        var dedupe = options?.DedupeStatuses?.Select(Enum.Parse<Core>).ToArray() ?? [];
        var created = await _hub.CreateOrchestrationInstanceAsync(
            orchestratorName.Name, "", options?.InstanceId, input, new Dictionary<string, string>(StringComparer.Ordinal), dedupe);
        return created.InstanceId;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        var state = await _hub.GetOrchestrationStateAsync(instanceId);
        if (state is null)
            throw new RpcException(new(StatusCode.NotFound, instanceId));
        if (state.OrchestrationStatus is Core.Completed or Core.Failed or Core.Terminated)
            throw new RpcException(new(StatusCode.FailedPrecondition, instanceId));
        Calls = (Calls.Nudges + 1, Calls.Starts);
        if (!LosesNudges)
            await _hub.RaiseEventAsync(new() { InstanceId = instanceId }, eventName, eventPayload!);
    }

    public Task TerminateAsync(string instanceId) => _hub.TerminateInstanceAsync(new() { InstanceId = instanceId });

    /// <summary>The state of an orchestration, or null.</summary>
    public async Task<OrchestrationState?> FindAsync(string instanceId) => await _hub.GetOrchestrationStateAsync(instanceId);

    /// <summary>The history of the execution that runs, or ran last, as the engine keeps it: JSON.</summary>
    public async Task<string> HistoryAsync(string instanceId)
    {
        var state = await _hub.GetOrchestrationStateAsync(instanceId);
        return await _hub.GetOrchestrationHistoryAsync(state!.OrchestrationInstance);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Microsoft.DurableTask.AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create(async (place, cancellation) =>
    {
        var found = await service.GetOrchestrationWithQueryAsync(
            new()
            {
                RuntimeStatus = filter?.Statuses?.Select(status => Enum.Parse<Core>(status.ToString())).ToArray(),
                CreatedTimeTo = filter?.CreatedTo?.UtcDateTime,
                PageSize = filter?.PageSize ?? OrchestrationQuery.DefaultPageSize,
                ContinuationToken = place,
            },
            cancellation);
        return new Page<OrchestrationMetadata>([.. found.OrchestrationState.Select(Metadata)], found.ContinuationToken);
    });

    public override async Task<Microsoft.DurableTask.Client.PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new((await service.PurgeInstanceHistoryAsync(instanceId)).InstancesDeleted);

    private static OrchestrationMetadata Metadata(OrchestrationState state) => new(state.Name, state.OrchestrationInstance.InstanceId)
    {
        RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(state.OrchestrationStatus.ToString()),
        CreatedAt = new(state.CreatedTime.ToUniversalTime()),
        LastUpdatedAt = new(state.LastUpdatedTime.ToUniversalTime()),
    };
}
