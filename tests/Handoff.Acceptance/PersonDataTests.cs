using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>A person asks what is known of them, and that it be erased: every lead along their chain, and the figures stay.</summary>
public abstract class PersonDataTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Address = "ada.lovelace@analytical.example";
    private const string Phone = "+390612345678";

    [HostFact]
    public async Task All_that_is_known_of_a_person_is_told_and_nobody_else_is_named()
    {
        await using var host = await THost.StartAsync();
        var first = await host.ReceiveAsync(new
        {
            email = Address, name = "Ada Lovelace", company = "Analytical Engines", country = "IT", form = "demo", phone = Phone,
            message = "Can it weave?", utm_campaign = "loom-2034",
        });
        var offer = await host.LastMailAsync("offer");
        await host.PressAsync(offer.Offer, "accept");
        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"), ("note", "Keen."));
        await host.AdvanceMinutesAsync(1);
        var again = await host.ReceiveAsync(Calls.Demo(Address));
        await host.ReceiveAsync(Calls.Ada);

        var file = await AskAsync(host, "export", new { email = " Ada.Lovelace@Analytical.example" });

        var leads = file.GetProperty("leads").EnumerateArray().ToList();
        Assert.Equal([again.Id, first.Id], leads.Select(lead => lead.GetProperty("id").GetString()));
        Assert.Equal(first.Id, leads[0].GetProperty("duplicateOf").GetString());
        var (lead, text) = (leads[1], leads[1].GetRawText());
        var data = lead.GetProperty("data");
        Assert.Equal(
            (Address, Phone, "Ada Lovelace", "Can it weave?"),
            (Text(data, "email"), Text(data, "phone"), Text(data, "name"), Text(data, "message")));
        Assert.Equal("Can it weave?", Text(lead.GetProperty("form"), "message"));
        Assert.Equal(("contacted", "Keen."), (Text(lead.GetProperty("notes")[0], "on"), Text(lead.GetProperty("notes")[0], "text")));
        Assert.Contains("offer", lead.GetProperty("mails").EnumerateArray().Select(mail => Text(mail, "kind")));
        Assert.Contains("a colleague accepted", text, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.To, text, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Offer[3..], text, StringComparison.Ordinal);
        var audit = (await host.OpenAsync("/api/audit")).Page;
        Assert.Contains("\"act\":\"export person\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("analytical", audit, StringComparison.OrdinalIgnoreCase);
    }

    [HostFact]
    public async Task Every_lead_of_a_person_is_erased_and_no_count_changes()
    {
        await using var host = await THost.StartAsync();
        var first = await host.ReceiveAsync(Calls.Demo(Address));
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        var duplicate = await host.ReceiveAsync(new { email = Address.ToUpperInvariant(), name = "Ada" });
        Assert.Equal(HttpStatusCode.OK, await host.TellOutcomeAsync(first.Id, new { outcome = "won", amount = 900, currency = "EUR" }));
        var later = await host.ReceiveAsync(new
        {
            email = Address, name = "Ada Lovelace", company = "Analytical Engines", country = "IT", form = "demo", phone = Phone,
        });
        var byPhone = await host.ReceiveAsync(new { phone = Phone, name = "A. L.", company = "Analytical Engines", form = "demo" });
        var other = await host.ReceiveAsync(Calls.Ada);
        var before = (await host.OpenAsync("/api/scorecard?period=2034-11")).Page;

        var erased = await AskAsync(host, "erasure", new { email = Address });
        await host.SettleAsync();

        Assert.Equal(
            new[] { byPhone.Id, later.Id, duplicate.Id, first.Id }.Order(),
            erased.GetProperty("erased").EnumerateArray().Select(lead => lead.GetString()!).Order());
        Assert.Empty(erased.GetProperty("others").EnumerateArray());
        foreach (var lead in new[] { first, duplicate, later, byPhone })
            Assert.Equal("erased", (await host.LeadAsync(lead.Id)).Status);
        Assert.NotEqual("erased", (await host.LeadAsync(other.Id)).Status);
        Assert.Equal(CountsOf(before), CountsOf((await host.OpenAsync("/api/scorecard?period=2034-11")).Page));
        Assert.Empty((await AskAsync(host, "export", new { email = Address })).GetProperty("leads").EnumerateArray());
        Assert.Empty((await AskAsync(host, "erasure", new { email = Address })).GetProperty("erased").EnumerateArray());
        var audit = (await host.OpenAsync("/api/audit")).Page;
        Assert.Contains("\"act\":\"erase person\"", audit, StringComparison.Ordinal);
        Assert.Contains($"\"on\":\"{byPhone.Id}\"", audit, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Who_is_named_by_none_or_several_is_refused_and_without_the_key_nobody_is_told()
    {
        await using var host = await THost.StartAsync();

        foreach (var named in new object[] { new { }, new { email = " " }, new { email = Address, phone = Phone }, new { lead = 7 } })
        {
            using var answer = await host.Http.PostAsJsonAsync("/api/people/export", named, JsonSerializerOptions.Web);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        if (host.Visitor == host.Http)
            return;
        foreach (var what in new[] { "export", "erasure" })
        {
            using var refused = await host.Visitor.PostAsJsonAsync($"/api/people/{what}", new { email = Address });
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    /// <summary>The scorecard but for the instant at which it was looked at.</summary>
    private static string CountsOf(string scorecard) => string.Join(
        '\n', JsonDocument.Parse(scorecard).RootElement.EnumerateObject().Where(one => one.Name is not ("at" or "now" or "asOf")));

    private static async Task<JsonElement> AskAsync(ProductHost host, string what, object named)
    {
        using var answer = await host.Http.PostAsJsonAsync($"/api/people/{what}", named, JsonSerializerOptions.Web);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
