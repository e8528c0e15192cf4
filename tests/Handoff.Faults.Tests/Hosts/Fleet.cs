using Handoff.Faults.Tests.World;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>
/// The hosts: one or two, that run streams as the embedded host does (each looks itself) or as the Functions app does (orchestrations that
/// outlive hosts). They stop and start, and their clocks jump.
/// </summary>
internal sealed class Fleet
{
    private readonly SimulatedWorld _world;
    private readonly SplitMix _chance;
    private readonly SplitMix _nudges;
    private readonly Orchestrations? _orchestrations;
    private readonly SimulatedHost?[] _hosts;
    private Instant _reconciled = SimulatedWorld.Start;

    public Fleet(SimulatedWorld world)
    {
        _world = world;
        _chance = world.Chance.Apart("fleet");
        _nudges = world.Chance.Apart("nudges");
        Misfortunes = new(world);
        var isFunctions = _chance.Chance(500);
        _hosts = new SimulatedHost?[world.Scenario.Has(Trouble.TwoHosts) && _chance.Chance(650) ? 2 : 1];
        _orchestrations = isFunctions ? new(world) : null;
    }

    public Misfortunes Misfortunes { get; }

    /// <summary>What a rebuild replays beside leads and alerts.</summary>
    public IEnumerable<IReplayed> Replayed => Ready.First().Get<IEnumerable<IReplayed>>();

    public IEnumerable<SimulatedHost> Ready => _hosts.OfType<SimulatedHost>().Where(host => host.IsReady);

    /// <summary>A host that takes a request, or null: none is there.</summary>
    public SimulatedHost? Any()
    {
        var ready = Ready.ToList();
        return ready.Count == 0 ? null : ready[_chance.Below(ready.Count)];
    }

    public void Begin()
    {
        for (var number = 0; number < _hosts.Length; number++)
            Start(number);
        if (_world.Scenario.Has(Trouble.HostsStop))
            PlanStop();
        if (_world.Scenario.Has(Trouble.ClocksJump))
            PlanJump();
    }

    public IWakeUps WakeUpsOf(SimulatedHost host) => _orchestrations is null ? new RunnerOf(_world, host) : new GatheredWakeUps();

    /// <summary>
    /// Does a piece of work as the host does it: where orchestrations run the streams, with what follows from it and with their telling.
    /// </summary>
    public Task<T> DoAsync<T>(SimulatedHost host, StreamId? own, Func<Task<T>> work) => _orchestrations is null
        ? work()
        : host.Get<WorkAfterwards>().DoAsync(own, work, (stream, signal) =>
        {
            if (!Misfortunes.Loses())
            {
                _world.Time.In(_nudges.Between(Duration.Zero, Duration.FromSeconds(2)), () =>
                {
                    if (host.IsAlive)
                        _orchestrations.Tell(stream, signal);
                });
            }

            return Task.CompletedTask;
        });

    public void Stop(SimulatedHost host, string where)
    {
        if (!host.IsAlive)
            return;
        _world.Troubled($"host {host.Number} stops {where}");
        host.Stop();
        _hosts[host.Number] = null;
        var away = _chance.Chance(800)
            ? _chance.Between(Duration.FromSeconds(5), Duration.FromMinutes(2))
            : _chance.Between(Duration.FromMinutes(2), Duration.FromHours(4));
        _world.TroubledUntil(_world.Now + away);
        _world.Time.In(away, () => Start(host.Number));
    }

    /// <summary>When the reconciler next has something to find: it looks every minute, and what finds nothing is not played.</summary>
    public Instant? NextReconciling
    {
        get
        {
            if (_world.Store.Earliest is not { } earliest)
                return null;
            var due = Instant.Max(earliest.At, SimulatedWorld.Start) + Reconciler.Period;
            var at = Instant.Max(due, _reconciled + Reconciler.Period);
            var minutes = Math.Ceiling((at - SimulatedWorld.Start).TotalMinutes);
            return SimulatedWorld.Start + Duration.FromMinutes(minutes);
        }
    }

    public void Reconcile()
    {
        _reconciled = _world.Now;
        var hosts = Ready.ToList();
        if (_orchestrations is not null && hosts.Count > 0)
            hosts = [hosts[_chance.Below(hosts.Count)]];
        foreach (var host in hosts)
        {
            Errand.Run(_world, host, () => host.Get<Reconciler>().ReconcileAsync(default), ending =>
            {
                if (ending != Ending.Done)
                    _world.Time.In(Reconciler.Period, Reconcile);
            });
        }
    }

    /// <summary>Another agreement came into force by signatures: each host reads it within a minute, and a look after it follows.</summary>
    public void AgreementInForce() => _world.Time.In(Reconciler.Period, () =>
    {
        foreach (var host in Ready.ToList())
            ReadInForce(host);
    });

    private void ReadInForce(SimulatedHost host)
    {
        if (!host.IsAlive)
            return;
        Errand.Run(_world, host, () => host.Get<CompanyInForce>().RefreshIfOldAsync(default).AsTask(), ending =>
            _world.Time.In(Reconciler.Period, ending == Ending.Done ? Reconcile : () => ReadInForce(host)));
    }

    /// <summary>The company's files have changed: each host reads them in its own time, and wakes the leads.</summary>
    public void FilesChanged()
    {
        foreach (var host in Ready.ToList())
            _world.Time.In(_chance.Between(Duration.Zero, Duration.FromSeconds(30)), () => ReadFiles(host));
    }

    private void ReadFiles(SimulatedHost host)
    {
        if (!host.IsAlive)
            return;
        Errand.Run(_world, host, async () =>
        {
            if (await host.Get<CompanyInForce>().PutInForceAsync(_world.Company.Files, default) is { } refused)
                _world.Break($"The folder is sound, and was refused: {refused}");
            await host.Get<Proposals>().FollowFilesAsync(default);
            await host.Get<FilesFollowing>().LookAsync(default);
            await host.Get<AbsenceBook>().WakeAsync(_ => true, default);
        }, ending =>
        {
            if (ending == Ending.Failed)
                _world.Time.In(Duration.FromSeconds(15), () => ReadFiles(host));
        });
    }

    private void Start(int number)
    {
        var host = new SimulatedHost(_world, number);
        _hosts[number] = host;
        if (_world.IsTroubled && _world.Scenario.Has(Trouble.ClocksJump))
            host.Ahead = _chance.Between(Duration.FromSeconds(-1), Duration.FromSeconds(1));
        Errand.Run(_world, host, host.StartAsync, ending =>
        {
            if (ending == Ending.Done)
                (host.WakeUps as RunnerOf)?.Look();
            else if (ending == Ending.Failed)
                Stop(host, "because the store does not answer at its start");
        });
    }

    private void PlanStop() => _world.Time.In(_chance.Between(Duration.FromHours(4), Duration.FromDays(8)), () =>
    {
        if (!_world.IsTroubled)
            return;
        if (_hosts[_chance.Below(_hosts.Length)] is { } host)
            Stop(host, "for a deployment");
        PlanStop();
    });

    private void PlanJump() => _world.Time.In(_chance.Between(Duration.FromHours(6), Duration.FromDays(6)), () =>
    {
        if (!_world.IsTroubled)
            return;
        if (_hosts[_chance.Below(_hosts.Length)] is { } host)
        {
            var isFar = _chance.Chance(200);
            var most = isFar ? Duration.FromHours(3) : Duration.FromSeconds(20);
            host.Ahead = _chance.Between(-most, most);
            _world.Troubled($"the clock of host {host.Number} is ahead by {host.Ahead}");
            var mended = _world.Now + _chance.Between(Duration.FromMinutes(1), isFar ? Duration.FromMinutes(3) : Duration.FromHours(2));
            mended = Instant.Min(mended, _world.TroubleEnds);
            // Whoever waits by a clock that was ahead waits for so long.
            _world.TroubledUntil(mended);
            _world.Time.At(mended, () => host.Ahead = Duration.Zero);
        }

        PlanJump();
    });
}
