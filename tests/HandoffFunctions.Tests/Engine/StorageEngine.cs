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

    public EngineClient Client { get; }

    /// <summary>How many steps it has asked for.</summary>
    public int Steps => Volatile.Read(ref _steps);

    public static async Task<StorageEngine> StartAsync(string hub, Func<Activities> activities)
    {
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = hub,
            StorageAccountClientProvider = new StorageAccountClientProvider((await Azurite.Shared).ConnectionString),
            PartitionCount = 1,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(50),
            UseTablePartitionManagement = true,
        });
        await service.CreateIfNotExistsAsync();
        var client = new EngineClient(service);
        var worker = new TaskHubWorker(service);
        worker.AddTaskOrchestrations(
            new Orchestration(nameof(Orchestrators.LeadHandoff), Orchestrators.LeadHandoff), new Orchestration(nameof(Orchestrators.Alerts), Orchestrators.Alerts));
        var engine = new StorageEngine(service, worker, client);
        worker.AddTaskActivities(
            new Activity<string>(nameof(Activities.TakeTurn), instance => engine.CountAsync(activities().TakeTurn(instance, client, default))),
            new Activity<Owed>(nameof(Activities.DeliverMessage), owed => engine.CountAsync(activities().DeliverMessage(owed, client, default))));
        await worker.StartAsync();
        return engine;
    }

    private async Task<Step> CountAsync(Task<Step> step)
    {
        var done = await step;
        Interlocked.Increment(ref _steps);
        return done;
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
            _orchestrator = FuncTaskOrchestrator.Create<object?, object?>(async (context, _) =>
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
