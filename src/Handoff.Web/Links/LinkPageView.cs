using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Web.Assets;
using Handoff.Web.Design;
using Handoff.Web.Links.Texts;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Mail.Words;
using Handoff.Web.Pages;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Links;

/// <summary>A link page with everything that its components write.</summary>
/// <param name="Page">What the use case shows.</param>
/// <param name="Acted">Whether a post has just taken effect.</param>
public sealed record LinkPageView(LinkPage.Shown Page, bool Acted, AssetLinks Assets)
{
    public LinkTexts Texts { get; } = new(Page.Reader.Language);

    public ReaderTime Clock { get; } = ReaderTime.Of(Page.Reader, Page.Now);

    public PageFrame Frame => new(Page.Reader.Language, $"{Heading} · Handoff", Assets);

    public LinkPurpose Purpose => Page.Grant.Purpose;

    /// <summary>
    /// Whether the page says how to reach the person. Only the answer to the post that took the lead does: mail scanners open every link,
    /// and what they open they keep.
    /// </summary>
    public bool ShowsContact => Acted && Page.Item is not null && Page.Notice?.Code is LinkNoticeCode.YouAccepted or LinkNoticeCode.YouTook;

    /// <summary>What was posted in vain, so that nobody writes it twice; null: nothing.</summary>
    public LinkForm? Entered { get; init; }

    /// <summary>What every form of a page for somebody who is signed in posts back; null: the link itself says who posts.</summary>
    public string? Token { get; init; }

    /// <summary>Where the forms are posted; null: to the page's own address.</summary>
    public string? PostTo { get; init; }

    /// <summary>The page of the board to which an act leads back, as the query of its address; null: none.</summary>
    public string? Back { get; init; }

    /// <summary>Which folded form stands open: the word of its action; null: none.</summary>
    public string? Opens { get; init; }

    /// <summary>Whether the folded form of this action stands open.</summary>
    public bool IsOpen(string action) => IsEntered(action) || Opens == action;

    /// <summary>
    /// Whether something can be done on the page. A manager, and somebody who comes and goes, may do a second thing after the first; who
    /// only wants to be reminded has answered nothing yet, and may take the day back.
    /// </summary>
    public bool ShowsForms => !Page.IsOver
        && (!Acted || Purpose is LinkPurpose.Manage or LinkPurpose.Absence
            || Page.Notice?.Code is LinkNoticeCode.AttemptRecorded or LinkNoticeCode.FollowUpPlanned or LinkNoticeCode.FollowUpDropped
            || (Page.Notice?.Code == LinkNoticeCode.OutcomeOpen && Page.Choices.Planned is not null));

    public string Heading => Purpose switch
    {
        LinkPurpose.Offer => Texts.OfferHeading,
        LinkPurpose.Undo => Texts.UndoHeading,
        LinkPurpose.UndoDecline => Texts.UndoDeclineHeading,
        LinkPurpose.UndoContact => Texts.UndoContactHeading,
        LinkPurpose.UndoFeedback => Texts.UndoFeedbackHeading,
        LinkPurpose.UndoOutcome => Texts.UndoOutcomeHeading,
        LinkPurpose.Contacted => Texts.ContactedHeading,
        LinkPurpose.Feedback => Texts.FeedbackHeading,
        LinkPurpose.Outcome => Texts.OutcomeHeading,
        LinkPurpose.Confirm => Texts.ConfirmHeading,
        LinkPurpose.Manage => Texts.ManageHeading,
        LinkPurpose.Contest => Texts.ContestHeading,
        LinkPurpose.Absence => Texts.AbsenceHeading,
        _ => throw new InvalidOperationException("Every purpose has a heading."),
    };

    /// <summary>What the reader is asked.</summary>
    public string Introduction => Purpose switch
    {
        LinkPurpose.Offer => Texts.OfferIntroduction,
        LinkPurpose.Undo => Texts.UndoIntroduction,
        LinkPurpose.UndoDecline => Texts.UndoDeclineIntroduction,
        LinkPurpose.UndoContact => Texts.UndoContactIntroduction,
        LinkPurpose.UndoFeedback => Texts.UndoFeedbackIntroduction,
        LinkPurpose.UndoOutcome => Texts.UndoOutcomeIntroduction,
        LinkPurpose.Contacted => Texts.ContactedIntroduction,
        LinkPurpose.Feedback => Texts.FeedbackIntroduction,
        LinkPurpose.Outcome => Texts.OutcomeIntroduction,
        LinkPurpose.Confirm => Texts.ConfirmIntroduction,
        LinkPurpose.Manage => Texts.ManageIntroduction,
        LinkPurpose.Contest => Texts.ContestIntroduction,
        LinkPurpose.Absence => Texts.AbsenceIntroduction,
        _ => throw new InvalidOperationException("Every purpose has an introduction."),
    };

    /// <summary>What has happened, or why it is over; null: nothing to say.</summary>
    public NoticeSentence? Notice => Page.Notice is { } notice ? NoticeSentence.Of(notice, Page, Texts) : null;

    /// <summary>How the notice looks: done, over in peace, too late, or something is missing. What the reader did themselves is no
    /// warning.</summary>
    public Tone NoticeTone => Page.Notice?.Code switch
    {
        LinkNoticeCode.AttemptRecorded => Tone.AtRisk,
        _ when Acted => Tone.Met,
        LinkNoticeCode.Invalid => Tone.Breached,
        LinkNoticeCode.TooLate when Page.Notice.Late is LateCause.AlreadyDeclined or LateCause.Ended or LateCause.ContestAnswered
            => Tone.Still,
        LinkNoticeCode.TooLate or LinkNoticeCode.Erased or LinkNoticeCode.NotYourTeam => Tone.AtRisk,
        _ => Tone.Met,
    };

    /// <summary>Whether the page says what can be done next: it was answered, or the reader, a manager, has the lead.</summary>
    public bool LeadsOn => Acted || Page.IsOver || Page.Choices.HasIt;

    /// <summary>The offer to undo, with its end where that is known.</summary>
    public string UndoText => UndoneUntil is { } until
        ? string.Format(Clock.Texts.Culture, Texts.NextUndoUntil, Clock.Texts.Until(Clock.At(until)))
        : Texts.NextUndo;

    private Instant? UndoneUntil => Page.Item?.Lead switch
    {
        { LastReply: { } reply } when reply.By == Page.Reader.Id => reply.UndoneUntil,
        { Acceptance: { } acceptance } => acceptance.At + Undo.Within,
        _ => null,
    };

    /// <summary>Whether a form of this action was posted in vain.</summary>
    public bool IsEntered(string action) => Entered?.Action == action;

    /// <summary>The note of a form that was posted in vain.</summary>
    public string? EnteredNote(string action) => IsEntered(action) ? Entered?.Note : null;

    /// <summary>The end of a time, as a choice: <c>Until 16:20</c>.</summary>
    public string Until(Instant at) => Clock.Texts.Capital(Clock.Texts.Until(Clock.At(at)));

    /// <summary>A score with its noun.</summary>
    public string Points(int score) => Clock.Texts.Plural(score, Texts.Point, Texts.Points);

    /// <summary>How a deadline came about.</summary>
    public string DeadlineBecause(ClockRun clock) => ClockWords.Of(clock, new MailTexts(Page.Names), Clock);
}
