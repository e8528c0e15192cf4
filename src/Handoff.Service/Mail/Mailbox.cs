using System.Collections.Immutable;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Mail;

/// <summary>
/// A message that was sent, as its copy tells. The copy holds the recipient's id; whoever reads it is told the address of today, or
/// <c>former-N</c>.
/// </summary>
public sealed record MailboxMessage(
    string Id,
    string Kind,
    string To,
    string Subject,
    Instant At,
    string Text,
    ImmutableArray<MailLink> Links,
    string Html,
    ImmutableArray<string> LeadIds);

/// <summary>Reads the copies of the messages that were sent. Those of erased leads are gone.</summary>
public sealed class Mailbox(IMailCopyStore copies, LeadVault vault, SignInCopies signIns, CompanyInForce company)
{
    /// <summary>The newest first.</summary>
    public async Task<ImmutableArray<MailboxMessage>> ListAsync(int limit, CancellationToken cancellation)
    {
        var messages = ImmutableArray.CreateBuilder<MailboxMessage>();
        foreach (var copy in await copies.ListCopiesAsync(leadId: null, limit, cancellation))
        {
            if (await OpenAsync(copy, cancellation) is { } message)
                messages.Add(message);
        }

        return signIns.List() is { Count: > 0 } links
            ? [.. messages.Concat(links).OrderByDescending(message => message.At).Take(limit)]
            : messages.ToImmutable();
    }

    /// <summary>One message, or null.</summary>
    public async Task<MailboxMessage?> FindAsync(string id, CancellationToken cancellation) =>
        await copies.FindCopyAsync(id, cancellation) is { } copy
            ? await OpenAsync(copy, cancellation)
            : signIns.List().FirstOrDefault(message => message.Id == id);

    /// <summary>The message of a copy, or null: a lead that it names was erased.</summary>
    public async ValueTask<MailboxMessage?> OpenAsync(MailCopy copy, CancellationToken cancellation) =>
        await vault.OpenCopyAsync(copy.Id, copy.LeadIds, copy.Sealed, cancellation) is { } packed
        && CopyFormat.Unpack(packed) is var message
            ? message with { To = company.AddressOf(new(message.To)) }
            : null;
}
