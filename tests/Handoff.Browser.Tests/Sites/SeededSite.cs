using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Handoff.Leads;
using Handoff.Local.Tests.Hosting;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Links;
using Handoff.Service.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Browser.Tests.Sites;

/// <summary>
/// The real host in which something of everything has happened, in the team of the sample that speaks the language; everybody in it reads
/// it.
/// </summary>
internal sealed partial class SeededSite : IAsyncDisposable
{
    private readonly RunningHost _host;
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    private readonly Language _language;

    private readonly SeededFiles _files;

    private readonly string? _agreement;

    private SeededSite(RunningHost host, string url, Language language, string? agreement) =>
        (_host, Url, _language, _files, _agreement) = (host, url, language, new(language), agreement);

    // The team's country, its manager and two reps at work; and a language that none of its reps speaks.
    private (string Country, string Manager, string One, string Other, string Foreign) Team => IsItaly
        ? ("IT", "marta.villa@acme.example", "anna.greco@acme.example", "bruno.riva@acme.example", "es")
        : ("GB", "dana.lee@acme.example", "eve.stone@acme.example", "noah.price@acme.example", "it");

    public string Url { get; }

    /// <summary>The path of a link, by the name of its page in <see cref="SitePage"/>.</summary>
    public string Path(string name) => _paths[name];

    public RunningHost Host => _host;

    /// <summary>The team in which it happened.</summary>
    public string TeamName => IsItaly ? "italy" : "world";

    // Who reads a language of a file sells in Italy: everybody there says which one they read.
    private bool IsItaly => _language != Language.En;

    // What people wrote themselves is theirs in every language; where no word may be English it is German.
    private (string Message, string Declined, string Given, string Decided) Wrote => _language.IsOfFile
        ? ("Wir weben algebraische Muster.\nKönnen Sie uns am Donnerstag eine Vorführung zeigen?", "Verkauft keine Maschinen.",
            "Ihr kennt euch.", "Freitags bleibt bis zum Abend jemand erreichbar.")
        : ("We weave algebraic patterns.\nCan you show us a demo on Thursday?", "Sells no engines in our sense.", "You know them.",
            "Somebody can be reached until the evening on Fridays.");

    /// <summary>One mail of each kind.</summary>
    public ImmutableSortedDictionary<string, SeenMail> Mails { get; private set; } = ImmutableSortedDictionary<string, SeenMail>.Empty;

    /// <summary>The host alone, as it stands at the first start.</summary>
    public static async Task<SeededSite> EmptyAsync(Language language)
    {
        var site = await OpenAsync(language, RunningHost.MondayAtTen);
        await site._host.ChangeStaffAsync(
            staff => staff with
            {
                People = staff.People.ToImmutableDictionary(one => one.Key, one => one.Value with { Language = language }),
            });
        return site;
    }

    public static async Task<SeededSite> StartAsync(Language language)
    {
        // Before the report of that Monday, and to Tuesday's meeting the heads are invited at once.
        var site = await OpenAsync(
            language, RunningHost.MondayAtTen - TimeSpan.FromHours(2), new SeededFiles(language).Folder());
        await site._host.AdvanceMinutesAsync(120);
        await site.SeedAsync();
        return site;
    }

    /// <summary>The host alone, at an instant.</summary>
    public static async Task<SeededSite> OpenAsync(Language language, DateTimeOffset start, string? agreement = null)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var folder = Directory.CreateTempSubdirectory("handoff-").FullName;
        return new(await RunningHost.StartAsync(folder, start, url, agreement: agreement), url, language, agreement);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_agreement is not null)
            Directory.Delete(_agreement, recursive: true);
    }

    private async Task SeedAsync()
    {
        // Something that the heads have decided, of which its owner is reminded the next morning.
        await _host.Services.GetRequiredService<MeetingProcess>().AskAsync(
            MeetingProcess.Stream,
            new Decide(
                PersonId.Of("giulia.ferri@acme.example"), Wrote.Decided, PersonId.Of("paolo.conti@acme.example"), new(2026, 12, 1),
                "contacted_in_time", 90),
            CancellationToken.None);

        // One that is asked, a working day after the acceptance, whether somebody has called.
        await _host.ReceiveAsync(Of("Maria Agnesi", "Bolognese Lectures", "maria@lectures.example") with
        {
            privacy = "yes",
            language = _language.Tag,
        });
        await _host.PressAsync((await _host.LastMailAsync("offer")).Offer, "accept");
        await _host.PressAsync((await _host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));

        // One that comes back to marketing, which is told the next morning.
        await _host.ReceiveAsync(Of("Alan Turing", "Bletchley Park", "alan@bletchley.example"));
        await _host.PressAsync(
            (await _host.LastMailAsync("offer")).Offer, "decline", ("reason", "not_a_fit"), ("note", Wrote.Declined));
        await _host.AdvanceMinutesAsync(24 * 60);

        // One that nobody can take, and one that nobody accepts in time. They are breached one after the other: at the same instant the
        // two alerts may or may not be one mail.
        await _host.ReceiveAsync(
            new
            {
                email = "pablo@museo.example",
                name = "Pablo Ruiz",
                company = "Museo",
                country = Team.Country,
                language = Team.Foreign,
                form = "demo"
            });
        await _host.AdvanceMinutesAsync(0.5);
        await _host.ReceiveAsync(Of("Grace Hopper", "Compilers & Sons", "grace@compilers.example"));
        _paths["over"] = (await _host.LastMailAsync("offer")).Offer;
        await _host.AdvanceMinutesAsync(10.5);
        _paths["manage"] = (await _host.LastMailAsync("breach")).Manage;

        // One that was contacted, and has asked again since.
        var contacted = await _host.ReceiveAsync(Of("Hedy Lamarr", "Frequency Hopping", "hedy@hopping.example"));
        await _host.PressAsync((await _host.LastMailAsync("offer")).Offer, "accept");
        var accepted = await _host.LastMailAsync("accepted");
        await _host.PressAsync(accepted.Link("contacted"), "contacted", ("how", "called"));
        _paths["recorded"] = accepted.Link("contacted");
        _paths["feedback"] = Link(LinkPurpose.Feedback, accepted.To, contacted.Id);
        await _host.ReceiveAsync(Of("Hedy Lamarr", "Frequency Hopping", "hedy@hopping.example") with { form = "pricing" });

        // One that is accepted, one that a manager has given to somebody, and one that waits for its rep.
        await _host.ReceiveAsync(Of("Rita Levi-Montalcini", "Nerve Growth", "rita@nerve.example"));
        await _host.PressAsync((await _host.LastMailAsync("offer")).Offer, "accept");
        accepted = await _host.LastMailAsync("accepted");
        (_paths["contacted"], _paths["undo"]) = (accepted.Link("contacted"), accepted.Link("undo"));
        var given = await _host.ReceiveAsync(Of("Guglielmo Marconi", "Marconi Radio", "guglielmo@marconi.example"));
        await _host.PressAsync((await _host.LastMailAsync("offer")).Offer, "accept");
        var other = (await _host.LastMailAsync("accepted")).To == Team.One ? Team.Other : Team.One;
        await _host.PressAsync(Link(LinkPurpose.Manage, Team.Manager, given.Id), "assign", ("rep", other), ("note", Wrote.Given));
        await _host.ReceiveAsync(Of("Emmy Noether", "Symmetry", "emmy@symmetry.example"));
        _paths["accepted"] = (await _host.LastMailAsync("offer")).Offer;
        await _host.ReceiveAsync(Of("Ada Lovelace", "Analytical Engines", "ada@analytical.example"));
        var offer = await _host.LastMailAsync("offer");
        (_paths["offer"], _paths["absence"]) = (offer.Offer, offer.Link("absence"));
        _paths["question"] = (await _host.LastMailAsync("ask_lead")).Link("ask");
        _paths["withdraw"] = new Uri(_host.Services.GetRequiredService<LinkMaker>()
            .Make(LinkPurpose.Consent, PersonId.Nobody, new(given.Id), 0).Href).AbsolutePath;
        _paths["member"] = Member().Match(await _host.Http.GetStringAsync(new Uri("/team", UriKind.Relative))).Value;

        // An agreement that has to be signed, and is not yet.
        await _host.ChangeFilesAsync(files => _files.Signed(files, "2026-12", 20));
        await _host.ChangeFilesAsync(files => _files.Signed(files, "2027-01", 25));
        Mails = (await _host.MailsAsync()).GroupBy(mail => mail.Kind, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Last(), StringComparer.Ordinal);
    }

    /// <summary>The newest offer.</summary>
    public Task<SeenMail> OfferAsync() => _host.LastMailAsync("offer");

    /// <summary>A link's path.</summary>
    public string Link(LinkPurpose purpose, string person, string lead) =>
        new Uri(_host.Services.GetRequiredService<LinkMaker>().Make(purpose, PersonId.Of(person), new LeadId(lead), 0).Href).AbsolutePath;

    private Request Of(string name, string company, string email) => new(
        email, name, company, Team.Country, "demo", _language.IsOfFile ? "Leiterin Rechnen, CTO" : "Head of Computing",
        IsItaly ? "+39 02 1234 5678" : "+44 20 7946 0958", Wrote.Message);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("/team/[^\"?]+", RegexOptions.None, 1_000)]
    private static partial Regex Member();

#pragma warning disable IDE1006, SA1300 // The names are those of the posted JSON.
    private sealed record Request(
        string email, string name, string company, string country, string form, string job_title, string phone, string message,
        string? privacy = null, string? language = null);
#pragma warning restore IDE1006, SA1300
}
