using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Delivery;
using Handoff.Service.Health;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Running;

/// <summary>What came of handing a message over.</summary>
/// <param name="Copy">The copy to keep of one that was sent.</param>
public sealed record Handover(RecordDelivery Delivery, MailCopy? Copy);

/// <summary>A mail that is ready to go.</summary>
/// <param name="Id">Its opaque id, the same over every retry.</param>
/// <param name="Thread">What mail programs show as one conversation.</param>
/// <param name="Number">Its number in the stream that owes it.</param>
/// <param name="Kind">The kind's word in the mailbox.</param>
/// <param name="To">Who gets it.</param>
/// <param name="ToId">What its copy says of who got it: a colleague's id; of a lead's person the address, sealed as the copy is.</param>
public sealed record ReadyMail(
    string Id, string Thread, int Number, string Kind, MailAddressee To, string ToId, Language Language, RenderedMail Rendered)
{
    /// <summary>A mail to a colleague.</summary>
    public ReadyMail(string id, string thread, int number, string kind, Person reader, RenderedMail rendered)
        : this(id, thread, number, kind, new(reader.Address, reader.Name), reader.Id.Value, reader.Language, rendered)
    {
    }

    public ImmutableArray<MailLink> Links { get; init; } = [];

    /// <summary>The keys of the leads that it names, by their ids: its copy is sealed under them.</summary>
    public IReadOnlyDictionary<string, byte[]> Keys { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    public CalendarPart? Calendar { get; init; }
}

/// <summary>Hands one mail over and makes its copy. Recording the result is the caller's turn.</summary>
public sealed class MailSending(IMailTransport transport, DeliveryStreak streak, IClock clock)
{
    /// <summary>Tries once.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; it may have been sent.</exception>
    public async Task<Handover> SendAsync(ReadyMail mail, CancellationToken cancellation)
    {
        var rendered = mail.Rendered;
        var outcome = await transport.SendAsync(
            new(mail.Id, mail.Thread, mail.To, rendered.Subject, rendered.Text, rendered.Html,
                mail.Language.Tag)
            {
                Calendar = mail.Calendar,
            },
            cancellation);
        if (outcome is not SendOutcome.Accepted)
        {
            var failure = Failure(mail.Number, outcome);
            Measures.Delivered(mail.Kind, failure.Result);
            if (failure.Result == DeliveryResult.Failed)
                await streak.FailedAsync();
            return new(failure, null);
        }

        Measures.Delivered(mail.Kind, DeliveryResult.Sent);
        await streak.SentAsync();
        var copy = new MailboxMessage(
            mail.Id, mail.Kind, mail.ToId, rendered.Subject, clock.GetCurrentInstant(), rendered.Text, mail.Links, rendered.Html,
            [.. mail.Keys.Keys]);
        var packed = LeadVault.SealCopy(mail.Id, mail.Keys, CopyFormat.Pack(copy));
        return new(new(mail.Number, DeliveryResult.Sent), new(mail.Id, mail.Kind, copy.At, copy.LeadIds, packed));
    }

    private static RecordDelivery Failure(int number, SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused e => new(number, DeliveryResult.Refused, Reason: e.Reason),
        SendOutcome.Failed e => new(number, DeliveryResult.Failed, e.RetryAfter, e.Reason),
        SendOutcome.Unknown e => new(number, DeliveryResult.Failed, Reason: e.Reason),
        SendOutcome.Misconfigured e => new(number, DeliveryResult.Failed, Reason: e.Reason),
        _ => throw new InvalidOperationException($"No rule for {outcome.GetType().Name}."),
    };
}
