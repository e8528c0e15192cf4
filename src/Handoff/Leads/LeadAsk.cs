using NodaTime;

namespace Handoff.Leads;

/// <summary>That the person who sent a lead is asked, once, whether somebody has called.</summary>
/// <param name="DueAt">When.</param>
/// <param name="IsByConsent">Whether the person agreed to be contacted; else the agreement says on what basis it asks.</param>
public sealed record LeadAsk(Instant DueAt, bool IsByConsent)
{
    /// <summary>How long after the mail left an answer is taken.</summary>
    public static Duration AnsweredWithin { get; } = Duration.FromDays(14);

    /// <summary>How long nobody is asked twice, be it about another lead.</summary>
    public static Duration OnceIn { get; } = Duration.FromDays(90);

    /// <summary>The number of the mail; 0: none is owed yet.</summary>
    public int Message { get; init; }

    /// <summary>Whether it was found that nothing is to be asked.</summary>
    public bool IsDropped { get; init; }

    /// <summary>Whether a meeting with the person is recorded: there is nothing to ask.</summary>
    public bool HasMet { get; init; }

    /// <summary>Whether the person does not want to be contacted any more.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>When the mail left.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Whether the mail did not reach the person.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>Whether somebody has called, as the person said last; null: no answer.</summary>
    public bool? Called { get; init; }

    /// <summary>Whether the person ever said that nobody had: the manager was told.</summary>
    public bool SaidNo { get; init; }

    /// <summary>When it is to be decided whether to ask; null: it was, or there is nothing to ask.</summary>
    public Instant? Next => Message == 0 && !IsDropped && !HasMet && !IsWithdrawn ? DueAt : null;

    /// <summary>When the person was asked, of one whom the mail reached as far as is known.</summary>
    public Instant? AskedAt => IsUnreached ? null : SentAt;

    /// <summary>Whether what is heard of the mail at an instant still counts: a figure that was told must not change.</summary>
    public bool IsOpenAt(Instant now) => SentAt is not { } sent || now < sent + AnsweredWithin;

    /// <summary>The ask after one more event; the same after one that does not concern it.</summary>
    internal static LeadAsk? After(LeadAsk? ask, LeadEvent happened) => happened is AskPlanned planned
        ? new(planned.DueAt, planned.IsByConsent)
        : ask is null ? null
        : happened switch
        {
            AskDropped => ask with { IsDropped = true },
            LeadAsked e => ask with { Message = e.Message },
            LeadAnswered e => ask with { Called = e.Called, SaidNo = ask.SaidNo || !e.Called },
            ConsentWithdrawn => ask with { IsWithdrawn = true },
            FirstContactRecorded { How: Agreements.ContactWay.Meeting } => ask with { HasMet = true },
            ReplyUndone { Reply: ReplyKind.Contact } => ask with { HasMet = false },
            AcceptanceUndone when ask.Message == 0 => null,
            MessageSent e when e.Number == ask.Message => ask with { SentAt = e.At },
            MessageBounced e when e.Number == ask.Message && ask.IsOpenAt(e.At) => ask with { IsUnreached = true },
            _ => ask,
        };
}

/// <summary>It is known when the person will be asked whether somebody has called.</summary>
/// <param name="IsByConsent">Whether because the person agreed to be contacted.</param>
public sealed record AskPlanned(Instant At, Instant DueAt, bool IsByConsent) : LeadEvent(At);

/// <summary>The person is not asked.</summary>
public sealed record AskDropped(Instant At, AskObstacle Because) : LeadEvent(At);

/// <summary>The person is asked.</summary>
/// <param name="Message">The number of the mail.</param>
public sealed record LeadAsked(Instant At, int Message) : LeadEvent(At);

/// <summary>The person says whether somebody has called; what they say last counts.</summary>
public sealed record LeadAnswered(Instant At, bool Called) : LeadEvent(At);

/// <summary>Why somebody is not asked.</summary>
public enum AskObstacle
{
    /// <summary>There is no address to write to.</summary>
    NoAddress,

    /// <summary>The address is of an office and not of a person, such as <c>info@</c>.</summary>
    RoleAddress,

    /// <summary>The person was asked in the last 90 days, or does not want to be.</summary>
    AskedBefore,

    /// <summary>The product is only shown to somebody: what is in it never happened.</summary>
    Demonstration,
}

/// <summary>The person answers whether somebody has called.</summary>
public sealed record AnswerAsk(bool Called) : LeadCommand;
