using Handoff.Service.Delivery;
using HandoffFunctions.Orchestrations;
using HandoffFunctions.Tests.Engine;
using NodaTime;

namespace HandoffFunctions.Tests;

/// <summary>What breaks, and what comes of it: the lead arrives all the same.</summary>
public sealed class FaultTests
{
    [AzuriteFact]
    public async Task An_outage_of_the_store_in_the_middle_of_a_turn_delays_the_lead_and_nothing_is_sent_twice()
    {
        await using var app = await Deployment.StartAsync();
        var failures = 0;
        app.Mail.Outage.Fails = message =>
            message.Request.Uri.Path.Contains("rotas", StringComparison.Ordinal) && Interlocked.Increment(ref failures) <= 2;

        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");

        Assert.True(failures > 1, "It was not in the way.");
        Assert.Single(app.Mail.Sent);
    }

    [AzuriteFact]
    public async Task A_provider_that_fails_and_then_asks_for_patience_gets_the_mail_when_it_can_take_it()
    {
        await using var app = await Deployment.StartAsync();
        app.Mail.Outcomes.Enqueue(new SendOutcome.Failed("500 Internal Server Error", null));
        app.Mail.Outcomes.Enqueue(new SendOutcome.Failed("429 Too Many Requests", Duration.FromSeconds(50)));
        var lead = await app.AskAsync();
        await app.SettleAsync(lead);
        Assert.Empty(app.Mail.Sent);

        app.Clock.AdvanceSeconds(70);
        await app.ReconcileAsync();
        await app.SettleAsync(lead);
        Assert.Empty(app.Mail.Outcomes);
        app.Clock.AdvanceSeconds(115);
        await app.ReconcileUntilLinkAsync(lead, "offer");

        // The offer is the lead's first message; by now its reminder is due too.
        Assert.Single(app.Mail.Sent, mail => mail.MessageId == $"{lead}-1");
    }

    [AzuriteFact]
    public async Task A_worker_that_dies_between_sending_and_recording_sends_that_one_mail_twice_under_one_name()
    {
        await using var app = await Deployment.StartAsync();
        var deaths = 0;
        app.Mail.AfterSending = _ =>
        {
            return Interlocked.Increment(ref deaths) == 1 ? throw new InvalidOperationException("The process ends here.")
                : Task.CompletedTask;
        };

        var lead = await app.AskAsync();
        app.Clock.AdvanceSeconds(61);
        await app.ReconcileUntilLinkAsync(lead, "offer");
        await app.SettleAsync(lead);

        Assert.Equal(2, app.Mail.Sent.Count);
        Assert.Single(app.Mail.Sent.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal));
        Assert.Empty((await app.LeadAsync(lead)).Outbox);
    }

    [AzuriteFact]
    public async Task A_rep_who_acts_before_it_is_recorded_that_the_mail_has_gone_gets_no_mail_twice()
    {
        await using var app = await Deployment.StartAsync();
        app.Mail.AfterSending = mail =>
            mail.MessageId.EndsWith("-1", StringComparison.Ordinal) ? app.FollowAsync(mail, ("action", "accept")) : Task.CompletedTask;

        var lead = await app.AskAsync();
        await app.SettleAsync(lead);

        Assert.Equal([$"{lead}-1", $"{lead}-2"], app.Mail.Sent.Select(mail => mail.MessageId).Order(StringComparer.Ordinal));
    }

    [AzuriteFact]
    public async Task A_deadline_that_comes_while_a_request_delivers_a_mail_does_not_deliver_it_too()
    {
        await using var app = await Deployment.StartAsync();
        app.Mail.AfterSending = mail => app.Make<Activities>().TakeTurn(mail.ThreadId, app.Engine.Client, default);

        var lead = await app.AskAsync();
        await app.SettleAsync(lead);

        Assert.Equal($"{lead}-1", Assert.Single(app.Mail.Sent).MessageId);
    }
}
