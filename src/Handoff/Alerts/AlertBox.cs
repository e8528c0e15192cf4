using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>An alert about one lead, as a lead's outbox delivered it.</summary>
/// <param name="Number">The message's number there; the two are unique together.</param>
/// <param name="About">References and figures.</param>
/// <param name="RaisedAt">When the lead owed it.</param>
/// <param name="AtAnyHour">Whether the person's calendar does not matter (an elapsed clock).</param>
public sealed record Alert(LeadId Lead, int Number, MessageKind Kind, MessageAbout About, Instant RaisedAt, bool AtAnyHour);

/// <summary>An e-mail owed to the person.</summary>
/// <param name="Number">1 for the first of this person.</param>
/// <param name="Alerts">What it lists: one, or what was still true at the end of a window.</param>
/// <param name="Attempts">How often delivery was tried.</param>
public sealed record OwedAlertMail(int Number, ImmutableArray<Alert> Alerts, Instant NotBefore, int Attempts, Instant? FirstTriedAt);

/// <summary>
/// The alerts of one person (design section 4): the first goes at once and opens a window; what follows waits, and at the window's end one
/// e-mail lists what is still true; a new window opens only if it sent something.
/// </summary>
public sealed record AlertBox
{
    /// <summary>Whose alerts; null before the first event.</summary>
    public PersonId? Person { get; init; }

    /// <summary>When the open window ends, or null: none is open.</summary>
    public Instant? WindowEndsAt { get; init; }

    /// <summary>Whether the window has ended and waits for the person's opening.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether the window is a day: the box gathers returned leads, and nothing else (<see cref="DailyMail"/>).</summary>
    public bool IsDaily { get; init; }

    /// <summary>How many events there were.</summary>
    public int Version { get; init; }

    /// <summary>How many events there were when nothing waited for the last time: what waits was raised by those after it.</summary>
    public int WaitingFrom { get; init; }

    /// <summary>
    /// Alerts that wait for the window's end. They are not stored with the state, which is written with each of them, but told by their
    /// events: a state that was read has none.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<Alert> Waiting { get; init; } = [];

    public ImmutableArray<OwedAlertMail> Outbox { get; init; } = [];

    /// <summary>How many e-mails were ever owed.</summary>
    public int Mails { get; init; }

    /// <summary>How many e-mails could not be delivered within a day.</summary>
    public int Parked { get; init; }

    /// <summary>How many e-mails came back after the provider took them.</summary>
    public int Bounced { get; init; }

    /// <summary>E-mails that went out lately, whose fate the provider may still tell.</summary>
    public ImmutableArray<SentAlertMail> Sent { get; init; } = [];

    /// <summary>The state before the first event.</summary>
    public static AlertBox Empty { get; } = new();

    /// <summary>Whether an alert waits or is in an e-mail that is owed.</summary>
    public bool Knows(Alert alert) => Waiting.Concat(Outbox.SelectMany(mail => mail.Alerts))
        .Any(other => other.Lead == alert.Lead && other.Number == alert.Number);

    /// <summary>The e-mails that may go at <paramref name="now"/>, the oldest first.</summary>
    public IEnumerable<OwedAlertMail> DueMails(Instant now) => Outbox.Where(mail => mail.NotBefore <= now);

    /// <summary>The next wake-up: the window's end, or when an owed e-mail may go.</summary>
    public Instant? NextWakeUp
    {
        get
        {
            var next = WindowEndsAt;
            foreach (var mail in Outbox)
                next = next is { } earlier && earlier <= mail.NotBefore ? earlier : mail.NotBefore;
            return next;
        }
    }
}
