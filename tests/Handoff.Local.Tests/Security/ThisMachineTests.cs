using System.Net;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>Who sits at the machine itself needs no key, and nobody else passes for that.</summary>
public sealed class ThisMachineTests
{
    [Fact]
    public async Task Its_pages_open_without_a_session_in_the_browsers_language()
    {
        await using var host = await RunningHost.StartAsync();
        await host.ReceiveAsync(Calls.Ada);
        var reader = Reader.AtTheMachine(host);

        Assert.Contains("Open handoffs", (await reader.GetAsync("/board")).Main, StringComparison.Ordinal);
        Assert.Contains("Lead aperti", (await reader.GetAsync("/board", ("Accept-Language", "it"))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_its_greeting_is_not_posted_from_another_site()
    {
        await using var host = await RunningHost.StartAsync();
        (string, string)[] form = [("email", "eve@evil.example"), ("form", "demo")];

        foreach (var from in new[]
        {
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"),
            ("Origin", "https://handoff.example.evil.example"),
        })
            Assert.Equal(HttpStatusCode.Forbidden, (await Reader.AtTheMachine(host).PostAsync("/", form, [from])).Status);
        await host.SettleAsync();
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.Kind != "meeting_invitation");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("evil.example:5080")]
    public async Task A_name_that_leads_to_this_machine_opens_nothing_of_it(string name)
    {
        await using var host = await RunningHost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var evil = new Reader(host, null, name);

        foreach (var path in new[] { "/", "/mailbox", "/mailbox/messages.json", $"/api/leads/{id}", "/api/people", "/api/audit" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await evil.GetAsync(path)).Status);
        foreach (var path in new[] { "/board", "/team", "/status", $"/leads/{id}" })
        {
            var sent = await evil.GetAsync(path);
            Assert.Equal((HttpStatusCode.SeeOther, "/signin"), (sent.Status, sent.Location?.Split('?')[0]));
        }
    }
}
