using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Web.Tests;

/// <summary>The people, leads and links that the tests speak of.</summary>
internal static class Given
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    public static readonly LeadId LeadId = new("019aa0");

    public static Person Anna(Language? language = null, string name = "Anna Greco") => new()
    {
        Id = PersonId.Of("anna.greco@acme.example"),
        Address = "anna.greco@acme.example",
        Name = name,
        Role = Role.Rep,
        Language = language ?? Language.En,
        Calendar = BusinessCalendar.AlwaysOpen("office", DateTimeZoneProviders.Tzdb["Europe/Rome"]),
    };

    public static LinkGrant Grant(LinkPurpose purpose) => new(
        purpose, PersonId.Of("anna.greco@acme.example"), purpose == LinkPurpose.Absence ? null
            : LeadId, Offer: 1, Now + Duration.FromDays(30));

    public static LeadRecord Record(string name = "Rosa Bianchi") => new()
    {
        Email = "rosa@bianchi.example",
        Phone = "+39061234567",
        Name = name,
        Company = "Bianchi Spa",
        JobTitle = "Head of purchasing",
        Country = "IT",
        Message = "Please call me about the large plan",
    };

    public static MailItem Item(LeadRecord? record = null, params MailLink[] links) => new()
    {
        Kind = MessageKind.Offer,
        About = new(),
        Lead = new() { Reception = Reception, Status = LeadStatus.Offered, Owner = Owner.ManagerQueue },
        Record = record ?? Record(),
        Clock = Clock(ClockName.Accept),
        Reason = null,
        OwnerName = "Marta Villa",
        OtherName = null,
        ScoreBecause = "72 points: 60 asked for a demo or a price, 12 others; qualified from 40; tier hot.",
        RoutingBecause = "",
        Links = [.. links],
    };

    public static LinkPage.Shown Page(LinkPurpose purpose, Person? reader = null, MailItem? item = null) => new(
        Grant(purpose), reader ?? Anna(), purpose == LinkPurpose.Absence ? null
            : item ?? Item(), IsOver: false, Notice: null, Choices, Now);

    public static LinkChoices Choices { get; } = new()
    {
        Reasons = [("not_a_fit", "Not a fit"), ("no_time", "No time")],
        Reps = [new("a1", "Bruno Riva", 3, 15, OnShift: true, IsAway: false),
            new("b2", "Carla Neri", 0, null, OnShift: false, IsAway: true)],
        SnoozeLatest = Now + Duration.FromHours(24),
    };

    public static ClockRun Clock(ClockName name) => new()
    {
        Name = name,
        Within = Within.OfDuration(Duration.FromHours(1)),
        Mode = ClockMode.Business,
        Ladder = "standard",
        StartedAt = Now,
        Plan = new("office", Now, Duration.Zero, 0, Duration.FromHours(1), Now + Duration.FromHours(1), ImmutableArray<Instant>.Empty),
        Holdings = [],
    };

    public static LeadView LeadView { get; } = new(
        LeadId.Value, "offered", "hot", 72, "anna.greco@acme.example",
        [new("accept", "1h", Now, Now + Duration.FromHours(1), "running")], [new(Now, "received", "Received from website.")])
    {
        Dimensions = ImmutableDictionary<string, string>.Empty.Add("campaign", "spring"),
        FirstTouch = ImmutableDictionary<string, string>.Empty.Add("campaign", "launch"),
        LastTouch = ImmutableDictionary<string, string>.Empty.Add("campaign", "spring"),
        ToldTo = [new("crm", Now, Now)],
    };

    private static Reception Reception { get; } = new()
    {
        Id = LeadId,
        Source = "website",
        Agreement = "2026-11",
        Tier = "hot",
        Score = 72,
        ScoreRules = [],
        Qualifies = true,
        Completeness = 100,
        Team = "italy",
        TeamReason = new(TeamRule.TakesTheRest),
    };
}
