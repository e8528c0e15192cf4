using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Routing;

/// <summary>A team in Rome as a test describes it, and what the router answers for it.</summary>
internal sealed record Desk
{
    /// <summary>A Monday within office hours.</summary>
    public static readonly Instant Monday = InRome("2026-11-23 10:00");

    /// <summary>The Sunday before.</summary>
    public static readonly Instant Sunday = InRome("2026-11-22 20:00");

    public static readonly BusinessCalendar Afternoon = Calendar(Rome, "mon-fri 14:00-20:00");

    public ImmutableArray<Member> Members { get; init; } = [];

    public Strategy Strategy { get; init; } = Strategy.WeightedRoundRobin;

    public Rota Rota { get; init; } = Rota.Empty("italy");

    /// <summary>A rep of the team; by default Mon-Fri 09:00-17:00.</summary>
    public sealed record Member(string Name)
    {
        public int Weight { get; init; } = 1;

        public int? Capacity { get; init; }

        public int? PerDay { get; init; }

        public string[] Speaks { get; init; } = [];

        public BusinessCalendar Calendar { get; init; } = Office;

        public Absence[] Away { get; init; } = [];

        public RotaEntry Entry { get; init; } = RotaEntry.None;

        public bool InFiles { get; init; } = true;

        public Rep Rep => new() { Id = Id(Name), Weight = Weight, Capacity = Capacity, PerDay = PerDay, Languages = [.. Speaks] };

        public Person Person => new()
        {
            Id = Id(Name),
            Address = Id(Name).Value,
            Name = Name,
            Role = Role.Rep,
            Language = Language.En,
            Calendar = Calendar,
            Absences = [.. Away],
        };
    }

    /// <summary>Somebody of another team.</summary>
    public static readonly Member Zoe = new("Zoe");

    public static Desk Of(params Member[] members) => new() { Members = [.. members], Rota = RotaOf(members) };

    public static Desk Of(params string[] names) => Of([.. names.Select(name => new Member(name))]);

    public static PersonId Id(string name) => new(name.ToLowerInvariant() + "@acme.example");

    public static string Name(PersonId id) => char.ToUpperInvariant(id.Value[0]) + id.Value[1..id.Value.IndexOf('@')];

    public Team Team => TeamOf("italy", Strategy, [.. Members.Select(member => member.Rep)]);

    /// <summary>The question about this desk on a Monday morning.</summary>
    public RoutingRequest Request => new()
    {
        Team = Team,
        Staff = new Staff
        {
            Teams = [Team, TeamOf("world", Strategy.LeastLoaded, [Zoe.Rep])],
            People = Members.Where(member => member.InFiles).Append(Zoe)
                .ToImmutableDictionary(member => Id(member.Name), member => member.Person),
        },
        Rota = Rota,
        Now = Monday,
    };

    public RoutingChoice Choose(Func<RoutingRequest, RoutingRequest>? with = null) => Router.Choose(with is null ? Request : with(Request));

    /// <summary>The names of those chosen, in order.</summary>
    public string Chosen(Func<RoutingRequest, RoutingRequest>? with = null) => string.Join(' ', Choose(with).Chosen.Select(Name));

    /// <summary>This desk after a choice; what the lead weighs on the chosen one is what the decider would add.</summary>
    public Desk After(RoutingChoice choice, int load = 0) => this with
    {
        Rota = Rota
            .Apply(new RotaChange("italy", choice.Deltas, TakesTurn: !choice.Chosen.IsEmpty))
            .Apply(new RotaChange("italy", [.. choice.Chosen.Select(rep => new RotaDelta(rep, load, 0, false))], TakesTurn: false)),
    };

    /// <summary>The names of those chosen for so many leads in a row.</summary>
    public (string Names, Desk After) Run(int leads, Func<RoutingRequest, RoutingRequest>? with = null)
    {
        var (desk, names) = (this, new List<string>());
        for (var i = 0; i < leads; i++)
        {
            var choice = desk.Choose(with);
            names.AddRange(choice.Chosen.Select(Name));
            desk = desk.After(choice);
        }

        return (string.Join(' ', names), desk);
    }

    public Desk CreditBack(string name, int credit) => this with
    {
        Rota = Rota.Apply(new RotaChange("italy", [new RotaDelta(Id(name), 0, credit, false)], TakesTurn: false)),
    };

    public static Verdict VerdictOn(RoutingChoice choice, string name) => choice.Considered.Single(one => one.Rep == Id(name)).Verdict;

    private static Rota RotaOf(IEnumerable<Member> members) =>
        Rota.Empty("italy") with { Entries = members.ToImmutableDictionary(member => Id(member.Name), member => member.Entry) };

    private static Team TeamOf(string name, Strategy strategy, ImmutableArray<Rep> reps) =>
        new() { Name = name, Calendar = Office, Strategy = strategy, Manager = Id("marta"), Reps = reps };
}
