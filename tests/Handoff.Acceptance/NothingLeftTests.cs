using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>
/// Promise 7, by the raw bytes: a person is sent everywhere, erased, and looked for in whatever the store keeps, in the log and in traces.
/// </summary>
public abstract class NothingLeftTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Address = "zebulon.quarkmeister@plantagenet-looms.example";

    /// <summary>No word of these stands anywhere else.</summary>
    private static readonly ImmutableArray<string> Planted =
    [
        "zebulon", "quarkmeister", "plantagenet", "3331234567", "warpandweft", "keenonshuttles", "shedtwelve", "treadlenote", "halfbroken",
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

    [HostFact]
    public async Task A_person_who_was_sent_everywhere_and_erased_is_in_no_byte_no_log_and_no_trace()
    {
        await using var hook = await Endpoint.StartAsync();
        await using var room = await Endpoint.StartAsync();
        await using var crm = await CrmServer.StartAsync();
        using var traces = new HeardTraces();
        await using var host = await THost.StartAsync();
        await host.ChangeFilesAsync(files => files.SetItem("channels.yaml", Channels(hook, room, crm)));

        var leads = await PlantAsync(host);
        Assert.Contains(hook.Taken, sent => sent.Body.Contains(Address, StringComparison.Ordinal));
        Assert.Contains(room.Taken, sent => sent.Body.Contains("Plantagenet", StringComparison.Ordinal));
        Assert.Contains(crm.Bodies, body => body.Contains(Address, StringComparison.Ordinal));
        Assert.NotEqual(0, crm.Count);
        Assert.Contains(await host.MailsAsync(), mail => mail.Text.Contains("Quarkmeister", StringComparison.Ordinal));
        var known = await AskAsync(host, "export");
        Assert.Equal(
            leads.Order(), known.GetProperty("leads").EnumerateArray().Select(lead => lead.GetProperty("id").GetString()!).Order());

        var erased = await AskAsync(host, "erasure");
        await host.SettleAsync();
        await host.AdvanceMinutesAsync(3);

        Assert.Equal(leads.Order(), erased.GetProperty("erased").EnumerateArray().Select(lead => lead.GetString()!).Order());
        Assert.Equal(0, crm.Count);
        await AssertNothingOpensAsync(host, leads);
        await AssertNothingIsFoundAsync(host, traces);
        // Whoever has it is told, with nothing personal in it; and that they were told stays known.
        foreach (var endpoint in new[] { hook, room })
            Assert.All(endpoint.Taken.TakeLast(1), sent => Assert.DoesNotContain(Planted, word => Holds(sent.Body, word)));
        Assert.Equal(
            leads.Order(), hook.Taken.Where(sent => sent.Type == "handoff.lead.erased.v1").Select(sent => sent.Subject).Order());
        var told = (await host.OpenAsync($"/api/leads/{leads[0]}")).Page;
        Assert.Contains("\"toldTo\":[{\"channel\":\"crm\"", told, StringComparison.Ordinal);
    }

    private static string Channels(Endpoint hook, Endpoint room, CrmServer crm) => $$"""
        channels:
          - name: crm
            type: webhook
            url: {{hook.Url}}
            secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
            allow_private: true
            fields: [email, name, company, phone, message]
          - name: room
            type: slack
            url: {{room.Url}}
            allow_private: true
          - name: hall
            type: teams
            url: {{room.Url}}
            allow_private: true
          - name: hubspot
            type: hubspot
            url: {{crm.Url}}
            allow_private: true
            fields: [email, name, company, phone, job_title, message]
            crm: { token: "${HANDOFF_TEST_CRM_TOKEN}", on_erase: delete }
        """;

    /// <summary>By every way in, through every hand; returns the person's leads.</summary>
    private static async Task<List<string>> PlantAsync(ProductHost host)
    {
        List<string> leads = [(await host.ReceiveAsync(Form)).Id];
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

    /// <summary>What is sealed looks like nothing: that there is no key, no record and no copy is what counts.</summary>
    private static async Task AssertNothingOpensAsync(ProductHost host, IEnumerable<string> leads)
    {
        foreach (var lead in leads)
        {
            Assert.Null(await host.Services.GetRequiredService<ILeadKeyStore>().FindKeyAsync(lead, default));
            Assert.Null(await host.Services.GetRequiredService<IStreamStore>().FindRecordAsync(lead, default));
            Assert.Empty(await host.Services.GetRequiredService<IMailCopyStore>().ListCopiesAsync(lead, 10, default));
            Assert.Null(await host.Services.GetRequiredService<LeadVault>().OpenAsync(lead, default));
        }

        Assert.DoesNotContain(await host.MailsAsync(), mail => Planted.Any(word => Holds(mail.Text + mail.Subject + mail.To, word)));
    }

    private static async Task AssertNothingIsFoundAsync(ProductHost host, HeardTraces traces)
    {
        List<string> found = [];
        var (places, sawColleague) = (0, false);
        await foreach (var (where, bytes) in host.StoredAsync())
        {
            places++;
            // As UTF-8, and as UTF-16 without its zeros.
            foreach (var text in new[] { Encoding.Latin1.GetString(bytes), Encoding.Latin1.GetString([.. bytes.Where(one => one != 0)]) })
            {
                found.AddRange(Planted.Where(word => Holds(text, word)).Select(word => $"{word} in {where}"));
                // The directory of colleagues is in clear: the search does see what is there.
                sawColleague |= Holds(text, "anna.greco@acme.example");
            }
        }

        Assert.True(places > 1 && sawColleague, $"Only {places} places of the store were looked at.");
        found.AddRange(host.Log.Text.Split('\n').Where(line => Planted.Any(word => Holds(line, word))).Select(line => $"log: {line}"));
        found.AddRange(traces.Text.Split('\n').Where(line => Planted.Any(word => Holds(line, word))).Select(line => $"trace: {line}"));
        Assert.Empty(found.Distinct());
    }

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static async Task<JsonElement> AskAsync(ProductHost host, string what)
    {
        using var answer = await host.Http.PostAsJsonAsync($"/api/people/{what}", new { email = Address });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
