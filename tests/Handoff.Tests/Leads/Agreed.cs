using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Leads;

/// <summary>The agreement of the sample, as records: tiers hot, warm and standard, and the ladders fast, normal and patient.</summary>
internal static class Agreed
{
    public static readonly ImmutableDictionary<string, Ladder> Ladders = new[]
    {
        new Ladder("fast", [Remind(50), Manager(100), Reassign(150), Director(300)]),
        new Ladder("normal", [Remind(50), Remind(80), Manager(100), Reassign(150), Director(200)]),
        new Ladder("patient", [Remind(80), new(100, true, AlertTarget.Manager, false)]),
    }.ToImmutableDictionary(ladder => ladder.Name, StringComparer.Ordinal);

    public static ImmutableArray<Tier> Tiers(ClockMode mode) =>
    [
        Tier("hot", "5m", "30m", "5d", "fast", mode),
        Tier("warm", "1h", "4h", "5d", "normal", mode),
        Tier("standard", "1d", "3d", "10d", "normal", mode),
    ];

    public static Tier Tier(
        string name, string accept, string contact, string feedback, string ladder, ClockMode mode = ClockMode.Business) => new()
        {
            Name = name,
            When = Condition.Always,
            Accept = new(Length(accept), ladder, mode),
            FirstContact = new(Length(contact), ladder, mode),
            Feedback = new(Length(feedback), "patient", mode),
        };

    public static Rung Remind(int at) => new(at, true, null, false);

    public static Rung Manager(int at) => new(at, false, AlertTarget.Manager, false);

    public static Rung Director(int at) => new(at, false, AlertTarget.Director, false);

    /// <summary>The lead goes to the next rep, and the manager is told.</summary>
    public static Rung Reassign(int at) => new(at, false, AlertTarget.Manager, true);

    public static Agreement By(ImmutableDictionary<string, Ladder> ladders, ImmutableArray<Tier> tiers) => new()
    {
        Version = "2026-11",
        Organisation = "Acme S.p.A.",
        TimeZone = Rome,
        Language = Language.It,
        SignedByMarketing = Company.Id("giulia"),
        SignedBySales = Company.Id("paolo"),
        Qualification = new() { QualifiedAt = 40, CompleteWith = [], Rules = [] },
        Tiers = tiers,
        Ladders = ladders,
        Reasons =
        [
            Reason("not_my_territory", ReasonEffect.Reroute, Fault.Routing),
            Reason("no_capacity", ReasonEffect.Reroute, Fault.Rep),
            Reason("not_a_fit", ReasonEffect.Return, Fault.Marketing),
            Reason("not_now", ReasonEffect.Nurture, Fault.Nobody),
            Reason("spam", ReasonEffect.Discard, Fault.Marketing),
        ],
        Lists = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty,
        Alerts = new(Duration.FromMinutes(5), 50),
    };

    private static Reason Reason(string code, ReasonEffect then, Fault fault) =>
        new(code, then, fault, ImmutableDictionary<Language, string>.Empty);
}
