using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>The page that tells what would become of a lead, and writes nothing (design section 8, <c>/route</c>).</summary>
public abstract class PaperTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Marta = "marta.villa@acme.example";
    private const string Anna = "anna.greco@acme.example";

    [HostFact]
    public async Task What_is_told_of_a_lead_is_what_becomes_of_it_when_it_comes()
    {
        await using var host = await THost.StartAsync();
        var manager = await Reader.SignedInAsync(host, Marta);
        var page = await manager.GetAsync("/route");

        var told = await manager.PostAsync("/route", [
            ("token", page.Token), ("source", "website"), ("email", "ada@analytical.example"), ("company", "Analytical Engines"),
            ("country", "IT"), ("others", "form: demo")]);

        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Empty((await manager.GetAsync("/board")).Leads);
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.Kind == "offer");
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var lead = await host.LeadAsync(id);
        var said = SeenPage.Words(told.Main);
        var name = lead.Owner == Anna ? "Anna Greco" : "Bruno Riva";
        Assert.Contains(name, Mails(told)[0], StringComparison.Ordinal);
        Assert.Contains("Va alle vendite", said, StringComparison.Ordinal);
        Assert.Contains("calda", said, StringComparison.Ordinal);
        Assert.Equal(3, told.Document.QuerySelectorAll("#outcome table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Contains(Mails(told), mail => mail.Contains("Marta Villa", StringComparison.Ordinal));
    }

    [HostFact]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays()
    {
        await using var host = await THost.StartAsync();
        var manager = await Reader.SignedInAsync(host, Marta);
        var token = (await manager.GetAsync("/route")).Token;

        foreach (var (name, value) in new[]
        {
            ("at", "yesterday"), ("others", "no colon"), ("others", "{"), ("source", "nowhere"), ("email", ""),
        })
        {
            var told = await manager.PostAsync(
                "/route",
                [.. new (string Name, string Value)[]
                {
                    ("token", token), ("source", "website"), ("email", "ada@analytical.example"), ("company", "Analytical Engines"),
                }.Where(field => field.Name != name), (name, value)]);

            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, told.Status));
            Assert.NotNull(told.Document.QuerySelector("[role=alert]"));
            Assert.Equal("Analytical Engines", told.Document.QuerySelector("input[name=company]")!.GetAttribute("value"));
        }
    }

    [HostFact]
    public async Task A_rep_does_not_see_it()
    {
        await using var host = await THost.StartAsync();
        var rep = await Reader.SignedInAsync(host, Anna);

        Assert.Equal(HttpStatusCode.NotFound, (await rep.GetAsync("/route")).Status);
        Assert.Null((await rep.GetAsync("/agreement")).Document.QuerySelector("a[href='/route']"));
        var token = (await rep.GetAsync("/board")).Token;
        Assert.Equal(HttpStatusCode.NotFound, (await rep.PostAsync("/route", ("token", token), ("source", "website"))).Status);
    }

    private static string[] Mails(SeenPage told) =>
        [.. told.Document.QuerySelectorAll("#outcome table")[1].QuerySelectorAll("tbody tr").Select(SeenPage.Read)];
}
