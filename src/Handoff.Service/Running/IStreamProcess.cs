using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>
/// The process of one kind of stream, as <see cref="StreamWork"/> runs it. A new kind is a class of its own and its registration.
/// </summary>
public interface IStreamProcess
{
    StreamKind Kind { get; }

    /// <summary>
    /// Whether what a request changed of such a stream is carried out with the request. False: of a stream that many write at once, only
    /// its own orchestration sends messages, so none is sent twice.
    /// </summary>
    bool FollowsRequests { get; }

    /// <summary>
    /// The one stream of a process that begins, and changes its plans, by what is in force; null: something else begins it.
    /// </summary>
    StreamId? Follows => null;

    /// <summary>Carries out what the stream itself has due.</summary>
    /// <param name="opened">The lead as the caller has it; null: it is read.</param>
    Task<IStreamProgress> TakeTurnAsync(StreamId stream, OpenedLead? opened, CancellationToken cancellation);

    /// <summary>Records what the provider tells of a mail of the stream; nothing when it is known, or nobody knows the mail.</summary>
    /// <param name="number">The mail's number there.</param>
    /// <param name="reason">Why, without personal data.</param>
    Task ReportMailAsync(StreamId stream, int number, MailFate fate, string reason, CancellationToken cancellation);
}

/// <summary>A stream after a turn, with what it still owes.</summary>
public interface IStreamProgress
{
    /// <summary>
    /// What delivers the oldest message that may go, and records it with the next turn in the same write; null: none may go now. Cancelling
    /// ends the delivery; a message that has left is recorded all the same.
    /// </summary>
    /// <param name="now">The product's time.</param>
    /// <param name="mayGo">From when on the caller delivers a message of a lead.</param>
    Func<CancellationToken, Task<IStreamProgress>>? NextDelivery(Instant now, Func<OwedMessage, Instant> mayGo);

    /// <summary>When something will be due again; null: nothing will.</summary>
    /// <param name="mayGo">From when on the caller delivers a message of a lead.</param>
    Instant? NextWakeUp(Func<OwedMessage, Instant> mayGo);
}
