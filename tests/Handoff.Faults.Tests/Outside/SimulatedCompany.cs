using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Faults.Tests.World;
using Handoff.Service.AgreementFiles;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>The company: the sample in several shapes, which change in flight as files do.</summary>
internal sealed class SimulatedCompany(SimulatedWorld world)
{
    public static readonly string[] Reps =
    [
        "anna.greco@acme.example", "bruno.riva@acme.example", "carla.neri@acme.example",
        "eve.stone@acme.example", "frank.moore@acme.example", "noah.price@acme.example",
    ];

    private static readonly ConcurrentDictionary<CompanyShape, (AgreementFolder Files, AgreementFolder Named)> Read = new();

    private static readonly ConcurrentDictionary<string, (Agreement Agreement, WallAlignment Alignment)> Versions =
        new(StringComparer.Ordinal);

    private static readonly Lazy<ImmutableDictionary<string, string>> Sample = new(() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
            .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal));

    private readonly SplitMix _chance = world.Chance.Apart("company");

    private readonly SplitMix _signing = world.Chance.Apart("signing");

    private readonly SplitMix _heads = world.Chance.Apart("alignment");

    private CompanyShape _shape = new();

    /// <summary>The files as they are now, as a host reads them.</summary>
    public AgreementFolder Files => Read.GetOrAdd(_shape, Load).Files;

    /// <summary>The same with the ids that the hosts give.</summary>
    public AgreementFolder Folder => Read.GetOrAdd(_shape, Load).Named;

    /// <summary>An agreement of any shape, by its version.</summary>
    public static Agreement AgreementOf(string version) => Versions[version].Agreement;

    /// <summary>When reports and meetings are under a version.</summary>
    public static WallAlignment AlignmentOf(string version) => Versions[version].Alignment;

    /// <summary>Whether the head of marketing is off on <see cref="WallSchedule.Off"/>, as the files are now.</summary>
    public bool IsHeadOff => _shape.IsHeadOff;

    /// <summary>When the files last changed.</summary>
    public Instant ChangedAt { get; private set; } = SimulatedWorld.Start;

    /// <summary>A calendar that a person or a team works by, by its name, or null.</summary>
    public BusinessCalendar? CalendarOf(string name) =>
        Folder.Staff.Teams.Select(team => team.Calendar).Concat(Folder.Staff.People.Values.Select(person => person.Calendar))
            .FirstOrDefault(one => one.Name == name);

    public void Begin()
    {
        _shape = new()
        {
            Strategy = _chance.Below(3),
            IsSmall = _chance.Chance(400),
            IsElapsed = _chance.Chance(200),
            IsSigned = _signing.Chance(400),
            IsHeadOff = world.Scenario.Has(Trouble.Changes) && _heads.Chance(500),
        };
        if (!world.Scenario.Has(Trouble.Changes))
            return;
        Plan(_chance, Duration.FromDays(9), Changed);
        Plan(_heads, Duration.FromDays(15), Aligned);
    }

    private void Plan(SplitMix chance, Duration most, Func<CompanyShape> change) =>
        world.Time.In(chance.Between(Duration.FromDays(1), most), () =>
        {
            if (!world.IsTroubled)
                return;
            (_shape, ChangedAt) = (change(), world.Now);
            world.Troubled($"the files change: {_shape}");
            world.Fleet.FilesChanged();
            Plan(chance, most, change);
        });

    private CompanyShape Changed() => _chance.Below(5) switch
    {
        0 => _shape with { IsNewAgreement = !_shape.IsNewAgreement },
        1 => _shape with { HasAnna = !_shape.HasAnna },
        2 => _shape with { IsBrunoLate = !_shape.IsBrunoLate },
        3 => _shape with { HasEvesTime = !_shape.HasEvesTime },
        _ => _shape with { IsSmall = !_shape.IsSmall },
    };

    /// <summary>What was agreed on meetings, who the heads are, or when they are off.</summary>
    private CompanyShape Aligned() => _heads.Below(4) switch
    {
        0 => _shape with { IsDanaHead = !_shape.IsDanaHead },
        1 => _shape with { IsHeadOff = !_shape.IsHeadOff },
        _ => _shape with { Alignment = (_shape.Alignment + 1 + _heads.Below(WallAlignment.All.Count - 1)) % WallAlignment.All.Count },
    };

    private static (AgreementFolder Files, AgreementFolder Named) Load(CompanyShape shape)
    {
        var files = Sample.Value
            .SetItem("people.yaml", shape.People(Sample.Value["people.yaml"]))
            .SetItem("agreement.yaml", shape.Agreement(Sample.Value["agreement.yaml"]));
        return AgreementFolderReader.Read(files, _ => null, SimulatedWorld.Start) switch
        {
            FolderReading.Loaded loaded => Known(shape, loaded.Folder),
            FolderReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Mistakes)),
            var other => throw new InvalidOperationException($"No rule for {other}."),
        };
    }

    private static (AgreementFolder Files, AgreementFolder Named) Known(CompanyShape shape, AgreementFolder files)
    {
        var named = files.WithTestIds();
        Versions.TryAdd(files.Agreement.Version, (named.Agreement, WallAlignment.All[shape.Alignment]));
        return (files, named);
    }
}
