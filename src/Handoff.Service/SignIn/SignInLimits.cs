using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>
/// How many mails with links go out. What one sender asks for is bounded, and what one address gets; and yet nobody can keep a link from
/// anybody: an address that was sent none for five minutes is sent one whatever the limits say, so whoever asks finds one in the mail that
/// works for ten minutes more.
/// </summary>
internal sealed class SignInLimits(IClock clock)
{
    public const int OfSenderToAddress = 8;

    /// <summary>Of one sender; many people may share it, behind one proxy.</summary>
    public const int OfSender = 20;

    /// <summary>To one address, of all senders.</summary>
    public const int ToAddress = 16;

    /// <summary>Within which time they are counted.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>After which time an address is sent a link beyond all limits.</summary>
    public static readonly Duration Quiet = Duration.FromMinutes(5);

    private readonly AttemptLimit _ofSenderToAddress = new(OfSenderToAddress, Window, clock);
    private readonly AttemptLimit _ofSender = new(OfSender, Window, clock);
    private readonly AttemptLimit _toAddress = new(ToAddress, Window, clock);
    private readonly AttemptLimit _lately = new(1, Quiet, clock);

    /// <summary>Counts a request, and tells whether it may send a mail. Costs the same whatever the answer.</summary>
    /// <param name="sender">From where it was asked.</param>
    /// <param name="address">To whom; all unknown addresses are one, so that typing many forgets nothing of the known ones.</param>
    public bool MaySend(string sender, string address)
    {
        var within = _ofSender.Count(sender) & _ofSenderToAddress.Count($"{sender}\n{address}");
        // What is refused to one sender takes nothing from the others.
        within = within && _toAddress.Count(address);
        return _lately.Count(address, anyway: within) || within;
    }
}
