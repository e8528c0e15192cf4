using System.Collections.Immutable;
using System.Diagnostics;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Asking;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.News;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// Delivers messages that are owed: at least once, checked before it is sent (an erased lead owes nothing). It changes no stream but those
/// of alerts, touches and channels, which take the same message once; recording the result is the caller's turn.
/// </summary>
public sealed class Courier(
    CompanyInForce company, LeadTurns leads, AlertTurns alerts,
    FollowingHandoffs following, NewsFeed news, LeadVault vault, AskPost asks, MailMaking making, IMailRenderer renderer,
    MailSending sending, IClock clock)
{
    /// <summary>Delivers one message of a lead.</summary>
    /// <returns>What came of it, and the lead with the data that was opened for it.</returns>
    public async Task<(Handover Handover, OpenedLead Lead)> DeliverAsync(
        OpenedLead opened, OwedMessage message, CancellationToken cancellation)
    {
        using var span = Spans.Delivery(opened.Lead.Id, message);
        try
        {
            var (handover, lead) = await HandOverAsync(opened, message, cancellation);
            span.Came(handover.Delivery.Result);
            return (handover, lead);
        }
        catch (Exception e) when (span.Breaks(e))
        {
            throw;
        }
    }

    /// <summary>Delivers one e-mail of a person's alerts; null: all that it was to say is overtaken, and it need not go.</summary>
    public async Task<Handover?> DeliverAsync(StreamId box, PersonId person, OwedAlertMail mail, CancellationToken cancellation)
    {
        using var span = Spans.Delivery(box, mail);
        try
        {
            var handover = await HandOverAsync(box, person, mail, span, cancellation);
            span.Came(handover?.Delivery.Result);
            return handover;
        }
        catch (Exception e) when (span.Breaks(e))
        {
            throw;
        }
    }

    private async Task<(Handover Handover, OpenedLead Lead)> HandOverAsync(
        OpenedLead opened, OwedMessage message, CancellationToken cancellation)
    {
        var lead = opened.Lead;
        if (message.Kind == MessageKind.Touch)
            return (new(await TouchAsync(lead, message, cancellation), null), opened);
        if (message.Kind == MessageKind.HandAgain)
        {
            await following.BeginAsync(opened, message.About.Lead, cancellation);
            return (new(new(message.Number, DeliveryResult.Sent), null), opened);
        }

        if (message.Kind == MessageKind.News)
        {
            await news.FeedAsync(opened, cancellation);
            return (new(new(message.Number, DeliveryResult.Sent), null), opened);
        }

        if (message.IsGathered)
        {
            var alert = new Alert(lead.Id, message.Number, message.Kind, message.About, message.OwedAt, message.AtAnyHour);
            await alerts.RaiseAsync(message.To, alert, cancellation);
            return (new(new(message.Number, DeliveryResult.Sent), null), opened);
        }

        var reader = company.Staff.Find(message.To);
        if (reader is null && message.Kind != MessageKind.AskLead)
            return (new(new(message.Number, DeliveryResult.Refused, Reason: "The recipient is no longer in people.yaml."), null), opened);
        if (await vault.OpenWithKeyAsync(lead.Id.Value, opened.Record, cancellation) is not var (key, record))
            return (new(new(message.Number, DeliveryResult.Refused, Reason: "The lead's data was erased."), null), opened);
        opened = opened with { Key = key, Record = record };
        if (reader is null)
            return (await asks.SendAsync(opened, message.Number, cancellation), opened);
        var model = await making.OfLeadAsync(reader, opened, message.Kind, message.About, cancellation);
        var name = new MessageName(new(StreamKind.Lead, lead.Id.Value), message.Number);
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [lead.Id.Value] = key };
        return (await SendAsync(name.ToString(), lead.Id.Value, message.Number, model, keys, cancellation), opened);
    }

    private async Task<Handover?> HandOverAsync(
        StreamId box, PersonId person, OwedAlertMail mail, Activity? span, CancellationToken cancellation)
    {
        if (company.Staff.Find(person) is not { } reader)
            return new(new(mail.Number, DeliveryResult.Refused, Reason: "The recipient is no longer in people.yaml."), null);
        var items = ImmutableArray.CreateBuilder<MailItem>();
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var alert in mail.Alerts)
        {
            if (await leads.OpenAsync(alert.Lead, cancellation) is not { } opened
                || !AlertTruth.StillTrue(opened.Lead, alert, person, clock.GetCurrentInstant()))
                continue;
            if (await vault.OpenWithKeyAsync(alert.Lead.Value, known: null, cancellation) is not var (key, record))
                continue;
            keys[alert.Lead.Value] = key;
            items.Add(
                await making.ItemAsync(reader, opened with { Record = record }, alert.Kind, alert.About, withLinks: true, cancellation));
        }

        if (items.Count == 0)
            return null;
        // What a later alert of the same kind says of the same lead stands for the earlier.
        var model = making.OfAlerts(reader, [.. items.AsEnumerable().Reverse().DistinctBy(item => (item.Lead.Id, item.Kind)).Reverse()]);
        var handover =
            await SendAsync(new MessageName(box, mail.Number).ToString(), items[0].Lead.Id.Value, mail.Number, model, keys, cancellation);
        foreach (var lead in keys.Keys)
            span.Tell(lead, handover.Delivery.Result);
        return handover;
    }

    private async Task<Handover> SendAsync(
        string id, string thread, int number, MailModel model, Dictionary<string, byte[]> keys, CancellationToken cancellation)
    {
        var rendered = await renderer.RenderAsync(model, cancellation);
        return await sending.SendAsync(
            new(id, thread, number, MessageKindWords.Of(model.Kind), model.Reader, rendered)
            {
                Links = [.. model.Items.SelectMany(item => item.Links), .. model.Links],
                Keys = keys,
            },
            cancellation);
    }

    private async Task<RecordDelivery> TouchAsync(Lead lead, OwedMessage message, CancellationToken cancellation)
    {
        var of = message.About.Lead ?? throw new InvalidOperationException("A touch names the handoff that it joins.");
        var outcome = await leads.DecideAsync(of, new AddTouch(lead.Id, lead.Known.Meeting), cancellation);
        return outcome.Answer is Answer.TooLate
            ? new(message.Number, DeliveryResult.Refused, Reason: "The handoff that it joined has ended.")
            : new(message.Number, DeliveryResult.Sent);
    }
}
