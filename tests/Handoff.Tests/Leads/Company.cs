using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using NodaTime;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Leads;

/// <summary>
/// A company like the sample: team <c>italy</c> with Anna and Bruno (Mon-Fri 09:00-17:00 in Rome), their manager Marta, her deputy Luca,
/// the director Paolo, and Giulia of marketing; Zoe sells in team <c>world</c>, in New York.
/// </summary>
internal sealed record Company
{
    public static readonly BusinessCalendar Office = Named("office", Rome, "mon-fri 09:00-17:00");

    public static readonly BusinessCalendar Late = Named("late", Rome, "mon-fri 14:00-22:00");

    public static readonly BusinessCalendar NewYork = Named("new_york", Zone("America/New_York"), "mon-fri 09:00-17:00");

    public static readonly BusinessCalendar Always = BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc);

    public ImmutableArray<string> Reps { get; init; } = ["anna", "bruno"];

    public Strategy Strategy { get; init; } = Strategy.WeightedRoundRobin;

    public BusinessCalendar TeamCalendar { get; init; } = Office;

    public string? Deputy { get; init; } = "luca";

    public string Director { get; init; } = "paolo";

    public int? Capacity { get; init; }

    public int? PerDay { get; init; }

    public ClockMode Mode { get; init; } = ClockMode.Business;

    /// <summary>Calendars other than the office's, by name.</summary>
    public ImmutableDictionary<string, BusinessCalendar> Works { get; init; } = ImmutableDictionary<string, BusinessCalendar>.Empty;

    public ImmutableDictionary<string, ImmutableArray<Absence>> Away { get; init; } =
        ImmutableDictionary<string, ImmutableArray<Absence>>.Empty;

    public ImmutableHashSet<string> Gone { get; init; } = [];

    public ImmutableDictionary<string, Ladder> Ladders { get; init; } = Agreed.Ladders;

    public ImmutableArray<Tier> Tiers { get; init; } = [];

    public ImmutableArray<ContactWay> ContactCounts { get; init; }

    /// <summary>How long after acceptance whoever sent a lead is asked; null: never.</summary>
    public Within? AsksAfter { get; init; }

    public bool AsksAsService { get; init; }

    /// <summary>Within how long sales says what became of an opportunity; null: that is not agreed.</summary>
    public Within? OutcomeWithin { get; init; }

    /// <summary>What stands in the way of asking; null: it was not looked at.</summary>
    public AskStanding? Asked { get; init; } = new(Obstacle: null);

    public static Company WithReps(params string[] reps) => new() { Reps = [.. reps] };

    public Company Work(string who, BusinessCalendar calendar) => this with { Works = Works.SetItem(who, calendar) };

    public Company Absent(string who, string from, string? to = null) => this with
    {
        Away = Away.SetItem(
            who, [.. Away.GetValueOrDefault(who, []).Append(new(Week.At(from), to is null ? null : Week.At(to)))
            .OrderBy(one => one.Start)]),
    };

    public Company Back(string who) => this with { Away = Away.Remove(who) };

    public Company Leaves(string who) => this with { Gone = Gone.Add(who) };

    public Agreement Agreement => Agreed.By(
        Ladders, [.. (Tiers.IsEmpty ? Agreed.Tiers(Mode) : Tiers).Select(With)]) with
    {
        ContactCounts = ContactCounts,
        AsksAsService = AsksAsService,
    };

    /// <summary>Within how long somebody confirms a lead that a manager gave them; null: that is not agreed.</summary>
    public Within? ConfirmWithin { get; init; }

    private Tier With(Tier tier) => tier with
    {
        AskTheLeadAfter = AsksAfter,
        Confirm = ConfirmWithin is { } soon ? new(soon, "patient", Mode) : null,
        Outcome = OutcomeWithin is { } within ? new(within, "patient", Mode) : null,
    };

    public Staff Staff => new()
    {
        Teams = [
            TeamOf("italy", TeamCalendar, Strategy, Reps, "marta", Deputy),
            TeamOf("world", NewYork, Strategy.LeastLoaded, ["zoe"], "dana", null),
        ],
        People = Reps.Select(rep => Person(rep, Role.Rep))
            .Concat([Person("zoe", Role.Rep, NewYork), Person("marta", Role.Manager), Person("luca", Role.Manager), Person("dana",
                Role.Manager, NewYork)])
            .Concat([Person("paolo", Role.Sales), Person("giulia", Role.Marketing)])
            .Concat(Director == "paolo" ? [] : [Person(Director, Role.Sales)])
            .Where(person => !Gone.Contains(Name(person.Id)))
            .ToImmutableDictionary(person => person.Id),
    };

    public World World(Rota rota) => new(Agreement, Staff, rota) { Asked = Asked };

    public static PersonId Id(string name) => new(name + "@acme.example");

    public static string Name(PersonId id) =>
        id == PersonId.Nobody ? "nobody" : id.Value[..id.Value.IndexOf('@', StringComparison.Ordinal)];

    public static Reception Request(string tier = "warm") => new()
    {
        Id = new LeadId("lead-1"),
        Source = "website",
        Agreement = "2026-11",
        Tier = tier,
        Score = 70,
        ScoreRules = [],
        Qualifies = true,
        Completeness = 100,
        Team = "italy",
        TeamReason = new(TeamRule.TakesTheRest),
    };

    private static BusinessCalendar Named(string name, DateTimeZone zone, params string[] open) =>
        BusinessCalendar.Create(name, zone, Hours(open), [], [], []);

    private Person Person(string name, Role role, BusinessCalendar? calendar = null) => new()
    {
        Id = Id(name),
        Address = name + "@acme.example",
        Name = name,
        Role = role,
        Language = Language.En,
        Calendar = Works.GetValueOrDefault(name) ?? calendar ?? Office,
        Absences = Away.GetValueOrDefault(name, []),
    };

    private Team TeamOf(
        string name, BusinessCalendar calendar, Strategy strategy, ImmutableArray<string> reps, string manager, string? deputy) => new()
        {
            Name = name,
            Calendar = calendar,
            Strategy = strategy,
            Manager = Id(manager),
            Deputy = deputy is null ? null : Id(deputy),
            Director = Id(Director),
            Reps = [.. reps.Select(rep => new Rep { Id = Id(rep), Capacity = Capacity, PerDay = PerDay })],
        };
}
