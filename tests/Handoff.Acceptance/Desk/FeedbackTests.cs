using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>What marketing does with a lead that came back: correct it and send it again, keep it warm, or contest the return.</summary>
public abstract class FeedbackTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Giulia = "giulia.ferri@acme.example";
    private const string Marta = "marta.villa@acme.example";

    private static async Task<string> ReturnedAsync(THost host, string email = "ada@analytical.example")
    {
        var id = (await host.ReceiveAsync(Calls.Demo(email))).Id;
        await host.PressAsync(
            (await host.LastMailAsync("offer")).Offer, "decline", ("reason", "bad_contact_data"), ("note", "The phone is dead."));
        return id;
    }

    private static async Task<SeenPage> ActAsync(THost host, Reader reader, string lead, string action, params (string, string)[] with)
    {
        var token = (await reader.GetAsync("/feedback")).Token;
        var page = await reader.PostAsync("/feedback", [("token", token), ("lead", lead), ("action", action), .. with]);
        await host.SettleAsync();
        return page;
    }

    [HostFact]
    public async Task The_queue_shows_the_reason_the_note_and_who_to_ask_and_no_rep()
    {
        await using var host = await THost.StartAsync();
        await ReturnedAsync(host);
        var page = await (await Reader.SignedInAsync(host, Giulia)).GetAsync("/feedback");

        foreach (var said in new[] { "Contact data is wrong", "The phone is dead.", "Marta Villa", "Ada Lovelace", "Website" })
            Assert.Contains(said, page.Main, StringComparison.Ordinal);
        foreach (var rep in new[] { "Anna Greco", "Bruno Riva", "Carla Neri" })
            Assert.DoesNotContain(rep, page.Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Only_marketing_and_the_two_heads_open_it_and_only_marketing_acts()
    {
        await using var host = await THost.StartAsync();
        var lead = await ReturnedAsync(host);

        Assert.Equal(HttpStatusCode.NotFound, (await (await Reader.SignedInAsync(host, Marta)).GetAsync("/feedback")).Status);
        var paolo = await Reader.SignedInAsync(host, "paolo.conti@acme.example");
        Assert.Equal(HttpStatusCode.OK, (await paolo.GetAsync("/feedback")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(host, paolo, lead, "recycle")).Status);
        Assert.Equal("returned", (await host.LeadAsync(lead)).Status);
    }

    [HostFact]
    public async Task A_corrected_lead_is_a_new_handoff_with_the_corrected_data_once()
    {
        await using var host = await THost.StartAsync();
        var lead = await ReturnedAsync(host);
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var again = Guid.NewGuid().ToString("N");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync(host, giulia, lead, "again", ("again", again))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await ActAsync(host, giulia, lead, "again", ("again", again), ("phone", "123"))).Status);
        foreach (var _ in new[] { 1, 2 })
        {
            var done = await ActAsync(host, giulia, lead, "again", ("again", again), ("phone", "+39 02 12345678"));
            Assert.Equal((HttpStatusCode.SeeOther, "/feedback?done=again"), (done.Status, done.Location));
        }

        Assert.Equal("offered", (await host.LeadAsync(again)).Status);
        Assert.Equal(1, (await host.LeadAsync(lead)).Count("sent_again"));
        Assert.Contains("+390212345678", (await host.LastMailAsync("offer")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has come back", (await giulia.GetAsync("/feedback")).Main, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await ActAsync(host, giulia, lead, "again", ("again", Guid.NewGuid().ToString("N")), ("phone", "+39 02 12345679"))).Status);
    }

    [HostFact]
    public async Task A_contested_return_that_the_manager_overturns_is_handed_over_again()
    {
        await using var host = await THost.StartAsync();
        var lead = await ReturnedAsync(host);
        var giulia = await Reader.SignedInAsync(host, Giulia);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync(host, giulia, lead, "contest")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ActAsync(host, giulia, lead, "contest", ("note", "I called it: it rings."))).Status);
        var asked = await host.LastMailAsync("contested", Marta);
        Assert.Contains("I called it: it rings.", asked.Text, StringComparison.Ordinal);
        var (opened, page) = await host.OpenAsync(asked.Link("contest"));
        Assert.Equal(HttpStatusCode.OK, opened);
        Assert.Contains("I called it: it rings.", Calls.Read(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(asked.Link("contest"), "overturn", ("note", "True."))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(asked.Link("contest"), "overturn")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync(asked.Link("contest"), "uphold")).Status);

        var story = await host.LeadAsync(lead);
        Assert.Equal(("returned", 1, 1), (story.Status, story.Count("contest_overturned"), story.Count("sent_again")));
        Assert.Contains("the return was wrong", (await host.LastMailAsync("contest_answered", Giulia)).Subject, StringComparison.Ordinal);
        Assert.Equal(2, (await host.MailsAsync()).Count(mail => mail.Kind == "offer"));
    }

    [HostFact]
    public async Task A_return_is_contested_once_and_an_upheld_lead_can_be_kept_warm()
    {
        await using var host = await THost.StartAsync();
        var lead = await ReturnedAsync(host);
        var giulia = await Reader.SignedInAsync(host, Giulia);
        await ActAsync(host, giulia, lead, "contest", ("note", "It rings."));
        await host.PressAsync((await host.LastMailAsync("contested")).Link("contest"), "uphold");

        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(host, giulia, lead, "contest", ("note", "It rings!"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ActAsync(host, giulia, lead, "recycle")).Status);
        Assert.Equal("nurture", (await host.LeadAsync(lead)).Status);
    }

    [HostFact]
    public async Task Marketing_gets_one_mail_the_next_morning_by_reason_and_without_names()
    {
        await using var host = await THost.StartAsync();
        await ReturnedAsync(host);
        await ReturnedAsync(host, "grace@hopper.example");
        Assert.DoesNotContain(await host.MailsAsync(), mail => mail.Kind == "returned");

        await host.AdvanceMinutesAsync(24 * 60);

        var mail = Assert.Single(await host.MailsAsync(), mail => mail.Kind == "returned");
        Assert.Equal((Giulia, "2 leads came back: Contact data is wrong (2)"), (mail.To, mail.Subject));
        Assert.DoesNotContain("Ada", mail.Text, StringComparison.Ordinal);
        Assert.Equal("/feedback", mail.Link("returns"));
        Assert.Equal(new DateTimeOffset(ProductHost.Monday.Date.AddDays(1).AddHours(8), TimeSpan.Zero), mail.At, TimeSpan.FromMinutes(2));
    }
}
