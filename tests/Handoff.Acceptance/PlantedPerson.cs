using System.Collections.Immutable;
using System.Net;
using System.Text;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.Service.Intake;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>A person of whom each word is known, and who comes in by every way and is sent everywhere.</summary>
internal static class PlantedPerson
{
    /// <summary>What the widget of a captcha adds to a form.</summary>
    public const string Token = "0.SpindleToken";
    public const string Address = "zebulon.quarkmeister@plantagenet-looms.example";

    /// <summary>No word of these stands anywhere else.</summary>
    public static readonly ImmutableArray<string> Planted =
    [
        "zebulon", "quarkmeister", "plantagenet", "3331234567", "warpandweft", "keenonshuttles", "shedtwelve", "treadlenote", "halfbroken",
        "spindletoken",
    ];

    private static readonly object Form = new
    {
        email = Address, name = "Zebulon Quarkmeister", company = "Plantagenet Looms", country = "IT", form = "demo",
        phone = "+39 333 1234567", message = "Warpandweft at last?", job_title = "Chief keenonshuttles", street = "Shedtwelve 4",
        page_url = $"https://www.acme.example/demo?email={Uri.EscapeDataString(Address)}&utm_term=quarkmeister",
        utm_campaign = "Zebulon Quarkmeister", utm_content = Address, utm_source = "plantagenet", gclid = "3331234567",
        language = "it", consent = "yes",
    };

    private static readonly object Agreeing = new
    {
        email = Address, name = "Zebulon Quarkmeister", company = "Plantagenet Looms", country = "IT", form = "demo",
        phone = "+39 333 1234567", message = "Warpandweft again?", consent_contact = "yes",
    };

    /// <summary>By every way in, through every hand; returns the person's leads.</summary>
    public static async Task<List<string>> PlantAsync(ProductHost host)
    {
        var denied = await DeniedAsync(host);
        List<string> leads = [(await host.ReceiveAsync(Form)).Id, denied];
        var offer = await host.LastMailAsync("offer");
        await host.PressAsync(offer.Offer, "decline", ("reason", "no_capacity"), ("note", "Treadlenote: not me."));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        // A duplicate by the site's own form, another by a program with a key of its own for each row.
        using (var form = new FormUrlEncodedContent(
        [
            new("your-name", "Zebulon Quarkmeister"), new("your-email", Address.ToUpperInvariant()), new("your-company", "Plantagenet"),
            new("your-tel", "333 1234567"),
        ]))
        using (var posted = await host.PostBodyAsync(form, "demo-form"))
            leads.Add((await host.ReceiptAsync(posted)).Id);
        leads.Add((await host.ReceiveAsync(Form, idempotencyKey: $"row of {Address}")).Id);
        await host.AdvanceMinutesAsync(20);
        await host.PressAsync(
            (await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"), ("note", "Treadlenote: called."));
        await host.PressAsync(
            (await host.LastMailAsync("give_feedback")).Link("feedback"), "feedback", ("outcome", "returned"), ("reason", "not_now"),
            ("note", "Treadlenote: later."));
        leads.Add(await AskedAsync(host));
        Assert.Equal(HttpStatusCode.NoContent, await host.WithdrawConsentAsync(leads[0]));
        // One that is held back, one by phone alone.
        leads.Add(await HeldAsync(host));
        leads.Add((await host.ReceiveAsync(new { phone = "+39 333 1234567", name = "Quarkmeister", form = "demo" })).Id);
        await RefusedAsync(host);
        await LookedAtAsync(host, leads);
        return leads;
    }

    /// <summary>The person is asked, and says that nobody has called.</summary>
    private static async Task<string> AskedAsync(ProductHost host)
    {
        var lead = (await host.ReceiveAsync(Agreeing, idempotencyKey: "the one that is asked about")).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        await host.AdvanceAsync(TimeSpan.FromHours(26), step: TimeSpan.FromHours(13));
        var asked = await host.LastMailAsync("ask_lead", Address);
        Assert.Contains("Plantagenet", asked.Text + asked.To, StringComparison.OrdinalIgnoreCase);
        using var no = new FormUrlEncodedContent([new("answer", "no")]);
        using var answer = await host.Visitor.PostAsync(new Uri(asked.Link("ask"), UriKind.Relative), no);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await host.SettleAsync();
        return lead;
    }

    /// <summary>By the site's own form; whoever runs the captcha takes the person for a machine.</summary>
    private static async Task<string> DeniedAsync(ProductHost host)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("your-name", "Zebulon Quarkmeister"), new("your-email", Address), new("your-company", "Plantagenet Looms"),
            new("country", "IT"), new("cf-turnstile-response", Token),
        ]);
        using var posted = await host.PostBodyAsync(form, "demo-form");
        var lead = (await host.ReceiptAsync(posted)).Id;
        Assert.Equal("quarantined", (await host.LeadAsync(lead)).Status);
        return lead;
    }

    private static async Task<string> HeldAsync(ProductHost host)
    {
        var stored = Assert.IsType<IntakeAnswer.Stored>(await host.Services.GetRequiredService<LeadIntake>().ReceiveAsync(
            new()
            {
                Source = host.Services.GetRequiredService<ISourceCatalog>().Find("website")!,
                Fields = ImmutableDictionary<string, string>.Empty.Add("email", Address).Add("message", "{\"halfbroken\":"),
                IdempotencyKey = null,
                BodyHash = [1],
                Held = QuarantineCause.NotUnderstood,
                KeepsAll = true,
            },
            default));
        await host.AdvanceAsync(TimeSpan.FromMinutes(2), step: TimeSpan.FromMinutes(2));
        return stored.Id.Value;
    }

    /// <summary>What is refused is not kept; and what refuses it does not quote it.</summary>
    private static async Task RefusedAsync(ProductHost host)
    {
        foreach (var (body, type) in new[]
        {
            ($"{{\"email\": \"{Address}\", \"name\": ", "application/json"), ($"<x>{Address}</x>", "application/xml"),
            ("{\"email\": \"zebulon.quarkmeister(at)plantagenet\"}", "application/json"),
        })
        {
            using var refused = await host.PostBodyAsync(new StringContent(body, Encoding.UTF8, type));
            Assert.True((int)refused.StatusCode is >= 400 and < 500);
        }
    }

    /// <summary>Somebody searches for the person and opens what there is.</summary>
    private static async Task LookedAtAsync(ProductHost host, IEnumerable<string> leads)
    {
        var watcher = await host.WatcherAsync();
        var token = (await watcher.GetAsync("/board")).Token;
        foreach (var text in new[] { Address, "Quarkmeister", "+39 333 1234567" })
            await watcher.PostAsync("/leads", [("token", token), ("q", text)]);
        foreach (var lead in leads)
            Assert.Equal(HttpStatusCode.OK, (await watcher.GetAsync($"/leads/{lead}")).Status);
    }

    public static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
