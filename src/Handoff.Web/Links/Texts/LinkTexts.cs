using Handoff.People;

namespace Handoff.Web.Links.Texts;

/// <summary>Everything that link pages say, in one language. <c>{0}</c> and <c>{1}</c> are names, times or counts.</summary>
public sealed partial record LinkTexts
{
    /// <summary>The texts of a language.</summary>
    public static LinkTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Title { get; init; }

    public required string Hello { get; init; }

    public required string Unknown { get; init; }

    public required string Expired { get; init; }

    public required string FormUnreadable { get; init; }

    public required string OfferHeading { get; init; }

    public required string UndoHeading { get; init; }

    public required string ContactedHeading { get; init; }

    public required string FeedbackHeading { get; init; }

    public required string ManageHeading { get; init; }

    public required string AbsenceHeading { get; init; }

    public required string OfferIntroduction { get; init; }

    public required string UndoIntroduction { get; init; }

    public required string ContactedIntroduction { get; init; }

    public required string FeedbackIntroduction { get; init; }

    public required string ManageIntroduction { get; init; }

    public required string AbsenceIntroduction { get; init; }

    public required string JobTitle { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Message { get; init; }

    public required string Country { get; init; }

    public required string Source { get; init; }

    public required string OwnerLabel { get; init; }

    public required string ManagerQueue { get; init; }

    public required string Accept { get; init; }

    public required string Decline { get; init; }

    public required string UndoButton { get; init; }

    public required string Called { get; init; }

    public required string Voicemail { get; init; }

    public required string Emailed { get; init; }

    public required string Meeting { get; init; }

    public required string Qualified { get; init; }

    public required string ReturnHeading { get; init; }

    public required string Note { get; init; }

    public required string Take { get; init; }

    public required string AssignHeading { get; init; }

    public required string RepLoadOf { get; init; }

    public required string OnShift { get; init; }

    public required string OffShift { get; init; }

    public required string IsAway { get; init; }

    public required string SnoozeHeading { get; init; }

    public required string AwayUntil { get; init; }

    public required string AwayUntilHint { get; init; }

    public required string Away { get; init; }

    public required string Back { get; init; }

    public required string NextHeading { get; init; }

    public required string NextUndo { get; init; }

    public required string NextContacted { get; init; }

    public required string NextFeedback { get; init; }

    public required string YouAcceptedBy { get; init; }

    public required string YouAccepted { get; init; }

    public required string Undone { get; init; }

    public required string ContactRecorded { get; init; }

    public required string FeedbackQualified { get; init; }

    public required string YouTook { get; init; }

    public required string AssignedTo { get; init; }

    public required string AssignedToSomebody { get; init; }

    public required string SnoozedUntil { get; init; }

    public required string Snoozed { get; init; }

    public required string NotedAwayUntil { get; init; }

    public required string NotedAway { get; init; }

    public required string NotedBack { get; init; }

    public required string OthersAcceptedAt { get; init; }

    public required string OthersAccepted { get; init; }

    public required string OfferOverTo { get; init; }

    public required string OfferOver { get; init; }

    public required string UndoOver { get; init; }

    public required string NotYoursBut { get; init; }

    public required string NotYours { get; init; }

    /// <summary>The reader no longer answers for the lead's team; <c>{0}</c> does.</summary>
    public required string NotYourTeamBut { get; init; }

    /// <summary>The reader no longer answers for the lead's team.</summary>
    public required string NotYourTeam { get; init; }

    public required string AlreadyRecordedAt { get; init; }

    public required string AlreadyRecorded { get; init; }

    public required string Ended { get; init; }

    public required string Erased { get; init; }

    public required string InvalidReason { get; init; }

    public required string InvalidRep { get; init; }

    public required string InvalidNote { get; init; }

    public required string InvalidUntil { get; init; }

    public required string InvalidHow { get; init; }

    public required string InvalidOutcome { get; init; }

    public required string Invalid { get; init; }

    public required string Deadline { get; init; }

    public required string NoName { get; init; }

    public required string Score { get; init; }

    public required string WhyYou { get; init; }

    public required string More { get; init; }

    public required string CallThem { get; init; }

    public required string WriteThem { get; init; }

    public required string DeclineHint { get; init; }

    public required string ReturnHint { get; init; }

    public required string SnoozeHint { get; init; }

    public required string NextUndoUntil { get; init; }

    public required string RepLoadOne { get; init; }

    public required string RepLoadMany { get; init; }

    public required string Point { get; init; }

    public required string Points { get; init; }

    public required string OfferOverToSince { get; init; }

    public required string NotYoursButSince { get; init; }
#pragma warning restore CS1591
}
