namespace Handoff.Faults.Tests.Outside;

/// <summary>What the company's files say of what may change in flight.</summary>
internal sealed record CompanyShape
{
    private static readonly string[] Strategies = ["weighted_round_robin", "least_loaded", "claim"];

    public int Strategy { get; init; }

    public bool IsSmall { get; init; }

    public bool IsElapsed { get; init; }

    public bool IsNewAgreement { get; init; }

    /// <summary>Whether what changes the agreement has to be signed.</summary>
    public bool IsSigned { get; init; }

    public bool HasAnna { get; init; } = true;

    public bool IsBrunoLate { get; init; }

    public bool HasEvesTime { get; init; } = true;

    /// <summary>When reports go and the heads meet, of <see cref="WallAlignment.All"/>.</summary>
    public int Alignment { get; init; }

    /// <summary>Whether Dana is head of sales, in Paolo's place.</summary>
    public bool IsDanaHead { get; init; }

    /// <summary>Whether the head of marketing is off on <see cref="WallSchedule.Off"/>.</summary>
    public bool IsHeadOff { get; init; }

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
        text = Replace(text, "  phone_desk: ", $"{WallSchedule.CalendarOfMarketing(IsHeadOff)}  phone_desk: ");
        // Leads that somebody owns keep the hours of the sample: the head of marketing owns none.
        text = Replace(text, "role: marketing, language: en, calendar: office", "role: marketing, language: en, calendar: marketing");
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
        if (IsNewAgreement)
        {
            text = Replace(text, "within: 1h,  ladder: normal", "within: 30m, ladder: fast");
            text = Replace(
                text, "- { at: 80%,  remind: rep }\n    - { at: 100%, alert: manager }\n", "- { at: 100%, alert: manager }\n");
        }

        text = Replace(
            text, "    - { metric: completeness,      at_least: 90%, per: month }\n",
            """
                - { metric: completeness,      at_least: 90%, per: month }
                - { metric: accepted_leads,    at_least: 9, per: quarter }
                - { metric: pipeline_created,  at_least: 500, per: week, currency: EUR }
                - { metric: won_amount,        at_least: 500, per: quarter, currency: EUR }

            """);
        text = text[..text.IndexOf("  report: ", StringComparison.Ordinal)] + WallAlignment.All[Alignment].Text;
        if (IsDanaHead)
            text = Replace(text, "sales: paolo.conti@acme.example", "sales: dana.lee@acme.example");
        return Replace(text, "agreement: 2026-11", $"agreement: {Version}{(IsSigned ? "\nsigning: required" : "")}");
    }

    /// <summary>Its own for each content.</summary>
    private string Version => $"2026-{11 + (IsElapsed ? 2 : 0) + (IsNewAgreement ? 1 : 0)}{(IsSigned ? "-signed" : "")}"
        + $"{(Alignment == 0 ? "" : $"-{Alignment}")}{(IsDanaHead ? "-dana" : "")}";

    private static string Without(string text, string who) =>
        string.Join('\n', text.Split('\n').Where(line => !line.Contains(who, StringComparison.Ordinal)));

    private static string Replace(string text, string what, string with) => text.Contains(what, StringComparison.Ordinal)
        ? text.Replace(what, with, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The sample has changed: it no longer says '{what}'.");
}
