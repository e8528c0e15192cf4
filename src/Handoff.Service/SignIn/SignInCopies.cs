using System.Collections.Immutable;
using Handoff.Service.Delivery;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>
/// The sign-in mails of a host that sends none, so that its mailbox shows them: in memory only, and only as long as their links can be
/// used. Where mails are really sent nothing is kept: a copy would be a key.
/// </summary>
public sealed class SignInCopies(IClock clock)
{
    private const int MostKept = 50;

    private ImmutableList<MailboxMessage> _kept = [];

    /// <summary>What can still be used, the newest first.</summary>
    public IReadOnlyList<MailboxMessage> List()
    {
        var now = clock.GetCurrentInstant();
        ImmutableInterlocked.Update(ref _kept, kept => kept.RemoveAll(one => one.At + SignInRequests.Lifetime <= now));
        return _kept;
    }

    internal void Keep(IMailTransport transport, MailboxMessage message)
    {
        if (transport.Name == "mailbox")
            ImmutableInterlocked.Update(ref _kept, kept => [.. kept.Insert(0, message).Take(MostKept)]);
    }
}
