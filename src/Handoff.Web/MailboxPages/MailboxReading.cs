using System.Collections.Immutable;
using Handoff.Service.Company;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Web.MailboxPages;

/// <summary>What the mailbox's pages read: <see cref="Mailbox"/>, one function each, so that a test can put its own messages there.</summary>
public sealed record MailboxReading
{
    /// <summary>The newest messages: <see cref="Mailbox.ListAsync"/>.</summary>
    public required Func<int, CancellationToken, Task<ImmutableArray<MailboxMessage>>> List { get; init; }

    /// <summary>One message, or null: <see cref="Mailbox.FindAsync"/>.</summary>
    public required Func<string, CancellationToken, Task<MailboxMessage?>> Find { get; init; }

    /// <summary>The zone in which its times are told: the agreement's.</summary>
    public Func<DateTimeZone> Zone { get; init; } = () => DateTimeZone.Utc;

    /// <summary>The real one.</summary>
    internal static MailboxReading Of(Mailbox mailbox, CompanyInForce company) =>
        new() { List = mailbox.ListAsync, Find = mailbox.FindAsync, Zone = () => company.Agreement.TimeZone };
}
