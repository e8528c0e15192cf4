using DurableTask.AzureStorage;
using DurableTask.Core;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// The engine of the Functions host, Durable Task on Azure Storage, in this process and on the emulator: our orchestrators and activities
/// run on it as they are. Only the process boundary between host and worker is missing.
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

    /// <summary>How many steps run.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Told the instance whose orchestrator runs, for the first time or again.</summary>
    public Action<string>? Runs { get; set; }

    /// <summary>Told the instance whose orchestrator has returned: it has ended, or begins anew.</summary>
    public Action<string>? Returned { get; set; }

    /// <summary>Starts one that runs what the caller adds.</summary>
    public static async Task<StorageEngine> StartAsync(string hub, StorageCount storage, Action<StorageEngine> add)
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
        var worker = new TaskHubWorker(service);
        var engine = new StorageEngine(service, worker, new(service));
        add(engine);
        await worker.StartAsync();
        return engine;
    }

    /// <summary>Adds our functions.</summary>
    public void AddHandoff(Func<Activities> activities)
    {
        AddOrchestrator<DateTime?>(nameof(Orchestrators.LeadHandoff), Orchestrators.LeadHandoff);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Alerts), Orchestrators.Alerts);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Report), Orchestrators.Report);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Meeting), Orchestrators.Meeting);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Warnings), Orchestrators.Warnings);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Proposal), Orchestrators.Proposal);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Channel), Orchestrators.Channel);
        AddOrchestrator<DateTime?>(nameof(Orchestrators.Expiry), Orchestrators.Expiry);
        AddActivity<string, Step>(nameof(Activities.TakeTurn), instance => activities().TakeTurn(instance, Client, default));
    }

    public void AddOrchestrator<TInput>(string name, Func<TaskOrchestrationContext, Task> run)
    {
        var orchestrator = FuncTaskOrchestrator.Create<TInput, object?>(async (context, _) =>
        {
            Interlocked.Increment(ref _executions);
            Runs?.Invoke(context.InstanceId);
            await run(context);
            Returned?.Invoke(context.InstanceId);
            return null;
        });
        _worker.AddTaskOrchestrations(
            new Named<TaskOrchestration>(name, () => DurableTaskShimFactory.Default.CreateOrchestration(name, orchestrator)));
    }

    public void AddActivity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> run)
    {
        var activity = FuncTaskActivity.Create<TInput, TOutput>(async (_, input) =>
        {
            Interlocked.Increment(ref _busy);
            try
            {
                var done = await run(input!);
                Interlocked.Increment(ref _steps);
                Interlocked.Increment(ref _executions);
                return done;
            }
            finally
            {
                Interlocked.Decrement(ref _busy);
            }
        });
        _worker.AddTaskActivities(new Named<TaskActivity>(name, () => DurableTaskShimFactory.Default.CreateActivity(name, activity)));
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(isForced: true);
        _worker.Dispose();
        await _service.DeleteAsync();
    }

    private sealed class Named<T> : ObjectCreator<T>
    {
        private readonly Func<T> _make;

        public Named(string name, Func<T> make) => (Name, Version, _make) = (name, "", make);

        public override T Create() => _make();
    }
}
