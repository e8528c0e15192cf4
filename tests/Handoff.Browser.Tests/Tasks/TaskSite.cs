using System.Collections.Immutable;
using System.Globalization;
using Handoff.Browser.Tests.Browsing;
using Handoff.Browser.Tests.Sites;
using Handoff.Leads;
using Handoff.Local.Tests.Hosting;
using Handoff.People;
using Handoff.Service.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Handoff.Browser.Tests.Tasks;

/// <summary>
/// One host and one browser for everybody's ordinary day: Tuesday, shortly after ten in Rome. What a task needs, it makes itself; what
/// takes time has happened already: a lead that nobody accepted, three that nobody can take, returns told in the morning, a report, a
/// proposal, a decision. The clock stands still.
/// </summary>
public sealed class TaskSite : IAsyncLifetime
{
    /// <summary>The manager of the team that sells to the rest of the world.</summary>
    internal const string Manager = "dana.lee@acme.example";

    /// <summary>The head of sales.</summary>
    internal const string Sales = "paolo.conti@acme.example";

    /// <summary>The head of marketing.</summary>
    internal const string Marketing = "giulia.ferri@acme.example";

    /// <summary>The version that waits for its signatures.</summary>
    internal const string Proposed = "2027-01";

    internal const string Phone = "+44 20 7946 0958";

    // In the order in which they came back.
    private static readonly (string Name, string Reason)[] Back =
    [
        ("Alan Turing", "bad_contact_data"), ("Joan Clarke", "not_a_fit"), ("Hugh Alexander", "not_a_fit"),
        ("Gordon Welchman", "not_a_fit"), ("Bill Tutte", "bad_contact_data"),
    ];

    private readonly OneBrowser _browser = new();
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _leads = new(StringComparer.Ordinal);
    private SeededSite? _site;

    internal SeededSite Site => _site ?? throw new InvalidOperationException("The site is started before the tests.");

    /// <summary>Somebody opens a page of ours, signed in; or sits at the machine.</summary>
    internal async Task<Hands> AtAsync(string? person, string path)
    {
        var open = await OpenAsync(person);
        await open.GoAsync(path);
        await open.FitsAsync(scripts: true);
        return new(open);
    }

    /// <summary>Somebody reads a mail, and is signed in if not said otherwise.</summary>
    internal async Task<Hands> AtAsync(SeenMail mail, bool isSignedIn = true)
    {
        var open = await OpenAsync(isSignedIn ? mail.To : null);
        await open.ShowMailAsync(mail.Id, Site);
        // The mailbox opens what a mail links to beside itself; a mail program opens it here.
        await open.Page.EvaluateAsync("document.querySelector('base')?.remove()");
        await open.FitsAsync(scripts: true);
        return new(open);
    }

    /// <summary>A lead comes in, and a rep is asked. Returns the mail to the rep.</summary>
    internal async Task<SeenMail> OfferAsync(string name)
    {
        await ReceiveAsync(name);
        return await Site.Host.LastMailAsync("offer");
    }

    /// <summary>Another that the rep has accepted. Returns the mail that says so.</summary>
    internal async Task<SeenMail> AcceptedAsync(string name)
    {
        await Site.Host.PressAsync((await OfferAsync(name)).Offer, "accept");
        return await Site.Host.LastMailAsync("accepted");
    }

    /// <summary>Another that the rep has called. Returns the mail that asks what came of it.</summary>
    internal async Task<SeenMail> ContactedAsync(string name)
    {
        await Site.Host.PressAsync((await AcceptedAsync(name)).Link("contacted"), "contacted", ("how", "called"));
        return await Site.Host.LastMailAsync("give_feedback");
    }

    /// <summary>The mail of a kind about a lead of the morning.</summary>
    internal async Task<SeenMail> MailAsync(string kind, string about) => (await Site.Host.MailsAsync())
        .Last(mail => mail.Kind == kind && mail.Subject.Contains(about, StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;

        await _browser.InitializeAsync();
        // Before the report of that Monday.
        _site = await SeededSite.OpenAsync(Language.En, RunningHost.MondayAtTen - TimeSpan.FromHours(2));
        await Site.Host.AdvanceAsync(TimeSpan.FromMinutes(15));
        await Site.Host.ChangeFilesAsync(files => Signed(files, "2026-12", points: 20));
        await Site.Host.AdvanceAsync(TimeSpan.FromMinutes(105), step: TimeSpan.FromMinutes(15));
        await ReturnAsync();
        await Site.Host.AdvanceAsync(TimeSpan.FromHours(24), step: TimeSpan.FromMinutes(30));
        await AlertAsync();
        await DisagreeAsync();
        await Site.Host.ChangeFilesAsync(files => Signed(files, Proposed, points: 25));
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>Signed by both heads; alerts are grouped no longer than a minute, so each of the morning is its own mail.</summary>
    private static ImmutableDictionary<string, string> Signed(ImmutableDictionary<string, string> files, string version, int points) =>
        files.SetItem("agreement.yaml", files["agreement.yaml"]
            .Replace("agreement: 2026-11", $"agreement: {version}\nsigning: required", StringComparison.Ordinal)
            .Replace("points: 20,", $"points: {points},", StringComparison.Ordinal)
            .Replace("group_within: 5m", "group_within: 1m", StringComparison.Ordinal));

    private async Task ReturnAsync()
    {
        foreach (var (name, reason) in Back)
        {
            var offer = await OfferAsync(name);
            await Site.Host.PressAsync(offer.Offer, "decline", ("reason", reason), ("note", $"{name} is not to be reached."));
        }

        await ContactedAsync("Emmy Noether");
        // One that nobody could read.
        var intake = Site.Host.Services.GetRequiredService<LeadIntake>();
        var held = Assert.IsType<IntakeAnswer.Stored>(await intake.ReceiveAsync(
            new()
            {
                Source = Site.Host.Services.GetRequiredService<ISourceCatalog>().Find("website")!,
                Fields = ImmutableDictionary<string, string>.Empty.Add("email", "half@body.example").Add("message", "{\"half\":"),
                IdempotencyKey = null,
                BodyHash = [1],
                Held = QuarantineCause.NotUnderstood,
                KeepsAll = true,
            },
            default));
        _leads["half"] = held.Id.Value;
    }

    /// <summary>One that nobody accepts in time, and three that nobody can take: no alert falls into the minute of another.</summary>
    private async Task AlertAsync()
    {
        await ReceiveAsync("Grace Hopper");
        foreach (var name in new[] { "Pablo Ruiz", "Dora Maar", "Juan Gris" })
        {
            await Site.Host.AdvanceMinutesAsync(1.1);
            await ReceiveAsync(name, language: "it");
            // Late when the morning begins, and no alert is looked for.
            if (name == "Dora Maar") await ReceiveAsync("Mary Shelley");
        }

        await Site.Host.AdvanceMinutesAsync(4);
    }

    private async Task DisagreeAsync()
    {
        var giulia = await ReaderAsync(Marketing);
        var queue = await giulia.GetAsync("/feedback");
        await giulia.PostAsync(
            "/feedback", ("token", queue.Token), ("lead", _leads["Gordon Welchman"]), ("action", "contest"), ("note", "The phone rings."));
        var paolo = await ReaderAsync(Sales);
        var meeting = await paolo.GetAsync("/meeting");
        var owner = meeting.Document.QuerySelector("select[name=owner] option")!.GetAttribute("value")!;
        var due = Site.Host.Now.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await paolo.PostAsync(
            "/meeting", ("token", meeting.Token), ("action", "decide"), ("text", "Call within the hour"), ("owner", owner), ("due", due));
        await Site.Host.SettleAsync();
    }

    private async Task ReceiveAsync(string name, string language = "en")
    {
        var lead = await Site.Host.ReceiveAsync(
            new
            {
                // Each of a company of its own: who has a company's lead gets its next.
                email = $"{name.Replace(' ', '@').ToLowerInvariant()}.example",
                name,
                company = $"{name.Split(' ')[^1]} & Sons",
                country = "GB",
                language,
                form = "demo",
                phone = Phone,
                message = $"Can you show {name} a demo?",
                utm_campaign = "autumn",
            });
        _leads[name] = lead.Id;
    }

    private async Task<Reader> ReaderAsync(string person)
    {
        var reader = new Reader(Site.Host, _sessions.GetValueOrDefault(person), Site.Host.Http.BaseAddress!.Authority);
        if (reader.Session is null)
        {
            await reader.PostAsync(await reader.LinkAsync(person));
            _sessions[person] = reader.Session ?? throw new InvalidOperationException($"{person} could not sign in.");
        }

        return reader;
    }

    private async Task<OpenPage> OpenAsync(string? person)
    {
        var open = await OpenPage.OpenAsync(_browser.Browser, Site.Url, new(Language.En, Device.Phone, ColorScheme.Light));
        if (person is not null)
        {
            var session = (await ReaderAsync(person)).Session!;
            await open.Page.Context.AddCookiesAsync([new() { Name = Reader.Cookie, Value = session, Url = Site.Url }]);
        }

        return open;
    }
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(nameof(TaskSite))]
public sealed class SharedTaskSite : ICollectionFixture<TaskSite>;
