using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.News;

/// <summary>What is no longer so of what other programs were told: whoever heard it is told that it was taken back.</summary>
public static class UndoneNews
{
    /// <summary>The kinds of which a fact may take one back; none: it takes nothing back.</summary>
    public static ImmutableArray<NewsKind> KindsOf(LeadEvent happened) => happened switch
    {
        AcceptanceUndone => [NewsKind.LeadAccepted],
        ReplyUndone { Reply: ReplyKind.Decline } => [NewsKind.LeadDeclined, NewsKind.LeadReturned],
        ReplyUndone { Reply: ReplyKind.Contact } => [NewsKind.LeadContacted],
        ReplyUndone { Reply: ReplyKind.Feedback } =>
            [NewsKind.LeadContacted, NewsKind.LeadFeedback, NewsKind.LeadReturned, NewsKind.LeadReassigned],
        ReplyUndone { Reply: ReplyKind.Outcome } => [NewsKind.LeadFeedback, NewsKind.LeadWon, NewsKind.LeadLost],
        _ => [],
    };

    /// <summary>What the last of a lead's facts takes back: one reply, which may have told two things at one instant.</summary>
    /// <param name="of">The lead's stream.</param>
    /// <param name="events">Its facts from the first.</param>
    public static ImmutableArray<NewsRef> In(string of, IReadOnlyList<LeadEvent> events) => In(of, events, events.Count - 1);

    /// <summary>What one of a lead's facts takes back, as it was then.</summary>
    /// <param name="of">The lead's stream.</param>
    /// <param name="events">Its facts from the first.</param>
    /// <param name="place">The place of the one, from 0.</param>
    public static ImmutableArray<NewsRef> In(string of, IReadOnlyList<LeadEvent> events, int place)
    {
        var kinds = KindsOf(events[place]);
        if (kinds.IsEmpty)
            return [];
        var told = events.Take(place).Index()
            .Where(one => NewsKinds.Of(one.Item) is { } kind && kinds.Contains(kind)).ToList();
        return [.. told.Where(one => one.Item.At == told[^1].Item.At)
            .Select(one => new NewsRef(of, one.Index + 1, NewsKinds.Of(one.Item)!.Value))];
    }
}
