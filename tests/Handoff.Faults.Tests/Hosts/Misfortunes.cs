using Handoff.Faults.Tests.World;
using NodaTime;

namespace Handoff.Faults.Tests.Hosts;

/// <summary>What becomes of one call.</summary>
internal enum Misfortune
{
    None,
    Before,
    After,
    TimesOutBefore,
    TimesOutAfter,
}

/// <summary>Decides which call goes wrong: mostly few, in spells many.</summary>
internal sealed class Misfortunes(SimulatedWorld world)
{
    public static readonly Duration Timeout = Duration.FromSeconds(20);

    private readonly SplitMix _store = world.Chance.Apart("store");
    private readonly SplitMix _hosts = world.Chance.Apart("hosts");
    private Instant _calmUntil = SimulatedWorld.Start;
    private Instant _stormUntil = SimulatedWorld.Start;

    /// <summary>How a call to the store ends.</summary>
    public Misfortune OfStore()
    {
        if (!Has(Trouble.StoreFails | Trouble.StoreTimesOut) || !_store.Chance(InStorm ? 120 : 2))
            return Misfortune.None;
        var fate = (Misfortune)(1 + _store.Below(4));
        var isTimeout = fate is Misfortune.TimesOutBefore or Misfortune.TimesOutAfter;
        if (!Has(isTimeout ? Trouble.StoreTimesOut : Trouble.StoreFails))
            return Misfortune.None;
        world.Troubled($"the store: {fate}");
        return fate;
    }

    /// <summary>Whether a commit conflicts for no reason.</summary>
    public bool Conflicts() => Has(Trouble.StoreConflicts) && _store.Chance(15);

    /// <summary>Whether the host stops here.</summary>
    public bool Stops() => Has(Trouble.HostsStop) && _hosts.Chance(InStorm ? 10 : 1);

    /// <summary>Whether a nudge gets lost.</summary>
    public bool Loses() => Has(Trouble.NudgesLost) && _hosts.Chance(250);

    private bool Has(Trouble trouble) => world.IsTroubled && world.Scenario.Has(trouble);

    private bool InStorm
    {
        get
        {
            if (world.Now >= _stormUntil && world.Now >= _calmUntil)
            {
                _calmUntil = world.Now + _store.Between(Duration.FromHours(6), Duration.FromDays(4));
                _stormUntil = _calmUntil + _store.Between(Duration.FromMinutes(1), Duration.FromHours(3));
            }

            return world.Now >= _calmUntil && world.Now < _stormUntil;
        }
    }
}
