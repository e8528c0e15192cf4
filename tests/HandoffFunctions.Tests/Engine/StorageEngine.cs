using DurableTask.AzureStorage;
using DurableTask.Core;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// The engine of the Functions host, Durable Task on Azure Storage, in this process and on the emulator: our orchestrators and activities run on it as
/// they are. Only the process boundary between host and worker is missing.
/// </summary>
internal sealed class StorageEngine : IAsyncDisposable
{
    private readonly AzureStorageOrchestrationService _service;
    private readonly TaskHubWorker _worker;

    private StorageEngine(AzureStorageOrchestrationService service, TaskHubWorker worker, EngineClient client) =>
        (_service, _worker, Client) = (service, worker, client);

    private int _steps;
    private int _busy;
    private int _executions;

    public EngineClient Client { get; }

    /// <summary>How many steps it has asked for.</summary>
    public int Steps => Volatile.Read(ref _steps);

    /// <summary>How often it ran a function: steps and replays of orchestrators, each of which is billed as an execution.</summary>
    public int Executions => Volatile.Read(ref _executions);

    public static async Task<StorageEngine> StartAsync(string hub, StorageCount storage, Func<Activities> activities)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = hub,
            StorageAccountClientProvider = storage.ClientsOf((await Azurite.Shared).ConnectionString),
            PartitionCount = 1,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(50),
            UseTablePartitionManagement = true,
        });
        await service.CreateIfNotExistsAsync();
        var client = new EngineClient(service);
        var worker = new TaskHubWorker(service);
        StorageEngine? engine = null;
        worker.AddTaskOrchestrations(
            new Orchestration(nameof(Orchestrators.LeadHandoff), context => engine!.Count(Orchestrators.LeadHandoff(context))),
            new Orchestration(nameof(Orchestrators.Alerts), context => engine!.Count(Orchestrators.Alerts(context))));
        engine = new StorageEngine(service, worker, client);
        worker.AddTaskActivities(
            new Activity<string>(nameof(Activities.TakeTurn), instance => engine.CountAsync(() => activities().TakeTurn(instance, client, default))));
        await worker.StartAsync();
        return engine;
    }

    /// <summary>How many steps run.</summary>
    public int Busy => Volatile.Read(ref _busy);

    private async Task<Step> CountAsync(Func<Task<Step>> step)
    {
        Interlocked.Increment(ref _busy);
        try
        {
            var done = await step();
            Interlocked.Increment(ref _steps);
            Interlocked.Increment(ref _executions);
            return done;
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }

    private Task Count(Task replay)
    {
        Interlocked.Increment(ref _executions);
        return replay;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(isForced: true);
        _worker.Dispose();
        await _service.DeleteAsync();
    }

    private sealed class Orchestration : ObjectCreator<TaskOrchestration>
    {
        private readonly ITaskOrchestrator _orchestrator;

        public Orchestration(string name, Func<TaskOrchestrationContext, Task> run)
        {
            (Name, Version) = (name, "");
            _orchestrator = FuncTaskOrchestrator.Create<DateTime?, object?>(async (context, _) =>
            {
                await run(context);
                return null;
            });
        }

        public override TaskOrchestration Create() => DurableTaskShimFactory.Default.CreateOrchestration(Name, _orchestrator);
    }

    private sealed class Activity<T> : ObjectCreator<TaskActivity>
    {
        private readonly ITaskActivity _activity;

        public Activity(string name, Func<T, Task<Step>> run)
        {
            (Name, Version) = (name, "");
            _activity = FuncTaskActivity.Create<T, Step>((_, input) => run(input!));
        }

        public override TaskActivity Create() => DurableTaskShimFactory.Default.CreateActivity(Name, _activity);
    }
}
