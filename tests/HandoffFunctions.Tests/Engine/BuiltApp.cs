using System.Reflection;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.People;
using Handoff.Service.People;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Hosting;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// The app as its program builds it, with everything that the worker registers, on the engine and the emulator, behind
/// <see cref="FunctionFront"/>. Tables, task hub and published agreement are its own. Only the connection to the Functions host is missing.
/// </summary>
internal sealed class BuiltApp : IAsyncDisposable
{
    /// <summary>What the Functions host says to each worker that it starts; nobody listens there.</summary>
    private static readonly Dictionary<string, string?> FromTheHost = new(StringComparer.Ordinal)
    {
        ["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:9",
        ["Functions:Worker:RequestId"] = "request",
        ["Functions:Worker:WorkerId"] = "worker",
        ["Functions:Worker:GrpcMaxMessageLength"] = "2147483647",
    };

    private static readonly Lock OneBuildsAtATime = new();

    private readonly IHost _app;
    private readonly WebApplication _front;
    private readonly FunctionFront _functions;
    private readonly IHostedService[] _ours;

    private BuiltApp(IHost app, StorageEngine engine, StorageCount storage, StoredBytes stored)
    {
        Stored = stored;
        (_app, Engine, Storage, _functions) = (app, engine, storage, new(app.Services, () => engine.Client));
        _front = Front(_functions);
        // The worker's own would look for the Functions host.
        _ours = [.. app.Services.GetServices<IHostedService>().Where(IsOurs)];
    }

    public StorageEngine Engine { get; }

    /// <summary>What goes to the storage account, of the app and of the engine.</summary>
    public StorageCount Storage { get; }

    /// <summary>Everything that it and its engine keep.</summary>
    public StoredBytes Stored { get; }

    public IServiceProvider Services => _app.Services;

    public string Address => _front.Urls.First();

    /// <summary>Whether nothing of it runs: no request with what follows its answer, and no step.</summary>
    public bool IsIdle => _functions.Busy == 0 && Engine.Busy == 0;

    /// <summary>Builds the app as its program does, in that environment and with those settings.</summary>
    /// <param name="environment">In <c>Development</c> the container is checked when it is built, and scopes at every use.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="change">What a test puts in the place of the clock and the like.</param>
    public static IHost Build(
        string environment, IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? change = null)
    {
        string[] arguments =
            [.. settings.Concat(FromTheHost).Where(one => one.Value is not null).Select(one => $"--{one.Key}={one.Value}")];
        const string Variable = "AZURE_FUNCTIONS_ENVIRONMENT";
        lock (OneBuildsAtATime)
        {
            var (before, entry) = (Environment.GetEnvironmentVariable(Variable), Assembly.GetEntryAssembly());
            try
            {
                Environment.SetEnvironmentVariable(Variable, environment);
                // The worker finds what was generated for the app in the assembly that the process began with.
                Assembly.SetEntryAssembly(typeof(HandoffApp).Assembly);
                var builder = HandoffApp.CreateBuilder(arguments);
                builder.Logging.AddFilter(null, LogLevel.Warning);
                change?.Invoke(builder.Services);
                return builder.Build();
            }
            finally
            {
                Environment.SetEnvironmentVariable(Variable, before);
                Assembly.SetEntryAssembly(entry);
            }
        }
    }

    public static async Task<BuiltApp> StartAsync(
        string environment, IClock clock, Outage outage, Action<IServiceCollection> change, Func<string, string>? people = null)
    {
        var count = new StorageCount();
        var storage = (await Azurite.Shared).ConnectionString;
        var name = $"t{Guid.NewGuid():N}"[..20];
        await new PublishedAgreement(new() { ConnectionString = storage }, name).PublishAsync(Deployment.Sample(people), default);
        var app = Build(environment, Deployment.Settings(storage, name).AsEnumerable(makePathsRelative: false), services =>
        {
            services.AddSingleton(clock).AddSingleton<Activities>().AddSingleton<PersonIdMaker>(PersonId.Of);
            services.AddSingleton(_ => AzureTablesStore.Make(
                new()
                {
                    ConnectionString = storage,
                    Prefix = name,
                    Configure = client =>
                    {
                        client.AddPolicy(outage, Azure.Core.HttpPipelinePosition.PerCall);
                        client.AddPolicy(count, Azure.Core.HttpPipelinePosition.PerRetry);
                    },
                },
                clock));
            change(services);
        });
        var engine = await StorageEngine.StartAsync(name, count, made => made.AddHandoff(app.Services.GetRequiredService<Activities>));
        var built = new BuiltApp(app, engine, count, new(storage, name));
        foreach (var service in built._ours.OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
        foreach (var service in built._ours)
            await service.StartAsync(default);
        // The first look at the agreement wakes every lead, and here there are none yet.
        await app.Services.GetRequiredService<AgreementKeeping>().LookAsync(default);
        await built._front.StartAsync();
        return built;
    }

    public async ValueTask DisposeAsync()
    {
        await _front.DisposeAsync();
        await Engine.DisposeAsync();
        foreach (var service in _ours)
            await service.StopAsync(default);
        _app.Dispose();
    }

    private static bool IsOurs(IHostedService service) => service.GetType().Namespace!.StartsWith("Handoff", StringComparison.Ordinal);

    private static WebApplication Front(FunctionFront functions)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var front = builder.Build();
        front.Run(functions.Build());
        return front;
    }
}
