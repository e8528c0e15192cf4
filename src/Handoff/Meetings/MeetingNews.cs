using Handoff.Processes;

namespace Handoff.Meetings;

/// <summary>What a mail about a meeting tells its reader.</summary>
public enum MeetingNews
{
    /// <summary>They are invited.</summary>
    Called,

    /// <summary>It is at another time.</summary>
    Moved,

    /// <summary>Somebody else is invited with them.</summary>
    OtherHead,

    /// <summary>It will not be.</summary>
    Cancelled,

    /// <summary>It will be without them.</summary>
    WithoutReader,
}

/// <summary>A meeting as its reader is to be told of it.</summary>
/// <param name="News">What is new to them.</param>
/// <param name="Invited">The meeting as it is, or of one that will not be for them as they knew it.</param>
public sealed record ToldMeeting(MeetingNews News, MeetingInvited Invited)
{
    /// <summary>What a mail tells; null: nobody was invited.</summary>
    /// <param name="happened">All that happened, in order.</param>
    /// <param name="letter">The mail.</param>
    public static ToldMeeting? Of(IEnumerable<ProcessEvent> happened, OwedLetter letter)
    {
        MeetingInvited? invited = null, known = null;
        MeetingCancelled? cancelled = null;
        LetterOwed? last = null;
        foreach (var one in happened)
        {
            switch (one)
            {
                case MeetingInvited e when e.Number == letter.About:
                    invited = e;
                    break;
                case MeetingCancelled e when e.Number == letter.About:
                    cancelled = e;
                    break;
                case LetterOwed { Kind: LetterKind.MeetingInvitation or LetterKind.MeetingCancelled } e
                    when (e.To, e.About) == (letter.To, letter.About):
                    last = e;
                    break;
                // One that a later stands for is gone without being sent.
                case LetterSent e when last is { Kind: LetterKind.MeetingInvitation } && e.Number == last.Number:
                    known = invited;
                    break;
            }
        }

        if (invited is null || last is null)
            return null;
        // One that is tried again tells what the last one told.
        return last.Kind == LetterKind.MeetingCancelled
            ? new(
                cancelled is null ? MeetingNews.WithoutReader : MeetingNews.Cancelled,
                (known ?? invited) with { Sequence = cancelled?.Sequence ?? invited.Sequence })
            : new(
                known is null ? MeetingNews.Called
                : (known.Start, known.Minutes) != (invited.Start, invited.Minutes) ? MeetingNews.Moved : MeetingNews.OtherHead,
                invited);
    }
}
