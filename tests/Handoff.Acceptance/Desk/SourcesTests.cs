using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>Who answers for the sources sees whether each still arrives, and tries it.</summary>
public abstract class SourcesTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Head = "giulia.ferri@acme.example";

    [HostFact]
    public async Task A_test_lead_arrives_is_shown_as_one_and_is_in_no_figure()
    {
        await using var host = await THost.StartAsync();
        var head = await Reader.SignedInAsync(host, Head);
        var token = (await head.GetAsync("/sources")).Token;

        var sent = await head.PostAsync("/sources", [("token", token), ("source", "website"), ("action", "test")]);
        await host.SettleAsync();

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var page = await head.GetAsync(sent.Location!);
        Assert.Contains("The test lead has arrived.", page.Main, StringComparison.Ordinal);
        Assert.Contains("1, of which 1 tests", page.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_refusal_is_told_with_its_reason()
    {
        await using var host = await THost.StartAsync();
        using (var wrong = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))
        {
            using var refused = await host.Visitor.PostAsync(new Uri("/api/leads/website?key=guessed", UriKind.Relative), wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        var page = await (await Reader.SignedInAsync(host, Head)).GetAsync("/sources");

        Assert.Contains("the key or signature is missing or wrong (401)", page.Main, StringComparison.Ordinal);
        Assert.Contains("assets/form.js", page.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task It_is_not_a_reps_page()
    {
        await using var host = await THost.StartAsync();

        var page = await (await Reader.SignedInAsync(host, "eve.stone@acme.example")).GetAsync("/sources");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }
}
