using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Processes;

/// <summary>What a mail of a process tells.</summary>
public enum LetterKind
{
    /// <summary>The report to the two heads.</summary>
    Report,

    /// <summary>An invitation to a meeting, the first or a changed one.</summary>
    MeetingInvitation,

    /// <summary>A meeting to which somebody was invited will not be.</summary>
    MeetingCancelled,

    /// <summary>A decision is due and open.</summary>
    DecisionReminder,

    /// <summary>Promises will be missed at this pace.</summary>
    PaceWarning,

    /// <summary>A source that was valid is refused again and again.</summary>
    SourceRefused,

    /// <summary>A proposal waits for the reader's signature.</summary>
    Proposal,

    /// <summary>It still waits for it.</summary>
    ProposalReminder,

    /// <summary>The proposal is in force.</summary>
    ProposalInForce,

    /// <summary>Another one took the proposal's place, or it was taken back.</summary>
    ProposalVoided,

    /// <summary>The proposal's time is over.</summary>
    ProposalExpired,

    /// <summary>The proposal was signed and cannot come into force.</summary>
    ProposalUnfit,

    /// <summary>Nothing is sent to a channel any more.</summary>
    ChannelStopped,
}

/// <summary>A mail that a process owes.</summary>
/// <param name="Number">1 for the first of this process.</param>
/// <param name="About">What it tells of, by the process's own numbers.</param>
/// <param name="Attempts">How often delivery was tried.</param>
public sealed record OwedLetter(
    int Number, PersonId To, LetterKind Kind, int About, Instant NotBefore, int Attempts, Instant? FirstTriedAt);

/// <summary>The mails that a process owes, and how many it has sent. One that fails is tried for a day.</summary>
public sealed record Letters
{
    private const int MostBounced = 50;

    public static Letters None { get; } = new();

    public ImmutableArray<OwedLetter> Owed { get; init; } = [];

    /// <summary>How many were ever owed.</summary>
    public int Count { get; init; }

    /// <summary>How many could not be delivered within a day, or were refused.</summary>
    public int Parked { get; init; }

    /// <summary>The numbers of those that came back after the provider took them, the latest.</summary>
    public ImmutableArray<int> Bounced { get; init; } = [];

    /// <summary>When the earliest may go; null: none is owed.</summary>
    public Instant? DueAt => Owed.IsEmpty ? null : Owed.Min(letter => letter.NotBefore);

    /// <summary>The mails that may go at <paramref name="now"/>, the oldest first.</summary>
    public IEnumerable<OwedLetter> DueAtTime(Instant now) => Owed.Where(letter => letter.NotBefore <= now);

    /// <summary>The events by which one mail each is owed to these people.</summary>
    public IEnumerable<ProcessEvent> Owe(Instant now, LetterKind kind, int about, IEnumerable<PersonId> to) =>
        to.Select((person, i) => new LetterOwed(now, Count + 1 + i, person, kind, about));

    /// <summary>What became of an attempt to deliver one.</summary>
    public ImmutableArray<ProcessEvent> Record(RecordDelivery delivery, Instant now)
    {
        if (Owed.FirstOrDefault(letter => letter.Number == delivery.Number) is not { } owed)
            return [];
        if (delivery.Result == DeliveryResult.Sent)
            return [new LetterSent(now, owed.Number)];
        return DeliveryPatience.RetryAt(delivery, owed.Attempts, owed.FirstTriedAt, now) is { } retryAt
            ? [new LetterFailed(now, owed.Number, retryAt, delivery.Reason)]
            : [new LetterParked(now, owed.Number, delivery.Result == DeliveryResult.Refused, delivery.Reason)];
    }

    /// <summary>What the provider tells of one that it took; that it arrived changes nothing.</summary>
    public ImmutableArray<ProcessEvent> Report(int number, MailFate fate, string reason, Instant now) =>
        fate.IsFailure() && number >= 1 && number <= Count && !Bounced.Contains(number)
            ? [new LetterBounced(now, number, fate, reason)]
            : [];

    /// <summary>The mails after an event of them; the same after any other.</summary>
    public Letters After(ProcessEvent happened) => happened switch
    {
        LetterOwed e => this with
        {
            Count = e.Number,
            Owed = Owed.Add(new(e.Number, e.To, e.Kind, e.About, e.At, 0, null)),
        },
        LetterSent e => Without(e.Number),
        LetterParked e => Without(e.Number) with { Parked = Parked + 1 },
        LetterBounced e => this with { Bounced = [.. Bounced.TakeLast(MostBounced - 1), e.Number] },
        LetterFailed e => this with
        {
            Owed = [.. Owed.Select(letter => letter.Number == e.Number
                ? letter with { Attempts = letter.Attempts + 1, FirstTriedAt = letter.FirstTriedAt ?? e.At, NotBefore = e.RetryAt }
                : letter)],
        },
        _ => this,
    };

    private Letters Without(int number) => this with { Owed = Owed.RemoveAll(letter => letter.Number == number) };
}
