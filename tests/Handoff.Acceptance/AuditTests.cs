using System.Net;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>Administrative acts are kept: who, when, what, on what, with what outcome, and nothing personal.</summary>
public abstract class AuditTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Anna = "anna.greco@acme.example";
    private const string Marta = "marta.villa@acme.example";

    [HostFact]
    public async Task Every_act_of_an_administrator_is_kept_and_erasing_a_lead_leaves_nothing_personal()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.LeadAsync(lead);
        await host.OpenAsync("/api/leads/0123456789abcdef");
        await host.OpenAsync("/api/leads/ada@analytical.example");
        Assert.Equal(HttpStatusCode.OK, await host.TellAbsenceAsync(Anna, new { action = "away", until = "2034-12-01" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await host.TellAbsenceAsync(Anna, new { action = "away", until = "soon" }));
        Assert.Equal(HttpStatusCode.Conflict, await host.TellOutcomeAsync(lead, new { outcome = "won" }));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/leads/{lead}", "DELETE")).Status);

        var all = await ReadAsync(host);
        // A host that is published to has kept that too, when it started.
        var log = all with { Entries = [.. all.Entries.Where(entry => entry.By != "agreement folder")] };
        var by = log.Entries[0].By;
        var anna = log.Entries.First(entry => entry.Act == "note absence").On;

        Assert.Contains(by, new[] { "key 1", "this machine" });
        Assert.Matches("^person [0-9a-f]{20}$", anna);
        Assert.Equal(
            [
                ("erase lead", lead, "done"), ("record outcome", lead, "refused"),
                ("note absence", anna, "refused"), ("list people", "", "done"), ("note absence", anna, "done"), ("list people", "", "done"),
                ("read lead", "", "not there"), ("read lead", "", "not there"), ("read lead", lead, "done"),
            ],
            log.Entries.Select(entry => (entry.Act, entry.On, entry.Outcome)));
        Assert.All(log.Entries, entry => Assert.Equal(by, entry.By));
        Assert.Equal(host.Now, log.Entries[0].At);
        Assert.All(log.Entries.Skip(1), entry => Assert.Equal(host.Now - TimeSpan.FromSeconds(1), entry.At));
        foreach (var personal in new[] { "lovelace", "anna", "analytical", "@" })
            Assert.DoesNotContain(personal, log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("read audit log", (await ReadAsync(host)).Entries[0].Act);
    }

    [HostFact]
    public async Task Whoever_is_signed_in_is_kept_by_an_opaque_id_and_looking_again_is_kept_once()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var marta = await Reader.SignedInAsync(host, Marta);
        for (var look = 0; look < 3; look++)
            Assert.Equal(HttpStatusCode.OK, (await marta.GetAsync($"/leads/{lead}")).Status);
        var token = (await marta.GetAsync("/board")).Token;
        Assert.Equal(HttpStatusCode.OK, (await marta.PostAsync("/leads", ("q", "Ada Lovelace"), ("token", token))).Status);
        await marta.GetAsync("/leads/0123456789abcdef0123456789abcdef");

        var kept = (await ReadAsync(host)).Entries.Where(entry => entry.By.StartsWith("person ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            [("search leads", "", "done"), ("read lead", lead, "done"), ("sign in by link", "", "done")],
            kept.Select(entry => (entry.Act, entry.On, entry.Outcome)));
        Assert.Single(kept.Select(entry => entry.By).Distinct(StringComparer.Ordinal));
    }

    [HostFact]
    public async Task The_log_is_read_page_by_page_and_by_an_administrator_alone()
    {
        await using var host = await THost.StartAsync();
        for (var read = 0; read < 5; read++)
            await host.OpenAsync("/api/people");

        var first = await ReadAsync(host, "?limit=2");
        var second = await ReadAsync(host, $"?limit=2&before={first.Next}");

        Assert.Equal((2, 2), (first.Entries.Length, second.Entries.Length));
        Assert.NotNull(first.Next);
        Assert.All(second.Entries, entry => Assert.Equal("list people", entry.Act));
        Assert.Null((await ReadAsync(host)).Next);
        foreach (var wrong in new[] { "?limit=0", "?limit=1001", "?limit=many", "?before=%27", "?before=a%20b" })
            Assert.Equal((wrong, HttpStatusCode.BadRequest), (wrong, (await host.OpenAsync($"/api/audit{wrong}")).Status));
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Reader(host).GetAsync("/api/audit")).Status);
    }

    private static async Task<Log> ReadAsync(ProductHost host, string query = "")
    {
        var text = await host.Http.GetStringAsync(new Uri($"/api/audit{query}", UriKind.Relative));
        var page = JsonSerializer.Deserialize<Log>(text, JsonSerializerOptions.Web)!;
        return page with { Text = text };
    }

    private sealed record Line(DateTimeOffset At, string Act, string By, string On, string Outcome);

    private sealed record Log(Line[] Entries, string? Next)
    {
        public string Text { get; init; } = "";
    }
}
