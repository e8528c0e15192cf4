using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Api;

/// <summary>A program asks by a key of its own, which may what its scopes say and nothing else.</summary>
public abstract class ApiKeyTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostFact]
    public async Task A_key_may_what_its_scopes_say_and_is_told_which_scope_it_lacks()
    {
        await using var host = await THost.StartAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var (reads, acts) = (await ApiCaller.WithAsync(host, "read"), await ApiCaller.WithAsync(host, "act"));
        var administers = await ApiCaller.WithAsync(host, "administer");
        var anna = (await host.PeopleAsync()).Single(person => person.Email == "anna.greco@acme.example").Id;

        (string Path, string Method, object? Body, string Needs)[] asked =
        [
            ($"/api/leads/{lead}", "GET", null, "read"), ("/api/people", "GET", null, "read"), ("/api/scorecard", "GET", null, "read"),
            ("/api/agreement", "GET", null, "read"), ("/api/audit", "GET", null, "administer"), ("/api/keys", "GET", null, "administer"),
            ("/api/keys", "POST", new { name = "x", scopes = new[] { "read" } }, "administer"),
            ("/api/keys/00000000", "DELETE", null, "administer"), ("/api/people/none", "DELETE", null, "administer"),
            ($"/api/people/{anna}/absence", "POST", new { action = "back" }, "act"),
            ($"/api/leads/{lead}/outcome", "POST", new { outcome = "won" }, "act"),
            ("/api/metrics", "POST", new { metric = "email_open_rate", value = 1 }, "act"),
            ("/api/agreement/heads", "POST", new { @for = "sales", address = "nobody@acme.example" }, "administer"),
            ($"/api/leads/{lead}/consent", "POST", new { contact = "no" }, "act"), ($"/api/leads/{lead}", "DELETE", null, "administer"),
        ];
        foreach (var (path, method, body, needs) in asked)
        {
            foreach (var (caller, scope) in new[] { (reads, "read"), (acts, "act"), (administers, "administer") })
            {
                var (status, json) = await caller.AskAsync(path, new(method), body);
                var may = scope == "administer" || scope == needs;
                Assert.Equal((method, path, scope, may), (method, path, scope, status is not HttpStatusCode.Forbidden));
                Assert.NotEqual(HttpStatusCode.Unauthorized, status);
                if (!may)
                    Assert.Equal("missing-scope", json.GetProperty("code").GetString());
                if (!may)
                    Assert.Contains($"the scope {needs}", json.GetProperty("detail").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [HostFact]
    public async Task A_revoked_key_is_good_no_more_and_none_is_kept_as_it_is()
    {
        await using var host = await THost.StartAsync();
        var caller = await ApiCaller.WithAsync(host, "read", "act");
        Assert.Equal(HttpStatusCode.OK, (await caller.AskAsync("/api/people")).Status);
        foreach (var wrong in new[] { caller.Key[..^1] + (caller.Key[^1] == '0' ? '1' : '0'), caller.Key.ToUpperInvariant(), "hk_" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiCaller(host, wrong).AskAsync("/api/people")).Status);

        var listed = await ListAsync(host);
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/keys/{caller.Id}", "DELETE")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await host.OpenAsync($"/api/keys/{caller.Id}", "DELETE")).Status);

        var key = Assert.Single(listed.EnumerateArray());
        Assert.DoesNotContain(caller.Key, listed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["read", "act"], key.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(host.Now, key.GetProperty("lastUsedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.AskAsync("/api/people")).Status);
        Assert.Equal(host.Now, (await ListAsync(host))[0].GetProperty("revokedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync("/api/keys/00000000", "DELETE")).Status);
    }

    [HostFact]
    public async Task The_audit_log_names_the_key_that_acted_and_the_one_that_might_not()
    {
        await using var host = await THost.StartAsync();
        var caller = await ApiCaller.WithAsync(host, "read");
        await caller.AskAsync("/api/people");
        await caller.AskAsync("/api/audit");

        var log = (await host.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/audit", UriKind.Relative))).GetProperty("entries");

        Assert.Equal(
            [("read audit log", "refused"), ("list people", "done")],
            log.EnumerateArray().Where(entry => entry.GetProperty("by").GetString() == $"api key {caller.Id}")
                .Select(entry => (entry.GetProperty("act").GetString(), entry.GetProperty("outcome").GetString())));
        Assert.DoesNotContain(caller.Key, log.GetRawText(), StringComparison.Ordinal);
    }

    [HostTheory]
    [InlineData("""{"scopes":["read"]}""", "name")]
    [InlineData("""{"name":" ","scopes":["read"]}""", "name")]
    [InlineData("""{"name":"crm"}""", "scopes")]
    [InlineData("""{"name":"crm","scopes":["read","write"]}""", "scopes")]
    [InlineData("""{"name":"crm","scopes":"read"}""", "scopes")]
    public async Task A_key_without_a_name_or_with_a_scope_that_is_none_is_not_made(string body, string field)
    {
        await using var host = await THost.StartAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync(new Uri("/api/keys", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(one => one.Name));
        Assert.Equal(0, (await ListAsync(host)).GetArrayLength());
    }

    private static Task<JsonElement> ListAsync(ProductHost host) =>
        host.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/keys", UriKind.Relative));
}
