using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Api;

/// <summary>Who sent a lead is told to a program that asks for it and has the scope for that, and the audit log keeps each time.</summary>
public abstract class LeadContactTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task Contact_is_told_to_who_asks_with_both_scopes_and_to_nobody_else()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var (reads, contacts) = (await ApiCaller.WithAsync(host, "read"), await ApiCaller.WithAsync(host, "contact"));
        var (both, administers) = (await ApiCaller.WithAsync(host, "read", "contact"), await ApiCaller.WithAsync(host, "administer"));

        foreach (var may in new[] { both, administers })
        {
            var (status, json) = await may.AskAsync($"/api/leads/{lead}?include=contact");
            Assert.Equal(HttpStatusCode.OK, status);
            var contact = json.GetProperty("contact");
            Assert.Equal(
                ("ada@analytical.example", "Ada Lovelace", "Analytical Engines", "demo"),
                (contact.GetProperty("email").GetString(), contact.GetProperty("name").GetString(),
                    contact.GetProperty("company").GetString(), contact.GetProperty("form").GetProperty("form").GetString()));
        }

        foreach (var mayNot in new[] { reads, contacts })
        {
            var (status, json) = await mayNot.AskAsync($"/api/leads/{lead}?include=contact");
            Assert.Equal((HttpStatusCode.Forbidden, "missing-scope"), (status, json.GetProperty("code").GetString()));
            Assert.Contains("the scopes read, contact", json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        var plain = (await both.AskAsync($"/api/leads/{lead}")).Json;
        Assert.False(plain.TryGetProperty("contact", out _));
        Assert.DoesNotContain("ovelace", plain.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await contacts.AskAsync($"/api/leads/{lead}")).Status);
    }

    [HostFact]
    public async Task Each_time_is_in_the_audit_log_and_nothing_is_told_of_an_erased_lead()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var (both, reads) = (await ApiCaller.WithAsync(host, "read", "contact"), await ApiCaller.WithAsync(host, "read"));
        await both.AskAsync($"/api/leads/{lead}?include=contact");
        await both.AskAsync($"/api/leads/{lead}?include=contact");
        await reads.AskAsync($"/api/leads/{lead}?include=contact");
        await host.OpenAsync($"/api/leads/{lead}", "DELETE");
        await host.SettleAsync();

        var (status, erased) = await both.AskAsync($"/api/leads/{lead}?include=contact");

        Assert.Equal((HttpStatusCode.OK, "erased"), (status, erased.GetProperty("status").GetString()));
        Assert.False(erased.TryGetProperty("contact", out _));
        Assert.DoesNotContain("ovelace", erased.GetRawText(), StringComparison.Ordinal);
        var log = (await host.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/audit", UriKind.Relative))).GetProperty("entries");
        Assert.Equal(
            [(both.Id, "done"), (reads.Id, "refused"), (both.Id, "done"), (both.Id, "done")],
            log.EnumerateArray().Where(entry => entry.GetProperty("act").GetString() == "read contact")
                .Select(entry => (
                    entry.GetProperty("by").GetString()!["api key ".Length..], entry.GetProperty("outcome").GetString()!)));
    }

    [HostTheory]
    [InlineData("include=everything")]
    [InlineData("include=")]
    [InlineData("include=contact&include=contact")]
    [InlineData("include=contact&fields=email")]
    public async Task What_there_is_not_to_include_is_told_by_its_name(string query)
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;

        var (status, problem) = await (await ApiCaller.WithAsync(host, "administer")).AskAsync($"/api/leads/{lead}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "wrong-parameter"), (status, problem.GetProperty("code").GetString()));
        Assert.Single(problem.GetProperty("errors").EnumerateObject());
    }
}
