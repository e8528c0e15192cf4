using Handoff.Faults.Tests.Audit;
using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.Plants;
using Handoff.Faults.Tests.Store;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Faults.Tests.World;

/// <summary>Everything that there is in one simulated world.</summary>
internal sealed class SimulatedWorld
{
    /// <summary>Monday 2026-10-12, 08:00 in Rome: a month in which the clocks of Rome and New York change, on different days.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 10, 12, 6, 0);

    private readonly List<string>? _trace;

    public SimulatedWorld(Scenario scenario, Plant plant, bool traces)
    {
        Scenario = scenario;
        Plant = plant;
        _trace = traces ? [] : null;
        Time = new(Start);
        Chance = new(scenario.Seed);
        Store = new(Time);
        TroubleEnds = Start + Duration.FromDays(scenario.Days);
        Company = new(this);
        Auditor = new(this);
        Provider = new(this);
        Staff = new(this);
        Fleet = new(this);
        Store.Committed = Auditor.Committed;
    }

    public Scenario Scenario { get; }

    public Plant Plant { get; }

    public SimulatedTime Time { get; }

    public SplitMix Chance { get; }

    public MemoryStore Store { get; }

    public SimulatedCompany Company { get; }

    public Auditor Auditor { get; }

    public MailProvider Provider { get; }

    public Readers Staff { get; }

    public Fleet Fleet { get; }

    public Instant Now => Time.Now;

    /// <summary>From then on nothing fails any more.</summary>
    public Instant TroubleEnds { get; }

    public bool IsTroubled => Now < TroubleEnds;

    /// <summary>When something last failed: what is late since then is late without an excuse.</summary>
    public Instant LastTrouble { get; private set; } = Start;

    /// <summary>The first promise that was broken, or null.</summary>
    public string? Broken { get; private set; }

    public IReadOnlyList<string> Trace => _trace ?? [];

    /// <summary>How many things have happened, and a digest of what: two runs of a scenario agree in both.</summary>
    public (long Steps, ulong Digest) Happened { get; private set; }

    public void Break(string promise)
    {
        Broken ??= promise;
        Say($"BROKEN: {promise}");
    }

    public void Troubled(string what)
    {
        LastTrouble = Instant.Max(LastTrouble, Now);
        Say(what);
    }

    /// <summary>Something is slow, out of service or astray until then.</summary>
    public void TroubledUntil(Instant at) => LastTrouble = Instant.Max(LastTrouble, at);

    public void Say(string what) => _trace?.Add($"{InstantPattern.ExtendedIso.Format(Now)} {what}");

    public bool Says => _trace is not null;

    public string NameOf(StreamId stream) => $"{stream.Kind.ToString().ToLowerInvariant()} {Store.OrderOf(stream)}";

    public void Count(ulong what) => Happened = (Happened.Steps + 1, (Happened.Digest ^ what) * 0x100000001B3);
}
