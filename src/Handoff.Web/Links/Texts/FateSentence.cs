using Handoff.Service.Links;

namespace Handoff.Web.Links.Texts;

/// <summary>What became of a lead that somebody declined or returned, said to them.</summary>
internal static class FateSentence
{
    public static string Of(LinkNotice notice, LinkTexts texts) => (notice.Code, notice.Fate) switch
    {
        (LinkNoticeCode.YouDeclined, LeadFate.Discarded) => texts.YouDeclinedDiscarded,
        (LinkNoticeCode.YouDeclined, LeadFate.Returned) => texts.YouDeclinedReturned,
        (LinkNoticeCode.YouDeclined, LeadFate.Nurtured) => texts.YouDeclinedNurtured,
        (LinkNoticeCode.YouDeclined, LeadFate.Queued) => texts.YouDeclinedQueued,
        (LinkNoticeCode.YouDeclined, _) => texts.YouDeclinedPassedOn,
        (LinkNoticeCode.TooLate, LeadFate.Discarded) => texts.AlreadyDeclinedDiscarded,
        (LinkNoticeCode.TooLate, LeadFate.Returned) => texts.AlreadyDeclinedReturned,
        (LinkNoticeCode.TooLate, LeadFate.Nurtured) => texts.AlreadyDeclinedNurtured,
        (LinkNoticeCode.TooLate, LeadFate.Queued) => texts.AlreadyDeclinedQueued,
        (LinkNoticeCode.TooLate, _) => texts.AlreadyDeclinedPassedOn,
        (LinkNoticeCode.FeedbackReturned, LeadFate.Discarded) => texts.FeedbackDiscarded,
        (LinkNoticeCode.FeedbackReturned, LeadFate.Returned) => texts.FeedbackReturnedToMarketing,
        (LinkNoticeCode.FeedbackReturned, LeadFate.Nurtured) => texts.FeedbackNurtured,
        (LinkNoticeCode.FeedbackReturned, LeadFate.Queued) => texts.FeedbackQueued,
        (LinkNoticeCode.FeedbackReturned, _) => texts.FeedbackPassedOn,
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.Code,
            "Only what was declined or returned has become of something."),
    };
}
