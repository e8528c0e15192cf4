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

    private static readonly string[] Strategies = ["weighted_round_robin", "least_loaded", "claim"];

    private static readonly ConcurrentDictionary<Shape, (AgreementFolder Files, AgreementFolder Named)> Read = new();

    private static readonly Lazy<ImmutableDictionary<string, string>> Sample = new(() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
            .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal));

    private readonly SplitMix _chance = world.Chance.Apart("company");

    private readonly SplitMix _signing = world.Chance.Apart("signing");

    private Shape _shape = new();

    /// <summary>The files as they are now, as a host reads them.</summary>
    public AgreementFolder Files => Read.GetOrAdd(_shape, Load).Files;

    /// <summary>The same with the ids that the hosts give.</summary>
    public AgreementFolder Folder => Read.GetOrAdd(_shape, Load).Named;

    /// <summary>An agreement of any shape, by its version.</summary>
    public static Agreement AgreementOf(string version) =>
        Read.Values.First(folder => folder.Named.Agreement.Version == version).Named.Agreement;

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
        };
        if (world.Scenario.Has(Trouble.Changes))
            PlanChange();
    }

    private void PlanChange() => world.Time.In(_chance.Between(Duration.FromDays(1), Duration.FromDays(9)), () =>
    {
        if (!world.IsTroubled)
            return;
        _shape = _chance.Below(5) switch
        {
            0 => _shape with { IsNewAgreement = !_shape.IsNewAgreement },
            1 => _shape with { HasAnna = !_shape.HasAnna },
            2 => _shape with { IsBrunoLate = !_shape.IsBrunoLate },
            3 => _shape with { HasEvesTime = !_shape.HasEvesTime },
            _ => _shape with { IsSmall = !_shape.IsSmall },
        };
        world.Troubled($"the files change: {_shape}");
        world.Fleet.FilesChanged();
        PlanChange();
    });

    private static (AgreementFolder Files, AgreementFolder Named) Load(Shape shape)
    {
        var files = Sample.Value
            .SetItem("people.yaml", shape.People(Sample.Value["people.yaml"]))
            .SetItem("agreement.yaml", shape.Agreement(Sample.Value["agreement.yaml"]));
        return AgreementFolderReader.Read(files, _ => null, SimulatedWorld.Start) switch
        {
            FolderReading.Loaded loaded => (loaded.Folder, loaded.Folder.WithTestIds()),
            FolderReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Mistakes)),
            var other => throw new InvalidOperationException($"No rule for {other}."),
        };
    }

    private sealed record Shape
    {
        public int Strategy { get; init; }

        public bool IsSmall { get; init; }

        public bool IsElapsed { get; init; }

        public bool IsNewAgreement { get; init; }

        /// <summary>Whether what changes the agreement has to be signed.</summary>
        public bool IsSigned { get; init; }

        public bool HasAnna { get; init; } = true;

        public bool IsBrunoLate { get; init; }

        public bool HasEvesTime { get; init; } = true;

        public string People(string text)
        {
            text = Replace(text, "weighted_round_robin  #", $"{Strategies[Strategy]}  #");
            if (IsSmall)
                text = Replace(Replace(text, "capacity: 25", "capacity: 2"), "capacity: 15", "capacity: 1");
            if (IsSmall)
                text = Replace(
                    Replace(text, "name: Frank Moore, ", "name: Frank Moore, per_day: 1, "),
                    "name: Noah Price,  ", "name: Noah Price, per_day: 2, ");
            // Who is given few leads a day soon has the day's, and where leads are claimed nobody is given any.
            if (Strategies[Strategy] != "claim")
                text = Replace(text, "name: Carla Neri,  weight: 1, ", "name: Carla Neri, weight: 1, per_day: 1, ");
            if (!HasAnna)
                text = Without(text, "anna.greco");
            if (IsBrunoLate)
                text = Replace(text, "languages: [it], away", "languages: [it], calendar: phone_desk, away");
            if (!HasEvesTime)
                text = Replace(text, "name: Eve Stone,   capacity: 30", "name: Eve Stone,   capacity: 1");
            return text;
        }

        public string Agreement(string text)
        {
            if (IsElapsed)
                text = Replace(
                    text, "accept:        { within: 5m,  ladder: fast }", "accept:        { within: 5m,  ladder: fast, clock: elapsed }");
            text = Replace(
                text, "first_contact: { within: 30m, ladder: fast }",
                "first_contact: { within: 30m, ladder: fast }\n      outcome:       { within: 6h,  ladder: patient }"
                    + "\n      confirm:       { within: 20m, ladder: patient }");
            var version =
                (IsElapsed, IsNewAgreement) switch
                {
                    (true, true) => "2026-14",
                    (true, false) => "2026-13",
                    (false, true) => "2026-12",
                    _ =>
                "2026-11"
                };
            if (IsNewAgreement)
            {
                text = Replace(text, "within: 1h,  ladder: normal", "within: 30m, ladder: fast");
                text = Replace(
                    text, "- { at: 80%,  remind: rep }\n    - { at: 100%, alert: manager }\n", "- { at: 100%, alert: manager }\n");
            }

            return Replace(
                text, "agreement: 2026-11", IsSigned ? $"agreement: {version}-signed\nsigning: required" : $"agreement: {version}");
        }

        private static string Without(string text, string who) =>
            string.Join('\n', text.Split('\n').Where(line => !line.Contains(who, StringComparison.Ordinal)));

        private static string Replace(string text, string what, string with) => text.Contains(what, StringComparison.Ordinal)
            ? text.Replace(what, with, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The sample has changed: it no longer says '{what}'.");
    }
}
