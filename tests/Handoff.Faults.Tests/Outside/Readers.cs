using Handoff.Faults.Tests.Audit;
using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>
/// Everybody who gets mail: they act soon, late or never, twice, and on links of old mails; and the scanners that open every link before
/// them.
/// </summary>
internal sealed class Readers(SimulatedWorld world)
{
    private readonly SplitMix _chance = world.Chance.Apart("people");
    private readonly Dictionary<string, List<Letter.Link>> _old = new(StringComparer.Ordinal);
    private SimulatedHost? _scanned;

    public void Receive(Letter letter)
    {
        if (world.Says)
            world.Say($"{letter.To} gets {letter.Kind}");
        if (world.Scenario.Has(Trouble.Scanners) && _chance.Chance(300))
            Scan(letter);
        if (!_old.TryGetValue(letter.To, out var old))
            old = _old[letter.To] = [];
        old.AddRange(letter.Links);
        foreach (var link in letter.Links)
        {
            if (Acts(link.Rel))
                Plan(letter.To, link, _chance.Between(Duration.Zero, Patience()));
        }

        if (world.Scenario.Has(Trouble.Clicks) && old.Count > 0 && _chance.Chance(60))
            Plan(letter.To, _chance.Of(old), _chance.Between(Duration.Zero, Duration.FromDays(6)));
    }

    private bool Acts(string rel) => _chance.Chance(rel switch
    {
        "offer" => 700,
        "undo" => 120,
        "contacted" => 600,
        "feedback" => 550,
        "outcome" => 500,
        "confirm" => 500,
        "manage" => 350,
        "contest" => 500,
        "absence" => world.Scenario.Has(Trouble.Absences) ? 12 : 0,
        _ => 0,
    });

    private Duration Patience() => _chance.Below(10) switch
    {
        < 4 => Duration.FromMinutes(9),
        < 8 => Duration.FromHours(3),
        _ => Duration.FromDays(3),
    };

    private void Plan(string who, Letter.Link link, Duration after)
    {
        var form = Form(link.Rel);
        world.Time.In(after, () => Post(who, link, form, tries: 3));
        if (world.Scenario.Has(Trouble.Clicks) && _chance.Chance(200))
            world.Time.In(after + _chance.Between(Duration.Zero, Duration.FromSeconds(3)), () => Post(who, link, form, tries: 1));
    }

    private void Post(string who, Letter.Link link, LinkForm form, int tries)
    {
        if (world.Fleet.Any() is not { } host)
        {
            if (tries > 0)
                world.Time.In(Duration.FromMinutes(3), () => Post(who, link, form, tries - 1));
            return;
        }

        LinkAnswer? answer = null;
        var click = Click.On(host, link.Token);
        world.Auditor.Posted(click, form);
        Errand.Run(world, host, async () => answer = await host.Get<LinkPages>().ActAsync(Opened(host, link), form, default), ending =>
        {
            if (world.Says)
                world.Say($"{who} posts {form.Action}: {answer?.Result.ToString() ?? ending.ToString()}");
            if (answer is not null)
            {
                world.Auditor.Answered(click, form, answer);
                ThinkAgain(who, form, answer);
                return;
            }

            world.Auditor.Unheard(click, form);
            if (tries > 0)
                world.Time.In(_chance.Between(Duration.FromSeconds(20), Duration.FromMinutes(5)), () => Post(who, link, form, tries - 1));
        });
    }

    /// <summary>Some take back what they have just said, by the link of the page that answers them.</summary>
    private void ThinkAgain(string who, LinkForm form, LinkAnswer answer)
    {
        if (answer is not { Result: LinkResult.Done, Page: LinkPage.Shown { Item: { } item } } || form.Action == "undo")
            return;
        foreach (var link in item.Links.Where(link => link.Rel == "undo" && _chance.Chance(150)))
            Plan(who, Letter.Link.Read($"{link.Rel} {link.Href}"), _chance.Between(Duration.Zero, Duration.FromMinutes(12)));
    }

    private static LinkGrant Opened(SimulatedHost host, Letter.Link link) =>
        host.Get<ILinkProtector>().Unprotect(link.Token) ?? throw new InvalidOperationException("A link that was sent can be read.");

    /// <summary>Opens every link, on a host of its own on which nothing may be written.</summary>
    private void Scan(Letter letter)
    {
        if (_scanned is null)
        {
            var host = _scanned = new SimulatedHost(world, number: 9, mayWrite: false);
            Errand.Run(world, host, host.StartAsync, ending => _scanned = ending == Ending.Done ? host : null);
        }

        var scanned = _scanned;
        if (scanned is not { IsReady: true })
            return;
        foreach (var link in letter.Links)
        {
            LinkPage? page = null;
            Errand.Run(world, scanned, async () => page = await scanned.Get<LinkPages>().OpenAsync(Opened(scanned, link), default), _ =>
            {
                if (page is LinkPage.Unknown && OpenLinks.Read(link.Token) is { Lead: { } })
                    world.Break($"A link that was sent opens a page, and {link.Token} does not.");
            });
        }
    }

    private LinkForm Form(string rel) => rel switch
    {
        "offer" when _chance.Chance(650) => new() { Action = "accept" },
        "offer" => new() { Action = "decline", Reason = Reason(), Note = _chance.Chance(300) ? "a note" : null },
        "undo" => new() { Action = "undo" },
        "contacted" => new() { Action = "contacted", How = _chance.Of(["called", "voicemail", "e-mailed", "meeting"]), Next = Next() },
        "feedback" when _chance.Chance(500) => new() { Action = "feedback", Outcome = "qualified" },
        "feedback" => new() { Action = "feedback", Outcome = "returned", Reason = Reason() },
        "confirm" => new() { Action = "confirm" },
        "outcome" => _chance.Below(4) switch
        {
            0 => new() { Action = "outcome", Outcome = "won" },
            1 => new() { Action = "outcome", Outcome = "lost" },
            _ => new() { Action = "outcome", Outcome = "open", Next = Next() },
        },
        "contest" => new() { Action = _chance.Of(["uphold", "overturn"]), Note = _chance.Chance(300) ? "a note" : null },
        "manage" => _chance.Below(4) switch
        {
            0 => new() { Action = "take" },
            1 => new() { Action = "assign", Rep = _chance.Of(SimulatedCompany.Reps) },
            2 => new() { Action = "acknowledge" },
            _ => new() { Action = "snooze", Until = Time(_chance.Between(Duration.FromMinutes(5), Duration.FromHours(30))) },
        },
        _ when _chance.Chance(300) => new() { Action = "back" },
        _ => new()
        {
            Action = "away",
            Until = _chance.Chance(800) ? Time(_chance.Between(Duration.FromHours(1), Duration.FromDays(20)))
            : null
        },
    };

    private string? Next() => !_chance.Chance(400) ? null
        : NodaTime.Text.LocalDatePattern.Iso.Format((world.Now + _chance.Between(Duration.FromDays(1), Duration.FromDays(9))).InUtc().Date);

    private string Reason() =>
        _chance.Of(["not_my_territory", "no_capacity", "bad_contact_data", "not_a_fit", "not_now", "spam", "unheard_of"]);

    private string Time(Duration after) => NodaTime.Text.InstantPattern.ExtendedIso.Format(world.Now + after);
}
