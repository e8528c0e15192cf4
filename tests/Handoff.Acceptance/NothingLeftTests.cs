using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Handoff.Acceptance.PlantedPerson;

namespace Handoff.Acceptance;

/// <summary>
/// Promise 7, by the raw bytes: a person is sent everywhere, erased, and looked for in whatever the store keeps, in the log and in traces.
/// </summary>
public abstract class NothingLeftTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task A_person_who_was_sent_everywhere_and_erased_is_in_no_byte_no_log_and_no_trace()
    {
        await using var hook = await Endpoint.StartAsync();
        await using var room = await Endpoint.StartAsync();
        await using var crm = await CrmServer.StartAsync();
        await using var captcha = await CaptchaServer.StartAsync();
        using var traces = new HeardTraces();
        await using var host = await THost.StartAsync();
        captcha.StandsFor(host);
        await host.ChangeFilesAsync(files => files.SetItem("channels.yaml", Channels(hook, room, crm))
            .SetItem("sources.yaml", files["sources.yaml"].Replace("    set: { form: demo }", Guarded, StringComparison.Ordinal)));

        var leads = await PlantAsync(host);
        Assert.Contains(hook.Taken, sent => sent.Body.Contains(Address, StringComparison.Ordinal));
        Assert.Contains(room.Taken, sent => sent.Body.Contains("Plantagenet", StringComparison.Ordinal));
        Assert.Contains(crm.Bodies, body => body.Contains(Address, StringComparison.Ordinal));
        Assert.NotEqual(0, crm.Count);
        // The captcha's vendor is asked about a token, and told nothing of whose it is.
        var asked = Assert.Single(captcha.Asked);
        Assert.Contains(Token, asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, word => Holds(asked.Replace(Token, "", StringComparison.Ordinal), word));
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

    /// <summary>The site's own form, with a captcha.</summary>
    private const string Guarded = $$"""
            set: { form: demo }
            captcha: { kind: turnstile, secret: "${{{CrmServer.TokenVariable}}}" }
        """;

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

    private static async Task<JsonElement> AskAsync(ProductHost host, string what)
    {
        using var answer = await host.Http.PostAsJsonAsync($"/api/people/{what}", new { email = Address });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
