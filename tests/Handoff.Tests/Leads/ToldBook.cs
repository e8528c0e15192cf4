using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Tests.Leads;

/// <summary>Who had been told that a lead is theirs, and when: read off its events alone, apart from the product's own book.</summary>
internal sealed class ToldBook
{
    private readonly List<(PersonId Who, Instant From, Instant To)> _told = [];
    private PersonId? _holder;
    private int _mail;

    /// <summary>The physical time until <paramref name="end"/> for which the person had the lead and knew of it; no clock has run longer
    /// in their hands.</summary>
    public Duration Told(PersonId who, Instant end) => _told
        .Where(one => one.Who == who)
        .Aggregate(Duration.Zero, (sum, one) => sum + Duration.Max(Duration.Zero, Instant.Min(one.To, end) - one.From));

    public void Note(LeadEvent happened)
    {
        switch (happened)
        {
            case Offered e:
                Hold(e.IsClaim ? null : e.To[0], e.At);
                break;
            case Assigned { Cause: MoveCause.Taken } e:
                // Whoever takes it knows, also one who has left the files and is written to no more.
                Hold(e.To, e.At);
                Begin(e.At);
                break;
            case Assigned e:
                Hold(e.To, e.At);
                break;
            case OfferAccepted e:
                Hold(e.By, e.At);
                Begin(e.At);
                break;
            case FirstContactRecorded or FeedbackGiven or StillOpen when ByWhom(happened) == _holder:
                // Whoever acts knows, whatever becomes of the mail.
                Begin(happened.At);
                _mail = 0;
                break;
            case OfferLapsed { Cause: MoveCause.Undeliverable } e:
                Never();
                Hold(null, e.At);
                break;
            case ReplyUndone { Reply: ReplyKind.Contact or ReplyKind.Outcome }:
                break;
            case ReplyUndone { Reply: ReplyKind.Feedback } e when _told is [.., var last] && last.Who == e.By:
                // As if it had never been told.
                (_told[^1], _holder) = (last with { To = Instant.MaxValue }, e.By);
                break;
            case ReplyUndone e:
                Hold(e.By, e.At);
                Begin(e.At);
                break;
            case OfferDeclined or OfferLapsed or AcceptanceUndone or Queued or LeadReturned or LeadErased:
                Hold(null, happened.At);
                break;
            case MessageOwed { Message: { Kind: MessageKind.Offer or MessageKind.Assigned } message } e when message.To == _holder:
                _mail = message.Number;
                if (!message.IsHeld)
                    Begin(e.At);
                break;
            case MessageReleased e when e.Number == _mail:
                Begin(e.At);
                break;
            case MessageFailed e when e.Number == _mail:
                Never();
                Begin(e.RetryAt);
                break;
            case MessageParked or MessageRetried when Number(happened) == _mail:
                Never();
                break;
            default:
                break;
        }
    }

    private static int Number(LeadEvent happened) => happened switch
    {
        MessageParked e => e.Number,
        MessageRetried e => e.Number,
        _ => 0,
    };

    private static PersonId? ByWhom(LeadEvent happened) => happened switch
    {
        FirstContactRecorded e => e.By,
        FeedbackGiven e => e.By,
        StillOpen e => e.By,
        _ => null,
    };

    private void Hold(PersonId? who, Instant at)
    {
        if (_told is [.., var last] && last.To == Instant.MaxValue)
            _told[^1] = last with { To = Instant.Max(last.From, at) };
        (_holder, _mail) = (who, 0);
    }

    private void Begin(Instant at)
    {
        if (_holder is { } who && !(_told is [.., var last] && last.To == Instant.MaxValue))
            _told.Add((who, at, Instant.MaxValue));
    }

    private void Never()
    {
        if (_told is [.., var last] && last.To == Instant.MaxValue)
            _told.RemoveAt(_told.Count - 1);
    }
}
