using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>Which link of a lead a mail shows as its button: the one that the reader needs for what is asked.</summary>
internal static class LeadLinks
{
    /// <summary>The address of a relation, or null: the mail has none.</summary>
    /// <exception cref="InvalidOperationException">The address is not an absolute web address.</exception>
    public static string? Find(ImmutableArray<MailLink> links, string rel)
    {
        foreach (var link in links)
        {
            if (!string.Equals(link.Rel, rel, StringComparison.Ordinal)) continue;

            return link.Href.StartsWith("https://", StringComparison.Ordinal) || link.Href.StartsWith("http://", StringComparison.Ordinal)
                ? link.Href
                : throw new InvalidOperationException("A link in a mail is an absolute web address.");
        }

        return null;
    }

    /// <summary>The button: a manager's page, or what the clock asks for; null: the mail has no link to it.</summary>
    public static LetterLink? Main(MailItem item, ClockName clock, MailLabels labels) => OwedMessage.IsAlertKind(item.Kind)
        ? Link(item, "manage", labels.Manage)
        : item.Kind == MessageKind.Contested ? Link(item, "contest", labels.AnswerContest)
        : clock switch
        {
            ClockName.Accept => Link(item, "offer", labels.AcceptOrDecline),
            ClockName.FirstContact => Link(item, "contacted", labels.RecordContact),
            ClockName.Feedback => Link(item, "feedback", labels.GiveFeedback),
            ClockName.Outcome => Link(item, "outcome", labels.SayOutcome),
            ClockName.Confirm => Link(item, "confirm", labels.Confirm),
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a link."),
        };

    /// <summary>The offer to undo an acceptance or a contact, or null: it does not apply, or its time is over.</summary>
    public static LetterLink? Undo(MailItem item, MailTexts texts, ReaderTime time) =>
        UndoneUntil(item) is { } until && time.Now < until && Find(item.Links, "undo") is { } href
            ? new(texts.UndoUntil(time.At(until)), href) : null;

    /// <summary>The request to confirm a lead that a manager gave, or null: there is none, or it is the mail's own.</summary>
    public static LetterLink? Confirm(MailItem item, MailTexts texts, ReaderTime time) =>
        item is { Kind: MessageKind.Assigned } && item.Lead.Unmet(ClockName.Confirm) is { } asked && Find(item.Links, "confirm") is { } href
            ? new(texts.ConfirmBy(time.At(asked.Plan.Due)), href) : null;

    private static NodaTime.Instant? UndoneUntil(MailItem item) => item switch
    {
        { Kind: MessageKind.Accepted, Lead.Acceptance: { } acceptance } => acceptance.At + Handoff.Leads.Undo.Within,
        { Kind: MessageKind.GiveFeedback, Lead.LastReply: { Kind: ReplyKind.Contact } contact } => contact.UndoneUntil,
        _ => null,
    };

    private static LetterLink? Link(MailItem item, string rel, string text) => Find(item.Links, rel) is { } href ? new(text, href) : null;
}
