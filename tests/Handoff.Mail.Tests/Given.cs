using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>
/// A lead of Tuesday 24 November 2026: asked for a demo, qualified at 15:15 in Rome (09:15 in New York), to be accepted by 15:20.
/// </summary>
internal static class Given
{
    public const string Site = "https://handoff.acme.example/";

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 14, 15);

    public static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    public static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>Every kind that is mailed.</summary>
    public static IEnumerable<MessageKind> Kinds =>
        Enum.GetValues<MessageKind>()
            .Except([MessageKind.Touch, MessageKind.HandAgain, MessageKind.AskLead, MessageKind.News]);

    public static Person Reader(Language language, DateTimeZone? zone = null) => new()
    {
        Id = PersonId.Of("anna.greco@acme.example"),
        Address = "anna.greco@acme.example",
        Name = "Anna Greco",
        Role = Role.Rep,
        Language = language,
        Calendar = Office(zone ?? Rome),
    };

    public static BusinessCalendar Office(DateTimeZone zone) => BusinessCalendar.Create(
        "office",
        zone,
        Enum.GetValues<IsoDayOfWeek>().Where(day => day is > IsoDayOfWeek.None and < IsoDayOfWeek.Saturday)
            .Select(day => new OpenHours(day, new(9, 0), new(18, 0))),
        Array.Empty<LocalDate>(),
        [],
        []);

    public static LeadRecord Ada { get; } = new()
    {
        Name = "Ada Lovelace",
        Company = "Analytical Engines",
        JobTitle = "Head of Computing",
        Email = "ada@engines.example",
        Phone = "+390212345678",
        Country = "IT",
        Message = "We weave algebraic patterns.\nCan you show us a demo on Thursday?",
        Form = ImmutableSortedDictionary<string, string>.Empty.Add("form", "demo").Add("employees", "120")
            .Add("email", "Ada@Engines.example"),
    };

    public static ClockRun Clock(
        ClockName name, string within = "5m", Instant? start = null, Instant? due = null, ClockMode mode = ClockMode.Business)
    {
        if (!Within.TryParse(within, out var length)) throw new ArgumentException("Not a length.", nameof(within));
        var from = start ?? Start;
        var total = length.IsDays ? Duration.FromHours(9 * length.Days) : length.Measured;
        return new()
        {
            Name = name,
            Within = length,
            Mode = mode,
            Ladder = "fast",
            StartedAt = from,
            Plan = new("office", from, Duration.Zero, 0, total, due ?? from + total, []),
            Holdings = [],
        };
    }

    public static Lead Lead(LeadStatus status = LeadStatus.Offered, ClockRun? clock = null) => new()
    {
        Reception = new()
        {
            Id = new("lead-1"),
            Source = "website",
            Agreement = "2026-11",
            Tier = "hot",
            Qualifies = true,
            Score = 85,
            ScoreRules = [],
            Completeness = 100,
            Team = "italy",
            TeamReason = new(TeamRule.TakesTheRest),
            Country = "IT",
            Language = "it",
        },
        Status = status,
        Owner = Owner.Of(PersonId.Of("anna.greco@acme.example")),
        ReceivedAt = Start,
        Offer = status == LeadStatus.Offered ? new(1, [PersonId.Of("anna.greco@acme.example")], IsClaim: false, Start, "italy", []) : null,
        Acceptance = status is LeadStatus.Accepted or LeadStatus.Contacted
            ? new(PersonId.Of("anna.greco@acme.example"), Start + Duration.FromMinutes(5), 1) : null,
        Clocks = clock is null ? [] : [clock],
    };

    public static MailItem Item(MessageKind kind, Language? of = null)
    {
        var language = of ?? Language.En;
        var (status, clock) = kind switch
        {
            MessageKind.Accepted => (LeadStatus.Accepted, Clock(ClockName.FirstContact, "30m")),
            MessageKind.FollowUp => (LeadStatus.Accepted, Clock(ClockName.FirstContact, "30m")),
            MessageKind.Assigned => (LeadStatus.Accepted, Clock(ClockName.FirstContact, "30m")),
            MessageKind.GiveFeedback or MessageKind.LongAbsence =>
                (LeadStatus.Contacted, Clock(ClockName.Feedback, "5d", due: Instant.FromUtc(2026, 12, 1, 14, 15))),
            MessageKind.Returned or MessageKind.Contested or MessageKind.ContestAnswered => (LeadStatus.Returned, null),
            MessageKind.NobodyEligible => (LeadStatus.Qualified, Clock(ClockName.Accept)),
            _ => (LeadStatus.Offered, Clock(ClockName.Accept)),
        };
        return new()
        {
            Kind = kind,
            About = About(kind, clock),
            Lead = Lead(
                status, clock) with
            {
                Contest = kind is MessageKind.Contested or MessageKind.ContestAnswered
                    ? new(PersonId.Of("giulia.ferri@acme.example"), Start, Start + Duration.FromDays(7),
                        kind == MessageKind.Contested ? ContestState.Asked : ContestState.Overturned)
                    : null,
                Owner = kind == MessageKind.NobodyEligible ? Owner.ManagerQueue
                : Owner.Of(PersonId.Of("bruno.riva@acme.example"))
            },
            Record = kind is MessageKind.Returned or MessageKind.Contested
                ? Ada with { Notes = [new(Start, "bruno.riva@acme.example", "feedback", "Sells no engines in our sense.")] }
                : Ada,
            Clock = clock,
            Reason = kind is MessageKind.Returned or MessageKind.Contested ? NotAFit : null,
            AskName = "Marta Villa",
            OwnerName = kind == MessageKind.NobodyEligible ? "Marta Villa" : "Bruno Riva",
            OtherName = kind switch
            {
                MessageKind.DeliveryFailing => "Carla Neri",
                MessageKind.Contested => "Giulia Ferri",
                MessageKind.ContestAnswered => "Marta Villa",
                _ => null,
            },
            ScoreBecause = language.Tag switch
            {
                "en" => "85 points: 60 asked for a demo or a price, 15 decision maker, 10 business e-mail address; qualified from 40; "
                    + "tier hot.",
                "it" => "85 punti: 60 ha chiesto una demo o un prezzo, 15 persona che decide, 10 indirizzo e-mail aziendale; soglia 40; "
                    + "fascia hot.",
                _ => "85 Punkte: 60 für eine Demo, 15 für die Entscheidung, 10 für die Adresse; qualifiziert ab 40; Klasse hot.",
            },
            RoutingBecause = RoutingText.Explain(
                AnnasTurn, person => person == Anna ? "Anna Greco" : "Bruno Riva", _ => "", Naming.None.In(language)),
            Links = Links(kind),
        };
    }

    private static PersonId Anna { get; } = PersonId.Of("anna.greco@acme.example");

    private static RoutingChoice AnnasTurn { get; } = new()
    {
        Team = "italy",
        Chosen = [Anna],
        Strategy = Strategy.WeightedRoundRobin,
        ByExistingOwner = false,
        OnShiftNow = true,
        Considered =
        [
            new(Anna, Verdict.Chosen, 1, 25, 2, 1, null),
            new(PersonId.Of("bruno.riva@acme.example"), Verdict.Absent, 0, 15, 1, 0, null),
        ],
        Deltas = [],
        Cost = 2,
    };

    public static Reason NotAFit { get; } =
        new("not_a_fit", ReasonEffect.Return, Fault.Marketing, ImmutableDictionary<Language, string>.Empty
        .Add(Language.En, "Not our kind of customer").Add(Language.It, "Non è un nostro tipo di cliente"));

    public static MailModel Mail(MessageKind kind, Language? of = null, DateTimeZone? zone = null)
    {
        var language = of ?? Language.En;
        return new()
        {
            Kind = kind,
            Reader = Reader(language, zone),
            Organisation = "Acme S.p.A.",
            Now = Start,
            Items = kind == MessageKind.Digest
                ? [Numbered(MessageKind.Breach, 1, language), Numbered(MessageKind.NobodyEligible, 2, language),
                    Numbered(MessageKind.LongAbsence, 3, language)]
                : [Item(kind, language)],
            Links = kind == MessageKind.Returned ? [new("returns", $"{Site}feedback")] : [new("absence", $"{Site}r/away")],
        };
    }

    public static MailModel Of(MailItem item, Language? language = null) => Mail(item.Kind, language) with { Items = [item] };

    private static MailItem Numbered(MessageKind kind, int number, Language language)
    {
        var item = Item(kind, language);
        return item with
        {
            Record = item.Record with { Name = $"Ada{number} Lovelace" },
            Links = [new("manage", $"{Site}m/manage-{number}", $"lead-{number}")],
        };
    }

    private static MessageAbout About(MessageKind kind, ClockRun? clock) => new()
    {
        Offer = 1,
        Clock = clock?.Name,
        Due = kind == MessageKind.Contested ? Start + Duration.FromDays(7) : clock?.Plan.Due,
        Percent = kind switch { MessageKind.Reminder => 50, MessageKind.Breach => 80, _ => 0 },
        Cause = kind switch { MessageKind.MovedOn => MoveCause.ShiftEnded, MessageKind.Assigned => MoveCause.AssignedByManager, _ => null },
        Reason = kind is MessageKind.Returned or MessageKind.Contested ? "not_a_fit" : null,
        Failing = kind == MessageKind.DeliveryFailing ? MessageKind.Offer : null,
    };

    private static ImmutableArray<MailLink> Links(MessageKind kind) => kind switch
    {
        MessageKind.MovedOn or MessageKind.Returned or MessageKind.ContestAnswered => [],
        MessageKind.Contested => [new("contest", $"{Site}m/contest", "lead-1")],
        MessageKind.Breach or MessageKind.NobodyEligible or MessageKind.DeliveryFailing or MessageKind.LongAbsence
            or MessageKind.LeadSaysNo =>
            [new("manage", $"{Site}m/manage", "lead-1")],
        _ =>
        [
            new("offer", $"{Site}r/offer", "lead-1"), new("undo", $"{Site}r/undo", "lead-1"),
            new("contacted", $"{Site}r/contacted", "lead-1"), new("feedback", $"{Site}r/feedback", "lead-1"),
            new("outcome", $"{Site}r/outcome", "lead-1"), new("confirm", $"{Site}r/confirm", "lead-1"),
        ],
    };
}
