using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Web.Words;

namespace Handoff.Web.Links.Texts;

/// <summary>A sentence and what stands in its gaps.</summary>
/// <param name="Text">The sentence, with <c>{0}</c> and <c>{1}</c>.</param>
/// <param name="Parts">What stands there; each is set apart from the sentence's direction of writing.</param>
public sealed record NoticeSentence(string Text, params IReadOnlyList<string> Parts)
{
    /// <summary>What a notice says to the reader of a page.</summary>
    internal static NoticeSentence Of(LinkNotice notice, LinkPage.Shown page, LinkTexts texts)
    {
        var who = notice.Who;
        var time = ReaderTime.Of(page.Reader, page.Now);
        var at = notice.At is { } instant ? time.Texts.At(time.At(instant)) : null;
        var since = notice.At is { } start ? time.Texts.Since(time.At(start)) : null;
        var by = notice.At is { } deadline ? time.Texts.By(time.At(deadline)) : null;
        var until = notice.At is { } end ? time.Texts.Until(time.At(end)) : null;
        return notice.Code switch
        {
            LinkNoticeCode.YouAccepted => page.Item?.Clock is { Name: ClockName.FirstContact } clock
                ? new(texts.YouAcceptedBy, time.Texts.By(time.At(clock.Plan.Due)))
                : new(texts.YouAccepted),
            LinkNoticeCode.YouDeclined or LinkNoticeCode.FeedbackReturned => new(FateSentence.Of(notice, texts)),
            LinkNoticeCode.Undone => new(texts.Undone),
            LinkNoticeCode.DeclineUndone => new(texts.DeclineUndone),
            LinkNoticeCode.ContactUndone => new(texts.ContactUndone),
            LinkNoticeCode.FeedbackUndone => new(texts.FeedbackUndone),
            LinkNoticeCode.OutcomeUndone => new(texts.OutcomeUndone),
            LinkNoticeCode.ContactRecorded => new(texts.ContactRecorded),
            LinkNoticeCode.FollowUpPlanned => new(texts.FollowUpPlanned, at ?? ""),
            LinkNoticeCode.FollowUpDropped => new(texts.FollowUpDropped),
            LinkNoticeCode.AttemptRecorded => by is not null && notice.At > page.Now ? new(texts.AttemptRecordedBy, by)
                : new(texts.AttemptRecorded),
            LinkNoticeCode.FeedbackQualified => by is null ? new(texts.FeedbackQualified) : new(texts.FeedbackQualifiedBy, by),
            LinkNoticeCode.Confirmed => new(texts.Confirmed),
            LinkNoticeCode.OutcomeWon => new(texts.OutcomeWon),
            LinkNoticeCode.OutcomeLost => new(texts.OutcomeLost),
            LinkNoticeCode.OutcomeOpen => by is null ? new(texts.OutcomeOpen) : new(texts.OutcomeOpenBy, by),
            LinkNoticeCode.YouTook => new(texts.YouTook),
            LinkNoticeCode.AssignedTo => who is null ? new(texts.AssignedToSomebody) : at is null ? new(texts.AssignedTo, who)
                : new(texts.AssignedToTold, who, at),
            LinkNoticeCode.SnoozedUntil => until is null ? new(texts.Snoozed) : new(texts.SnoozedUntil, until),
            LinkNoticeCode.OnIt => until is null ? new(texts.Snoozed) : new(texts.NowOnIt, until),
            LinkNoticeCode.SnoozeEnded => new(texts.SnoozeEnded),
            LinkNoticeCode.NotedAway => until is null ? new(texts.NotedAway) : new(texts.NotedAwayUntil, until),
            LinkNoticeCode.NotedAwayFrom => notice.At is { } first
                ? new(texts.NotedAwayFrom, time.Texts.Date(first.InZone(page.Reader.Calendar.Zone).Date, withYear: false))
                : new(texts.NotedAway),
            LinkNoticeCode.AwayTakenBack => new(texts.AwayTakenBack),
            LinkNoticeCode.NotedBack => new(texts.NotedBack),
            LinkNoticeCode.TooLate => Late(notice, page, texts, at, since),
            LinkNoticeCode.NotYourTeam => who is null ? new(texts.NotYourTeam) : new(texts.NotYourTeamBut, who),
            LinkNoticeCode.Erased => new(texts.Erased),
            LinkNoticeCode.Upheld => new(texts.Upheld),
            LinkNoticeCode.Overturned => new(texts.Overturned),
            LinkNoticeCode.Voted => new(texts.Voted),
            LinkNoticeCode.Invalid => new(Missing(notice.Field, texts)),
            _ => throw new InvalidOperationException("Every notice has a sentence."),
        };
    }

    private static NoticeSentence Late(LinkNotice notice, LinkPage.Shown page, LinkTexts texts, string? at, string? since) =>
        (notice.Late, notice.Who) switch
        {
            (LateCause.OthersAccepted, { } who) when at is not null => new(texts.OthersAcceptedAt, who, at),
            (LateCause.OthersAccepted, _) => new(texts.OthersAccepted),
            (LateCause.OfferOver, { } who) when notice.IsOffered => since is null ? new(texts.OfferOverOffered, who)
                : new(texts.OfferOverOfferedSince, who, since),
            (LateCause.OfferOver, { } who) => since is null ? new(texts.OfferOverTo, who) : new(texts.OfferOverToSince, who, since),
            (LateCause.OfferOver, _) => new(texts.OfferOver),
            (LateCause.NotYours, { } who) when notice.IsOffered => since is null ? new(texts.NotYoursOffered, who)
                : new(texts.NotYoursOfferedSince, who, since),
            (LateCause.NotYours, { } who) => since is null ? new(texts.NotYoursBut, who) : new(texts.NotYoursButSince, who, since),
            (LateCause.NotYours, _) => new(texts.NotYours),
            (LateCause.AlreadyDeclined, _) => new(FateSentence.Of(notice, texts)),
            (LateCause.UndoOver, _) => new(page.Grant.Purpose == LinkPurpose.Undo ? texts.UndoOver : texts.UndoReplyOver),
            (LateCause.ContestAnswered, _) => new(texts.ContestAnswered),
            (LateCause.WithHeads, _) => new(texts.WithHeads),
            (LateCause.ContestOver, _) => new(texts.ContestOver),
            (LateCause.Contested, _) => new(texts.AlreadyContested),
            (LateCause.SentAgain, _) => new(texts.AlreadySentAgain),
            (LateCause.Recycled, _) => new(texts.AlreadyRecycled),
            (LateCause.NotBack, _) => new(texts.NotBack),
            (LateCause.Ended or LateCause.NotYet or null, _) => new(texts.Ended),
            _ => throw new InvalidOperationException("Every cause has a sentence."),
        };

    private static string Missing(string? field, LinkTexts texts) => field switch
    {
        "reason" => texts.InvalidReason,
        "rep" => texts.InvalidRep,
        "note" => texts.InvalidNote,
        "until" => texts.InvalidUntil,
        "how" => texts.InvalidHow,
        "next" => texts.InvalidNext,
        "outcome" => texts.InvalidOutcome,
        "amount" => texts.InvalidAmount,
        "currency" => texts.InvalidCurrency,
        _ => texts.Invalid,
    };
}
