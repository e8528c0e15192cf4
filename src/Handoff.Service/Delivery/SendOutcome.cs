using NodaTime;

namespace Handoff.Service.Delivery;

/// <summary>
/// How an attempt to send a mail ended. A provider's failure is an outcome that the process knows, never an exception. Reasons are for the
/// ledger and the log: they hold codes and our own words, and no personal data (design section 3, promise 7).
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider has taken the mail and answers for it from here on. It may still bounce.</summary>
    /// <param name="ProviderId">The id under which the provider knows it; null when it gave none.</param>
    public sealed record Accepted(string? ProviderId) : SendOutcome
    {
        /// <summary>What was not taken of it, or why nothing was to be sent, without personal data; empty: all was taken.</summary>
        public string Remark { get; init; } = "";

        /// <summary>Whether nothing was to be sent: nothing of the person has left.</summary>
        public bool IsUnsent { get; init; }
    }

    /// <summary>This message to this address will never be taken; trying again is pointless.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>It was not sent, and may well be on another try.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    /// <param name="RetryAfter">How long the provider asked us to wait from now, never negative; null when it did not say.</param>
    public sealed record Failed(string Reason, Duration? RetryAfter) : SendOutcome;

    /// <summary>The message had been handed over when the answer failed to come: it may or may not have been sent.</summary>
    /// <param name="Reason">Why, without personal data.</param>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>
    /// Our own settings keep it from being sent (a wrong key or password, a sender not allowed). Ours to mend; to be retried.
    /// </summary>
    /// <param name="Reason">Which setting to look at, without personal data and without the secret.</param>
    public sealed record Misconfigured(string Reason) : SendOutcome;
}
