using System.Collections.Immutable;
using System.Diagnostics;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Service.Health;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Telemetry;

/// <summary>What each span tells: kinds, numbers, words of the agreement; nothing that anybody wrote.</summary>
internal static class Spans
{
    /// <summary>The actions of link pages; what else is posted is told as <c>other</c>, for it may be anything.</summary>
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
        {
            "accept", "decline", "undo", "contacted", "later", "unplan", "feedback", "outcome", "confirm", "take", "assign", "snooze",
            "acknowledge", "unsnooze", "away", "back",
        };

    /// <summary>A lead is stored, or was by an earlier delivery of the same.</summary>
    public static Activity? Intake(LeadId id) => Lead("intake", id);

    public static Activity? Turn(LeadId id, ImmutableArray<LeadCommand> commands)
    {
        var span = Lead("turn", id);
        return span?.SetTag("handoff.commands", commands.Select(command => command.GetType().Name).ToArray());
    }

    public static void Decided(this Activity? span, Lead lead, ImmutableArray<LeadEvent> events)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("handoff.events", events.Select(LeadStory.TypeOf).ToArray())
                .SetTag("handoff.version", lead.Version)
                .SetTag("handoff.status", lead.Status.Word());
        }
    }

    public static Activity? AlertTurn(StreamId box) => LeadTrace.Start("alert turn", box);

    public static void Decided(this Activity? span, ImmutableArray<AlertEvent> events) =>
        span?.SetTag("handoff.events", events.Select(EventTypes.Of).ToArray());

    public static Activity? Delivery(LeadId id, OwedMessage message) =>
        Message(Lead("delivery", id), message.Kind, message.Number, message.Attempts);

    /// <summary>An e-mail of a person's alerts: in the trace of the alerts.</summary>
    public static Activity? Delivery(StreamId box, OwedAlertMail mail) =>
        Message(LeadTrace.Start("delivery", box), MessageKind.Digest, mail.Number, mail.Attempts);

    /// <summary>A lead was told of in an e-mail of alerts: a mark in the lead's own trace, linked to the delivery and from it.</summary>
    public static void Tell(this Activity? delivery, string lead, DeliveryResult result)
    {
        if (delivery is null)
            return;
        using var mark = Lead("alert mail", new(lead));
        mark.Came(result);
        if (mark is not null)
            delivery.AddLink(new(mark.Context));
    }

    public static void Came(this Activity? span, DeliveryResult? result)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        span.SetTag("handoff.outcome", result is { } came ? Measures.Word(came) : "overtaken");
        if (result is DeliveryResult.Failed or DeliveryResult.Refused)
            span.SetStatus(ActivityStatusCode.Error);
    }

    public static Activity? Click(LinkGrant grant, string? action) => grant.Lead is { } id
        ? Lead(action is null ? "link opened" : "link posted", id)?.SetTag("handoff.purpose", grant.Purpose.ToString())
            .SetTag("handoff.action", action is null ? "none" : Actions.Contains(action) ? action : "other")
        : null;

    public static void Showed(this Activity? span, LinkPage page, LinkResult? result) => span?
        .SetTag("handoff.outcome", result?.ToString() ?? "Opened")
        .SetTag("handoff.notice", page is LinkPage.Shown { Notice: { } notice } ? notice.Code.ToString() : "none");

    private static Activity? Lead(string name, LeadId id) =>
        LeadTrace.Start(name, new(StreamKind.Lead, id.Value))?.SetTag("handoff.lead", id.Value);

    private static Activity? Message(Activity? span, MessageKind kind, int number, int attempts) => span?
        .SetTag("handoff.message.kind", MessageKindWords.Of(kind)).SetTag("handoff.message.number", number)
            .SetTag("handoff.attempt", attempts + 1);
}
