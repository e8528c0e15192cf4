using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.Store;
using Handoff.Faults.Tests.World;
using Handoff.People;
using Handoff.Service;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>
/// One life of a host: the real use cases on simulated ports, from its start to its stop. A stop is an await that never comes back, so it
/// may be at any of them; whatever the host held in memory is gone.
/// </summary>
internal sealed class SimulatedHost : IClock
{
    private static readonly Duration LongestTravel = Duration.FromMilliseconds(400);

    private readonly SimulatedWorld _world;
    private readonly SplitMix _chance;
    private readonly ServiceProvider _services;
    private readonly Dictionary<Type, object> _asked = [];
    private readonly List<Action> _whenStopped = [];
    private readonly bool _isOfFleet;

    public SimulatedHost(SimulatedWorld world, int number, bool mayWrite = true)
    {
        _world = world;
        _chance = world.Chance.Apart($"host {number} of {world.Happened.Steps}");
        Number = number;
        _isOfFleet = mayWrite;
        var store = new StoreOfHost(world, this, world.Plant.Streams(world), mayWrite);
        WakeUps = world.Fleet.WakeUpsOf(this);
        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddHandoffService().AddSingleton<PersonIdMaker>(PersonId.Of)
            .AddSingleton<IClock>(this)
            .AddSingleton<IStreamStore>(store).AddSingleton<ILookupStore>(store).AddSingleton<IRotaStore>(store)
            .AddSingleton<ILeadKeyStore>(store).AddSingleton<IMailCopyStore>(store).AddSingleton<IFactStore>(store)
            .AddSingleton<ISnapshotStore>(world.Store)
            .AddSingleton(WakeUps as GatheredWakeUps ?? new GatheredWakeUps())
            .AddSingleton(world.Plant.WakeUps(world.Auditor.Telling.Heard(this, WakeUps)))
            .AddSingleton<ILogger<WorkAfterwards>>(new NothingButOutages(world))
            .AddSingleton(world.Plant.Transport(new MailOfHost(world, this)))
            .AddSingleton<IMailRenderer, PlainLetters>()
            .AddSingleton(world.Plant.Links(new OpenLinks()))
            .AddSingleton(new Contention(new TimeOfHost(world, this)))
            .AddSingleton(new Site(new Uri("https://handoff.example/")))
            .BuildServiceProvider();
    }

    public int Number { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>Whether it has an agreement in force, so that it takes requests and work.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How far its clock is ahead of the world's time.</summary>
    public Duration Ahead { get; set; }

    public IWakeUps WakeUps { get; }

    public Instant GetCurrentInstant() => _world.Now + Ahead;

    /// <summary>
    /// A use case; asked of the container once, which would otherwise compile for each of the many hosts what it is asked for again.
    /// </summary>
    public T Get<T>()
        where T : notnull
    {
        if (!_asked.TryGetValue(typeof(T), out var found))
            found = _asked[typeof(T)] = _services.GetRequiredService<T>();
        return (T)found;
    }

    /// <summary>What every host does first: the agreement is put in force, and erasures are applied.</summary>
    public async Task StartAsync()
    {
        if (await Get<CompanyInForce>().PutInForceAsync(_world.Company.Files, default) is { } refused)
            _world.Break($"The folder is sound, and was refused: {refused}");
        await Get<Reconciler>().ApplyErasuresAsync(default);
        await Get<Proposals>().FollowFilesAsync(default);
        await Get<FilesFollowing>().LookAsync(default);
        IsReady = true;
        _world.Say($"host {Number} is ready");
    }

    /// <summary>A call travels: here other things happen, and here the host may stop.</summary>
    public ValueTask PauseAsync()
    {
        if (!IsAlive)
            return new(NeverAsync());
        if (_isOfFleet && _world.Fleet.Misfortunes.Stops())
        {
            _world.Fleet.Stop(this, "at an await");
            return new(NeverAsync());
        }

        return _chance.Chance(250) ? PauseForAsync(_chance.Between(Duration.Zero, LongestTravel)) : default;
    }

    /// <summary>Something takes so long.</summary>
    public ValueTask PauseForAsync(Duration time)
    {
        var over = new TaskCompletionSource();
        _world.Time.In(time, () =>
        {
            if (IsAlive)
                over.SetResult();
        });
        return new(over.Task);
    }

    /// <summary>Calls when this life ends; at once when it has ended.</summary>
    public void WhenStopped(Action happens)
    {
        if (IsAlive)
            _whenStopped.Add(happens);
        else
            happens();
    }

    public void Stop()
    {
        IsAlive = IsReady = false;
        foreach (var happens in _whenStopped)
            _world.Time.In(Duration.Zero, happens);
        _whenStopped.Clear();
    }

    private static Task NeverAsync() => new TaskCompletionSource().Task;

    /// <summary>What the product logs and goes on from is heard here: only that the store did not answer is no broken promise.</summary>
    private sealed class NothingButOutages(SimulatedWorld world) : ILogger<WorkAfterwards>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null and not StoreUnavailableException)
                world.Break($"Whatever goes wrong outside, the product throws nothing but that the store does not answer: {exception}");
        }
    }
}
