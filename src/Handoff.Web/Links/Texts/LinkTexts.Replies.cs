namespace Handoff.Web.Links.Texts;

public sealed partial record LinkTexts
{
    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string UndoDeclineHeading { get; init; }

    public required string UndoContactHeading { get; init; }

    public required string UndoFeedbackHeading { get; init; }

    public required string UndoDeclineIntroduction { get; init; }

    public required string UndoContactIntroduction { get; init; }

    public required string UndoFeedbackIntroduction { get; init; }

    public required string UndoReplyButton { get; init; }

    public required string NextOffer { get; init; }

    public required string YouDeclinedPassedOn { get; init; }

    public required string YouDeclinedQueued { get; init; }

    public required string YouDeclinedReturned { get; init; }

    public required string YouDeclinedNurtured { get; init; }

    public required string YouDeclinedDiscarded { get; init; }

    public required string AlreadyDeclinedPassedOn { get; init; }

    public required string AlreadyDeclinedQueued { get; init; }

    public required string AlreadyDeclinedReturned { get; init; }

    public required string AlreadyDeclinedNurtured { get; init; }

    public required string AlreadyDeclinedDiscarded { get; init; }

    public required string FeedbackPassedOn { get; init; }

    public required string FeedbackQueued { get; init; }

    public required string FeedbackReturnedToMarketing { get; init; }

    public required string FeedbackNurtured { get; init; }

    public required string FeedbackDiscarded { get; init; }

    public required string DeclineUndone { get; init; }

    public required string ContactUndone { get; init; }

    public required string FeedbackUndone { get; init; }

    public required string UndoReplyOver { get; init; }

    public required string AssignedToTold { get; init; }

    public required string OfferOverOffered { get; init; }

    public required string OfferOverOfferedSince { get; init; }

    public required string NotYoursOffered { get; init; }

    public required string NotYoursOfferedSince { get; init; }

    public required string YouHaveIt { get; init; }

    public required string SilentUntil { get; init; }

    public required string OffShiftTold { get; init; }

    public required string AwayTold { get; init; }
#pragma warning restore CS1591
}
