using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using NodaTime;
using static Handoff.Tests.Calendars.Given;

namespace Handoff.Tests.Leads.Story;

/// <summary>A reader in Rome, the people of a small team, and how an event is told to that reader.</summary>
internal static class Told
{
    public static readonly PersonId Anna = PersonId.Of("anna.greco@acme.example");

    public static readonly PersonId Bruno = PersonId.Of("bruno.riva@acme.example");

    public static readonly PersonId Marta = PersonId.Of("marta.rossi@acme.example");

    public static readonly StoryReader Reader = new(Name, Rome, Agreement());

    public static string Says(LeadEvent happened) => LeadStory.Says(happened, Reader);

    /// <summary>A time in Rome, in November 2026 where only the day is given: <c>23 09:48</c>.</summary>
    public static Instant On(string text) => InRome(text.Length > 8 ? text : "2026-11-" + text);

    public static ClockPlan Plan(string from, string due, string total, params string[] rungs) =>
        new("office, phone_desk", On(from), Duration.Zero, 0, Length(total).Measured, On(due), [.. rungs.Select(On)]);

    private static string Name(PersonId id) => id switch
    {
        _ when id == Anna => "Anna Greco",
        _ when id == Bruno => "Bruno Riva",
        _ when id == Marta => "Marta Rossi",
        _ => "Zoe Neri",
    };

    private static Agreement Agreement() => new()
    {
        Version = "2026-11",
        Organisation = "Acme S.p.A.",
        TimeZone = Rome,
        Language = Language.En,
        SignedByMarketing = Marta,
        SignedBySales = Marta,
        Qualification = new() { QualifiedAt = 40, CompleteWith = ["email"], Rules = [.. Rules()] },
        Tiers = [Tier()],
        Ladders = ImmutableDictionary<string, Ladder>.Empty.Add(
            "normal",
                new("normal", [.. new[] { 50, 80, 100, 150, 200 }.Select(at => new Rung(at, RemindRep: true, null, Reassign: false))])),
        Reasons =
        [
            Reason("not_my_territory", ReasonEffect.Reroute, Fault.Routing, "Not my territory"),
            Reason("not_a_fit", ReasonEffect.Return, Fault.Marketing, "Not a fit."),
        ],
        Lists = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty,
        Alerts = new(Duration.FromMinutes(30), 50),
    };

    private static IEnumerable<ScoreRule> Rules() =>
        from rule in new[]
        {
            (Points: 60, English: "asked for a demo or a price", Italian: "ha chiesto una demo o un prezzo"),
            (Points: 20, English: "company of 50 people or more", Italian: "azienda di almeno 50 persone"),
            (Points: 10, English: "business e-mail address", Italian: "indirizzo e-mail aziendale"),
        }
        select new ScoreRule(rule.Points, rule.English, Condition.Always)
        {
            Says = ImmutableDictionary<Language, string>.Empty.Add(Language.It, rule.Italian),
        };

    private static Tier Tier()
    {
        var terms = new ClockTerms(Length("1h"), "normal", ClockMode.Business);
        return new() { Name = "warm", When = Condition.Always, Accept = terms, FirstContact = terms, Feedback = terms };
    }

    private static Reason Reason(string code, ReasonEffect then, Fault fault, string says) =>
        new(code, then, fault, ImmutableDictionary<Language, string>.Empty.Add(Language.En, says));
}
