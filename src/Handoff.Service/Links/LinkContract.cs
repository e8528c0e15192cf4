using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What a link page posts: <c>action</c> with what it needs (design section 8). All as text; the use case judges it.</summary>
public sealed record LinkForm
{
    /// <summary>
    /// <c>accept</c>, <c>decline</c>, <c>undo</c>, <c>contacted</c>, <c>later</c>, <c>unplan</c>, <c>feedback</c>, <c>outcome</c>,
    /// <c>confirm</c>, <c>take</c>, <c>assign</c>, <c>snooze</c>, <c>acknowledge</c>, <c>unsnooze</c>, <c>away</c>, <c>back</c>,
    /// <c>uphold</c>, <c>overturn</c>.
    /// </summary>
    public string? Action { get; init; }

    /// <summary>A reason's code.</summary>
    public string? Reason { get; init; }

    /// <summary>The rep to assign to: an opaque person id or an address.</summary>
    public string? Rep { get; init; }

    /// <summary>Free text; kept with the lead's personal data.</summary>
    public string? Note { get; init; }

    /// <summary>Away from when, written as <c>until</c>; null: now.</summary>
    public string? From { get; init; }

    /// <summary>Until when: <c>yyyy-MM-ddTHH:mm</c> or <c>yyyy-MM-dd</c> in the person's zone, or an instant.</summary>
    public string? Until { get; init; }

    /// <summary><c>called</c>, <c>voicemail</c>, <c>e-mailed</c>, <c>meeting</c>.</summary>
    public string? How { get; init; }

    /// <summary>When to get in touch again: <c>yyyy-MM-dd</c> or <c>yyyy-MM-ddTHH:mm</c> in the person's zone.</summary>
    public string? Next { get; init; }

    /// <summary>
    /// <c>qualified</c> or <c>returned</c>; of an opportunity <c>won</c>, <c>lost</c> or <c>open</c>.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>Of one that was won, what it is worth: <c>12500.50</c>.</summary>
    public string? Amount { get; init; }

    /// <summary>The currency of the amount: <c>EUR</c>.</summary>
    public string? Currency { get; init; }
}

public abstract record LinkPage
{
    /// <summary>404: altered, or not ours.</summary>
    public sealed record Unknown : LinkPage;

    /// <summary>410: the link's time is over.</summary>
    public sealed record Expired(Person? Reader) : LinkPage;

    /// <summary>
    /// The page: what it is about, what can be done and what has become of it. <c>IsOver</c>: nothing can be done any more (POST: 409).
    /// </summary>
    /// <param name="Grant">What the link stands for.</param>
    /// <param name="Reader">Who opens it: name, language, zone.</param>
    /// <param name="Item">The lead, or null of an absence link or an erased lead.</param>
    /// <param name="IsOver">Whether the link's purpose can no longer be carried out.</param>
    /// <param name="Notice">What has just happened, or why it is over; null: nothing to say.</param>
    /// <param name="Choices">What the reader may choose from.</param>
    /// <param name="Now">The product's time.</param>
    public sealed record Shown(
        LinkGrant Grant, Person Reader, MailItem? Item, bool IsOver, LinkNotice? Notice, LinkChoices Choices, Instant Now) : LinkPage
    {
        /// <summary>What the files call teams, tiers, calendars, sources, dimensions and figures.</summary>
        public Naming Naming { get; init; } = Naming.None;

        /// <summary>The same as the reader reads them.</summary>
        public ReaderNames Names => Naming.In(Reader.Language);
    }
}

/// <summary>What became of a post, or why a link is over; with what its sentence needs.</summary>
/// <param name="Who">The name of who has the lead or did it, or null.</param>
/// <param name="At">When, or null.</param>
/// <param name="Field">The form field that is wrong, of <see cref="LinkNoticeCode.Invalid"/>.</param>
public sealed record LinkNotice(LinkNoticeCode Code, string? Who = null, Instant? At = null, string? Field = null)
{
    /// <summary>Why it is too late, of <see cref="LinkNoticeCode.TooLate"/>.</summary>
    public LateCause? Late { get; init; }

    /// <summary>What became of the lead that was declined or returned; null: nothing of that.</summary>
    public LeadFate? Fate { get; init; }

    /// <summary>Whether the lead is only offered to Who, who has not answered.</summary>
    public bool IsOffered { get; init; }

    public static LinkNotice TooLate(LateCause cause, string? who = null, Instant? at = null) =>
        new(LinkNoticeCode.TooLate, who, at) { Late = cause };
}

/// <summary>What became of a lead that somebody declined or returned.</summary>
public enum LeadFate
{
    /// <summary>A colleague has it, or is asked.</summary>
    PassedOn,

    /// <summary>It waits in the manager's queue.</summary>
    Queued,

    /// <summary>It goes back to marketing.</summary>
    Returned,

    /// <summary>Marketing keeps it warm, and it is taken up again later.</summary>
    Nurtured,

    /// <summary>It is thrown away.</summary>
    Discarded,
}

/// <summary>The sentences of link pages.</summary>
public enum LinkNoticeCode
{
    /// <summary>You have accepted it; record the first contact by the clock's deadline.</summary>
    YouAccepted,

    YouDeclined,

    /// <summary>Your acceptance is undone.</summary>
    Undone,

    /// <summary>Your decline is taken back: the offer stands again.</summary>
    DeclineUndone,

    /// <summary>The first contact counts as not made.</summary>
    ContactUndone,

    /// <summary>What you told of it is taken back: the lead is yours as before.</summary>
    FeedbackUndone,

    /// <summary>The opportunity counts as still open.</summary>
    OutcomeUndone,

    ContactRecorded,

    /// <summary>The attempt is recorded and is no first contact yet: try again by At (null: now).</summary>
    AttemptRecorded,

    /// <summary>The next contact is planned: the reader is reminded at At.</summary>
    FollowUpPlanned,

    /// <summary>The day of the next contact is taken back: no reminder.</summary>
    FollowUpDropped,

    /// <summary>Feedback recorded: a real opportunity; the reader says by At what became of it (null: that is not agreed).</summary>
    FeedbackQualified,

    /// <summary>Feedback recorded: returned, or passed on.</summary>
    FeedbackReturned,

    /// <summary>You have confirmed that you have it.</summary>
    Confirmed,

    /// <summary>The customer bought.</summary>
    OutcomeWon,

    /// <summary>The customer did not buy.</summary>
    OutcomeLost,

    /// <summary>The opportunity is still open: the reader says again by At what became of it.</summary>
    OutcomeOpen,

    /// <summary>You, the manager, have taken it.</summary>
    YouTook,

    /// <summary>It is assigned to Who, who is told at At (null: now).</summary>
    AssignedTo,

    /// <summary>Alerts are silent until At.</summary>
    SnoozedUntil,

    /// <summary>The reader is on it: alerts are silent until At.</summary>
    OnIt,

    /// <summary>Alerts are heard again.</summary>
    SnoozeEnded,

    /// <summary>You are noted as away, until At or until you say that you are back.</summary>
    NotedAway,

    /// <summary>Noted as away from At, which is still to come.</summary>
    NotedAwayFrom,

    /// <summary>An absence that was still to come is taken back.</summary>
    AwayTakenBack,

    /// <summary>You are noted as back.</summary>
    NotedBack,

    /// <summary>
    /// Nothing is done, for the reason in <see cref="LinkNotice.Late"/>; Who has the lead or accepted it, since or at At.
    /// </summary>
    TooLate,

    /// <summary>The reader no longer answers for the lead's team; Who does.</summary>
    NotYourTeam,

    /// <summary>The lead's data was erased.</summary>
    Erased,

    /// <summary>The contest is answered: the return stands.</summary>
    Upheld,

    /// <summary>The contest is answered: the return was wrong, and a new handoff follows.</summary>
    Overturned,

    /// <summary>The reader, a head, has said so; the other head has yet to agree.</summary>
    Voted,

    /// <summary>Something in the form is missing or wrong: Field (answered 422).</summary>
    Invalid,
}

/// <summary>What became of posting a link page: the page to show, and whether the post took effect, came too late or was wrong.</summary>
public sealed record LinkAnswer(LinkPage Page, LinkResult Result);

/// <summary>The result of a post.</summary>
public enum LinkResult
{
    /// <summary>200: done, or had been done by the same person before.</summary>
    Done,

    /// <summary>409: too late.</summary>
    TooLate,

    /// <summary>422: something is missing or wrong.</summary>
    Invalid,

    /// <summary>410 or 404, by the page.</summary>
    NoLink,
}
