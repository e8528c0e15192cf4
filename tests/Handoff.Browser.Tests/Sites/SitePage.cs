namespace Handoff.Browser.Tests.Sites;

/// <summary>A page that every look is taken at. A new page joins by a line in <see cref="All"/>.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Post">What is posted there first, or null: it is only opened.</param>
/// <param name="IsRefusal">Whether it answers 4xx, on purpose.</param>
internal sealed record SitePage(Func<SeededSite, string> Path, string? Post = null, bool IsRefusal = false)
{
    /// <summary>Every page.</summary>
    public static IReadOnlyDictionary<string, SitePage> All { get; } = new Dictionary<string, SitePage>(StringComparer.Ordinal)
    {
        ["welcome"] = new(_ => "/"),
        ["welcome wrong"] = new(_ => "/", Post: "email=ada@&phone=12&name=Ada&form=demo", IsRefusal: true),
        ["mailbox"] = new(_ => "/mailbox"),
        ["mailbox message"] = new(site => $"/mailbox?id={site.Mails["offer"].Id}"),
        ["mailbox phone dark"] = new(site => $"/mailbox?id={site.Mails["offer"].Id}&width=phone&scheme=dark"),
        ["mailbox text"] = new(site => $"/mailbox?id={site.Mails["offer"].Id}&view=text"),
        ["mailbox raw"] = new(site => $"/mailbox?id={site.Mails["offer"].Id}&view=raw"),
        ["offer"] = new(site => site.Path("offer")),
        ["offer wrong"] = new(site => site.Path("offer"), Post: "action=decline&note=Not+mine", IsRefusal: true),
        ["accepted"] = new(site => site.Path("accepted"), Post: "action=accept"),
        ["snoozed"] = new(site => site.Path("manage"), Post: "action=snooze&until=2026-12-01T11:00"),
        ["over"] = new(site => site.Path("over")),
        ["undo"] = new(site => site.Path("undo")),
        ["contacted"] = new(site => site.Path("contacted")),
        ["recorded"] = new(site => site.Path("recorded")),
        ["feedback"] = new(site => site.Path("feedback")),
        ["manage"] = new(site => site.Path("manage")),
        ["absence"] = new(site => site.Path("absence")),
        ["unknown"] = new(_ => "/r/altered", IsRefusal: true),
        ["board"] = new(_ => "/board"),
        ["board late"] = new(site => $"/board?state=late&team={site.TeamName}"),
        ["board nothing"] = new(_ => "/board?tier=none"),
        ["wall"] = new(_ => "/board?wall=1"),
        ["lead"] = new(site => $"/leads/{LeadOf(site.Mails["moved_on"])}"),
        ["lead contacted"] = new(site => $"/leads/{LeadOf(site.Mails["came_back"])}"),
        ["lead erase"] = new(site => $"/leads/{LeadOf(site.Mails["moved_on"])}/erase"),
        ["lead mail"] = new(site => $"/leads/{LeadOf(site.Mails["offer"])}/mail/{site.Mails["offer"].Id}"),
        ["lead unknown"] = new(_ => "/leads/none", IsRefusal: true),
        ["search refused"] = new(_ => "/leads", Post: "q=ada", IsRefusal: true),
        ["leads"] = new(_ => "/leads"),
        ["came back"] = new(_ => "/feedback"),
        ["leads returned"] = new(_ => "/leads?status=returned&dimension=campaign&value=none&from=2026-01-01"),
        ["leads nothing"] = new(_ => "/leads?status=sold&tier=none"),
        ["scorecard"] = new(_ => "/scorecard"),
        ["scorecard before"] = new(_ => "/scorecard?period=2026-W47"),
        ["leads of a figure"] = new(_ => "/leads?figure=accepted_leads&period=2026-11&verdict=good"),
        ["agreement"] = new(_ => "/agreement"),
        ["proposal"] = new(_ => "/agreement/sign"),
        ["meeting"] = new(_ => "/meeting"),
        ["reports"] = new(_ => "/reports"),
        ["report"] = new(_ => "/reports/1"),
        ["paper"] = new(_ => "/route"),
        ["sources"] = new(_ => "/sources"),
        ["team"] = new(_ => "/team"),
        ["member"] = new(site => site.Path("member")),
        ["member away"] = new(site => site.Path("member") + "?when=week"),
        ["question"] = new(site => site.Path("question")),
        ["withdraw"] = new(site => site.Path("withdraw")),
        ["nothing"] = new(_ => "/nothing", IsRefusal: true),
        ["status"] = new(_ => "/status"),
        ["sign in"] = new(_ => "/signin"),
        ["sign in sent"] = new(_ => "/signin", Post: "address=nobody@elsewhere.example"),
        ["sign in unknown"] = new(_ => "/signin/altered", IsRefusal: true),
    };

    /// <summary>The lead that a mail of a lead is about.</summary>
    private static string LeadOf(SeenMail mail) => mail.Id[..mail.Id.LastIndexOf('-')];
}
