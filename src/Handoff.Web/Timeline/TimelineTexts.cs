using Handoff.Leads;
using Handoff.People;

namespace Handoff.Web.Timeline;

/// <summary>What the page of a lead says, in one language.</summary>
public sealed partial record TimelineTexts
{
    /// <summary>The texts of a language.</summary>
    public static TimelineTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Erased { get; init; }

    public required string Points { get; init; }

    public required string Owner { get; init; }

    public required string Nobody { get; init; }

    public required string Facts { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string JobTitle { get; init; }

    public required string Country { get; init; }

    public required string Source { get; init; }

    public required string Team { get; init; }

    public required string Agreement { get; init; }

    public required string Received { get; init; }

    public required string Message { get; init; }

    public required string Notes { get; init; }

    public required string WhatHappened { get; init; }

    public required string Messages { get; init; }

    public required string What { get; init; }

    public required string To { get; init; }

    public required string Delivery { get; init; }

    public required string When { get; init; }

    public required string ShowMail { get; init; }

    public required string By { get; init; }

    public required string JoinedLead { get; init; }

    public required string EarlierLead { get; init; }

    public required string NoMessages { get; init; }

    public required string MailOf { get; init; }

    public required string MailNote { get; init; }

    public required string BackToLead { get; init; }

    public required string Subject { get; init; }

    public required string AsText { get; init; }

    public required string AsHtml { get; init; }

    public required string AlertMailed { get; init; }

    public required string Found { get; init; }

    public required string FoundNone { get; init; }

    public required string FoundHint { get; init; }

    public required string FoundPart { get; init; }

    public required IReadOnlyDictionary<string, string> Events { get; init; }

    public required IReadOnlyDictionary<MessageKind, string> Kinds { get; init; }

    public required IReadOnlyDictionary<DeliveryState, string> Deliveries { get; init; }
#pragma warning restore CS1591

    /// <summary>What an event is called.</summary>
    public string Event(string type) => Events.GetValueOrDefault(type) ?? type.Replace('_', ' ');
}
