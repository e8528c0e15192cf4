using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>Makes the links of a mail.</summary>
public sealed class LinkMaker(ILinkProtector protector, IClock clock, Site site)
{
    private readonly string _pages = site.BaseAddress.AbsoluteUri;

    /// <summary>How long a rep can undo an acceptance, and what else they tell (promise 2).</summary>
    public static Duration UndoWithin => Undo.Within;

    private static readonly Duration Lifetime = Duration.FromDays(30);

    /// <summary>For how long whoever sent a lead can withdraw their consent: nobody should have to look for a newer mail.</summary>
    private static readonly Duration WithdrawnWithin = Duration.FromDays(730);

    /// <summary>The page of what came back, for whoever may sign in to it.</summary>
    public MailLink ToReturns() => new("returns", $"{_pages}feedback");

    /// <summary>The board, for whoever may sign in to it.</summary>
    public MailLink ToBoard() => new("board", $"{_pages}board");

    /// <summary>
    /// A link for one person to one purpose. An undo link lasts as long as the undo does, the question to a lead's person 14 days, their
    /// withdrawal of consent two years, every other 30 days.
    /// </summary>
    public MailLink Make(LinkPurpose purpose, PersonId person, LeadId? lead, int offer, Instant? toldAt = null)
    {
        var now = clock.GetCurrentInstant();
        var expires = purpose switch
        {
            _ when purpose.Undoes() => (toldAt ?? now) + UndoWithin,
            LinkPurpose.Ask => now + LeadAsk.AnsweredWithin,
            LinkPurpose.Consent => now + WithdrawnWithin,
            _ => now + Lifetime,
        };
        var token = protector.Protect(new(purpose, person, lead, offer, expires));
        var page = purpose switch
        {
            LinkPurpose.Manage or LinkPurpose.Contest => "m",
            LinkPurpose.Ask => "a",
            LinkPurpose.Consent => "c",
            _ => "r",
        };
        return new(purpose.Rel(), $"{_pages}{page}/{token}", lead?.Value);
    }
}

/// <summary>Where people reach the product.</summary>
/// <param name="BaseAddress">The public address, ending in a slash.</param>
public sealed record Site(Uri BaseAddress);

public static class LinkPurposes
{
    /// <summary>Whether it takes something back that its person has told.</summary>
    public static bool Undoes(this LinkPurpose purpose) => purpose == LinkPurpose.Undo || purpose.Reply() is not null;

    /// <summary>The reply that it takes back, or null: an acceptance, or nothing.</summary>
    public static ReplyKind? Reply(this LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.UndoDecline => ReplyKind.Decline,
        LinkPurpose.UndoContact => ReplyKind.Contact,
        LinkPurpose.UndoFeedback => ReplyKind.Feedback,
        LinkPurpose.UndoOutcome => ReplyKind.Outcome,
        _ => null,
    };

    /// <summary>What takes a reply back.</summary>
    public static LinkPurpose Undo(this ReplyKind reply) => reply switch
    {
        ReplyKind.Decline => LinkPurpose.UndoDecline,
        ReplyKind.Contact => LinkPurpose.UndoContact,
        ReplyKind.Feedback => LinkPurpose.UndoFeedback,
        ReplyKind.Outcome => LinkPurpose.UndoOutcome,
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply, "A reply can be taken back."),
    };

    /// <summary>The relation's word in mails and in the mailbox (design section 8).</summary>
    public static string Rel(this LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Offer => "offer",
        _ when purpose.Undoes() => "undo",
        LinkPurpose.Contacted => "contacted",
        LinkPurpose.Feedback => "feedback",
        LinkPurpose.Outcome => "outcome",
        LinkPurpose.Confirm => "confirm",
        LinkPurpose.Manage => "manage",
        LinkPurpose.Contest => "contest",
        LinkPurpose.Absence => "absence",
        LinkPurpose.SignIn => "signin",
        LinkPurpose.Ask => "ask",
        LinkPurpose.Consent => "consent",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose has a word."),
    };
}
