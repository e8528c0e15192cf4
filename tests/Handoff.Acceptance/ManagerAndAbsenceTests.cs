using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>What a manager does by the link of a breach alert, and what an absence told by a link does.</summary>
public abstract class ManagerAndAbsenceTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Manager = "marta.villa@acme.example";

    [HostFact]
    public async Task A_manager_takes_a_lead_and_has_it()
    {
        await using var host = await THost.StartAsync();
        var (id, manage) = await BreachedAsync(host);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(manage, "take")).Status);

        var lead = await host.LeadAsync(id);
        Assert.Equal(("accepted", Manager), (lead.Status, lead.Owner));
        Assert.Equal(HttpStatusCode.Conflict, (await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept")).Status);
    }

    [HostFact]
    public async Task A_manager_assigns_a_lead_to_a_named_rep()
    {
        await using var host = await THost.StartAsync();
        var (id, manage) = await BreachedAsync(host);
        var first = await host.LastMailAsync("offer");
        var other = first.To.StartsWith("anna", StringComparison.Ordinal) ? "bruno.riva@acme.example" : "anna.greco@acme.example";

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(manage, "assign", ("rep", other))).Status);

        Assert.Equal(other, (await host.LeadAsync(id)).Owner);
        var offer = await host.LastMailAsync("offer");
        Assert.Equal(other, offer.To);
        // Why the rules had chosen somebody else is not why this rep has it.
        Assert.True(TellsTheRulesChoice(first));
        Assert.False(TellsTheRulesChoice(offer));

        static bool TellsTheRulesChoice(SeenMail mail) =>
            mail.Text.Contains("gets the lead with", StringComparison.Ordinal)
                || mail.Text.Contains("Il lead va a", StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_manager_sees_first_who_can_act_now_and_when_the_others_would_be_told()
    {
        await using var host = await THost.StartAsync();
        var (_, manage) = await BreachedAsync(host);

        var page = (await host.OpenAsync(manage)).Page;

        // On a Monday at ten: Anna and Bruno are at work (one of them has the lead), New York opens at half past two, Carla comes at four.
        var order = new[] { "Anna Greco", "Bruno Riva", "Frank Moore", "Carla Neri" }
            .Select(name => page.IndexOf(name, page.IndexOf("id=\"assign\"", StringComparison.Ordinal), StringComparison.Ordinal))
                .Where(at => at >= 0).ToArray();
        Assert.Equal(3, order.Length);
        Assert.Equal(order.Order(), order);
        Assert.Contains("fuori turno, ne riceve notizia alle 16:00", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Resto del mondo</bdi>", page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task Whoever_assigns_to_somebody_off_shift_reads_when_they_are_told_and_the_team_has_the_clock_until_then()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        var manage = (await host.LastMailAsync("breach", Manager)).Manage;

        var page = Calls.Read((await host.PressAsync(manage, "assign", ("rep", "carla.neri@acme.example"))).Page);

        Assert.Contains("Carla Neri", page, StringComparison.Ordinal);
        Assert.Contains("ne riceve notizia alle 16:00", page, StringComparison.Ordinal);
        Assert.Contains((await host.LeadAsync(id)).Events, one =>
            one.Says.Contains("until then the clock is the team's", StringComparison.Ordinal));
    }

    [HostFact]
    public async Task A_manager_who_has_the_lead_is_led_on_instead_of_asked_to_take_it()
    {
        await using var host = await THost.StartAsync();
        var (_, manage) = await BreachedAsync(host);
        await host.PressAsync(manage, "take");

        var page = (await host.OpenAsync(manage)).Page;

        Assert.DoesNotContain("value=\"take\"", page, StringComparison.Ordinal);
        Assert.Contains("Registra il primo contatto", page, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_silence_is_marked_on_the_managers_page()
    {
        await using var host = await THost.StartAsync();
        var (_, manage) = await BreachedAsync(host);
        var until = host.Now.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await host.PressAsync(manage, "snooze", ("until", until));

        Assert.Contains("I suoi avvisi tacciono per te", Calls.Read((await host.OpenAsync(manage)).Page), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task The_next_alert_of_a_broken_promise_says_how_far_it_has_gone()
    {
        await using var host = await THost.StartAsync();
        await BreachedAsync(host);
        await host.AdvanceMinutesAsync(12);

        var alerts = (await host.MailsAsync()).Where(mail => mail.Kind == "breach").Select(mail => mail.Subject).ToList();
        Assert.Equal(alerts.Count, alerts.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(alerts, subject => subject.Contains("% del tempo concordato", StringComparison.Ordinal));
    }

    [HostFact]
    public async Task A_manager_who_snoozes_hears_nothing_more_of_the_lead_until_then_while_its_clocks_go_on()
    {
        await using var host = await THost.StartAsync();
        var (id, manage) = await BreachedAsync(host);
        var until = host.Now.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(manage, "snooze", ("until", until))).Status);
        var heard = await HeardByManagerAsync(host);
        await host.AdvanceMinutesAsync(15);

        Assert.Equal(heard, await HeardByManagerAsync(host));
        Assert.Equal(4, (await host.LeadAsync(id)).Count("rung_passed"));
        Assert.Equal("paolo.conti@acme.example", (await host.LastMailAsync("breach")).To);
    }

    [HostFact]
    public async Task Who_is_on_it_hears_nothing_more_for_the_agreed_time_while_others_are_told_and_see_it()
    {
        await using var host = await THost.StartAsync();
        var (id, manage) = await BreachedAsync(host);

        var told = await host.PressAsync(manage, "acknowledge");
        var again = await host.PressAsync(manage, "acknowledge");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (told.Status, again.Status));
        Assert.Contains("Te ne occupi tu: nessun avviso per te su questo lead fino alle", Calls.Read(told.Page), StringComparison.Ordinal);
        var heard = await HeardByManagerAsync(host);
        await host.AdvanceMinutesAsync(15);
        Assert.Equal(heard, await HeardByManagerAsync(host));
        var lead = await host.LeadAsync(id);
        Assert.Contains(lead.Events, one => one.Says.Contains("Marta Villa is on it", StringComparison.Ordinal));
        Assert.Equal((1, 4), (lead.Count("alerts_snoozed"), lead.Count("rung_passed")));
        var director = await host.LastMailAsync("breach");
        Assert.Equal("paolo.conti@acme.example", director.To);
        Assert.Contains("Marta Villa is on it", Calls.Read((await host.OpenAsync(director.Manage)).Page), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_manager_gets_the_first_alert_at_once_and_what_follows_within_five_minutes_as_one_mail()
    {
        await using var host = await THost.StartAsync();
        for (var number = 0; number < 5; number++)
            await host.ReceiveAsync(Calls.Demo($"person{number}@company{number}.example"));

        await host.AdvanceMinutesAsync(5);
        Assert.Equal(1, await HeardByManagerAsync(host));

        await host.AdvanceMinutesAsync(5);
        Assert.Equal(2, await HeardByManagerAsync(host));
        var digest = await host.LastMailAsync("digest", Manager);
        // Once a lead, however often its ladder has spoken meanwhile.
        Assert.InRange(digest.Links.Count(link => link.Rel == "manage"), 4, 5);
    }

    [HostFact]
    public async Task An_unanswered_offer_moves_on_when_the_rep_says_by_a_link_to_be_away()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");

        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(first.Link("absence"), "away", ("until", "2034-12-01"))).Status);

        var lead = await host.LeadAsync(id);
        Assert.Equal("offered", lead.Status);
        Assert.NotEqual(first.To, lead.Owner);
        Assert.Equal(lead.Owner, (await host.LastMailAsync("offer")).To);
    }

    [HostFact]
    public async Task Nobody_left_to_ask_is_the_managers_matter_at_once()
    {
        await using var host = await THost.StartAsync();
        // Carla, of the late shift, would be next to come on shift.
        var away = new { action = "away", until = "2034-12-01" };
        Assert.Equal(HttpStatusCode.OK, await host.TellAbsenceAsync("carla.neri@acme.example", away));
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;

        for (var reps = 0; reps < 2; reps++)
            await host.PressAsync((await host.LastMailAsync("offer")).Offer, "decline", ("reason", "no_capacity"));

        var lead = await host.LeadAsync(id);
        Assert.Equal(("qualified", Manager), (lead.Status, lead.Owner));
        Assert.Equal(
            HttpStatusCode.OK, (await host.PressAsync((await host.LastMailAsync("nobody_eligible", Manager)).Manage, "take")).Status);
    }

    [HostFact]
    public async Task An_accepted_lead_not_yet_contacted_moves_on_when_its_rep_goes_away()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");
        await host.PressAsync(first.Offer, "accept");

        await host.PressAsync(first.Link("absence"), "away", ("until", "2034-12-01"));

        var lead = await host.LeadAsync(id);
        Assert.Equal(("accepted", 1, 1), (lead.Status, lead.Count("accepted"), lead.Count("assigned")));
        Assert.NotEqual(first.To, lead.Owner);
        Assert.Equal(lead.Owner, (await host.LastMailAsync("assigned")).To);
        Assert.Equal(ProductHost.Monday.AddMinutes(30), lead.Clock("first_contact").Due);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"))).Status);
    }

    [HostFact]
    public async Task An_absence_to_come_moves_nothing_yet_and_can_be_taken_back()
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        var first = await host.LastMailAsync("offer");
        await host.PressAsync(first.Offer, "accept");

        var (noted, page) = await host.PressAsync(first.Link("absence"), "away", ("from", "2034-12-01"), ("until", "2034-12-02"));
        Assert.Equal(HttpStatusCode.OK, noted);
        Assert.Contains("venerdì 1º dicembre", Calls.Read(page), StringComparison.Ordinal);
        Assert.Equal(first.To, (await host.LeadAsync(id)).Owner);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await host.PressAsync(first.Link("absence"), "back", ("from", "2034-12-04"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PressAsync(first.Link("absence"), "back", ("from", "2034-12-01"))).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await host.PressAsync(first.Link("absence"), "back", ("from", "2034-12-01"))).Status);

        await host.PressAsync((await host.LastMailAsync("accepted")).Link("contacted"), "contacted", ("how", "called"));
        await host.AdvanceAsync(TimeSpan.FromDays(4.1), step: TimeSpan.FromHours(6));
        Assert.DoesNotContain(await host.PeopleAsync(), person => person.IsAway);
    }

    [HostFact]
    public async Task Who_is_back_is_asked_again()
    {
        await using var host = await THost.StartAsync();
        const string Anna = "anna.greco@acme.example";
        await host.TellAbsenceAsync(Anna, new { action = "away", until = "2034-12-01" });
        await host.TellAbsenceAsync("bruno.riva@acme.example", new { action = "away", until = "2034-12-01" });
        Assert.Equal(HttpStatusCode.OK, await host.TellAbsenceAsync(Anna, new { action = "back" }));

        await host.ReceiveAsync(Calls.Ada);

        Assert.Equal(Anna, (await host.LastMailAsync("offer")).To);
    }

    private static async Task<(string Id, string Manage)> BreachedAsync(ProductHost host)
    {
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        return (id, (await host.LastMailAsync("breach", Manager)).Manage);
    }

    private static async Task<int> HeardByManagerAsync(ProductHost host) => (await host.MailsAsync()).Count(mail => mail.To == Manager);
}
