using System.Text.Json;
using DurableTask.Core;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Delivery;
using Handoff.Service.Running;
using HandoffFunctions.Orchestrations;
using HandoffFunctions.Tests.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NSubstitute;

namespace HandoffFunctions.Tests;

/// <summary>Orchestrations on the engine: nudges, starts, long lives.</summary>
public sealed class EngineTests
{
    [AzuriteFact]
    public async Task An_ordinary_life_leaves_fewer_than_15_events_and_nothing_personal_in_them()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();

        await app.ActAsync(lead, "offer", ("action", "accept"));
        await app.ActAsync(lead, "contacted", ("action", "contacted"), ("how", "called"));
        await app.ActAsync(lead, "feedback", ("action", "feedback"), ("outcome", "qualified"));
        await app.EndedAsync(lead);

        Assert.Equal(LeadStatus.SalesQualified, (await app.LeadAsync(lead)).Status);
        var history = await app.Engine.Client.HistoryAsync(lead);
        Assert.InRange(Count(history), 6, 14);
        Assert.All(["ada", "acme", "analytical"], word => Assert.DoesNotMatch($"(?i)(?<![0-9a-f]){word}(?![0-9a-f])", history));
    }

    [AzuriteFact]
    public async Task After_twenty_steps_and_nudges_it_continues_as_new_and_a_nudge_that_is_lost_there_is_made_up_for_by_the_reconciler()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");
        var first = (await app.Engine.Client.FindAsync(lead))!.OrchestrationInstance.ExecutionId;
        var most = 0;
        for (var turns = 0; turns < 25; turns++)
        {
            var taken = app.Turns;
            await app.Engine.Client.RaiseEventAsync(lead, Nudges.EventName, new Nudge(DateTime.UnixEpoch));
            await Deployment.UntilAsync(() => Task.FromResult(app.Turns > taken), "a turn");
            most = Math.Max(most, Count(await app.Engine.Client.HistoryAsync(lead)));
        }

        Assert.NotEqual(first, (await app.Engine.Client.FindAsync(lead))!.OrchestrationInstance.ExecutionId);
        Assert.InRange(most, 60, 299);

        app.Engine.Client.LosesNudges = true;
        app.Mail.Outcomes.Enqueue(new SendOutcome.Failed("500 Internal Server Error", null));
        await app.ActAsync(lead, "offer", ("action", "accept"));
        app.Engine.Client.LosesNudges = false;
        app.Clock.AdvanceMinutes(3);
        await app.ReconcileUntilLinkAsync(lead, "undo");
        Assert.Equal(2, app.Mail.Sent.Count);
    }

    [AzuriteFact]
    public async Task Many_starters_of_one_lead_make_one_orchestration_and_one_mail()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 8)
            .Select(_ =>
            app.TellAsync(
            wakeUps => wakeUps.Saved(new(InstanceId.StreamOf(lead), IsNew: true, null, app.Clock.GetCurrentInstant(), null)))));

        await app.LinkAsync(lead, "offer");
        await app.SettleAsync(lead);

        Assert.Single(app.Mail.Sent);
    }

    [AzuriteFact]
    public async Task An_orchestration_that_is_gone_is_started_again_by_the_reconciler()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");
        await app.Engine.Client.TerminateAsync(lead);
        await Deployment.UntilAsync(
            async () => (await app.Engine.Client.FindAsync(lead))?.OrchestrationStatus == OrchestrationStatus.Terminated, "its end");

        app.Clock.AdvanceMinutes(4);
        await app.ReconcileUntilAsync(() => Task.FromResult(app.Mail.Sent.Count == 2), "the reminder");
        Assert.Equal(OrchestrationStatus.Running, (await app.Engine.Client.FindAsync(lead))!.OrchestrationStatus);
    }

    [AzuriteFact]
    public async Task A_breach_reaches_the_manager_through_an_orchestration_of_their_own_which_ends_with_its_window()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");

        app.Clock.AdvanceMinutes(7);
        await app.ReconcileUntilLinkAsync(lead, "manage");

        var manager = Assert.Single(app.Mail.Sent, mail => mail.To.Address == "marta.villa@acme.example");
        var box = Handoff.Service.Turns.AlertTurns.StreamOf(PersonId.Of(manager.To.Address));
        Assert.DoesNotContain("marta", await app.Engine.Client.HistoryAsync(InstanceId.Of(box)), StringComparison.OrdinalIgnoreCase);
        await app.ActAsync(lead, "offer", ("action", "accept"));
        // Else the first contact would be late in the very minute in which the window ends.
        await app.ActAsync(lead, "contacted", ("action", "contacted"), ("how", "called"));
        app.Clock.AdvanceMinutes(30);
        await app.ReconcileUntilAsync(() => app.HasEndedAsync(InstanceId.Of(box)), "the manager's orchestration to end");
        Assert.Single(app.Mail.Sent, mail => mail.To.Address == "marta.villa@acme.example");
    }

    [AzuriteFact]
    public async Task A_persons_alerts_are_sent_by_their_own_orchestration_alone_so_leads_which_breach_together_do_not_send_them_twice()
    {
        await using var app = await Deployment.StartAsync();
        var lead = InstanceId.StreamOf(await app.AskAsync());
        await app.LinkAsync(lead.Id, "offer");
        app.Clock.AdvanceMinutes(7);
        var told = Substitute.For<DurableTaskClient>("told and does nothing");

        await app.Get<Nudges>().TellAfterAsync(told, lead, () => app.Get<WorkAfterwards>().RunAsync(lead, null, default));

        Assert.DoesNotContain(app.Mail.Sent, mail => mail.To.Address == "marta.villa@acme.example");
        await told.Received(1).ScheduleNewOrchestrationInstanceAsync(
            Arg.Is<TaskName>(name => name.Name == nameof(Orchestrators.Alerts)), Arg.Any<object?>(), Arg.Any<StartOrchestrationOptions?>(),
            Arg.Any<CancellationToken>());
    }

    [AzuriteFact]
    public async Task The_orchestration_of_an_erased_lead_ends()
    {
        await using var app = await Deployment.StartAsync();
        var lead = await app.AskAsync();
        await app.LinkAsync(lead, "offer");

        using var erased = await app.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NoContent, erased.StatusCode);
        var step = await app.Make<Activities>().TakeTurn(lead, app.Engine.Client, default);
        Assert.Null(step.WakeUp);
        await app.EndedAsync(lead);
    }

    private static int Count(string history)
    {
        using var events = JsonDocument.Parse(history);
        return events.RootElement.GetArrayLength();
    }
}
