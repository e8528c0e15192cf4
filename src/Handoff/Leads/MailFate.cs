namespace Handoff.Leads;

/// <summary>What the provider says became of a mail after it took it.</summary>
public enum MailFate
{
    Delivered,

    /// <summary>The recipient's server does not take it for now; the provider goes on trying.</summary>
    Deferred,

    /// <summary>The recipient's server refused it for good.</summary>
    Bounced,

    /// <summary>The recipient's server does not let the provider in.</summary>
    Blocked,

    /// <summary>The provider did not send it, because it knows the address for one that bounces or complains.</summary>
    Dropped,

    /// <summary>The recipient called it spam.</summary>
    Spam,

    /// <summary>Delivery failed for a day, or was refused at once: of an alert that the recipient's alerts could not deliver.</summary>
    Undeliverable,
}

public static class MailFates
{
    /// <summary>Whether the recipient cannot be reached by it: the process acts on that (design section 4).</summary>
    public static bool IsFailure(this MailFate fate) => fate is not (MailFate.Delivered or MailFate.Deferred);
}

/// <summary>What is known of the fate of a message.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="Fate">Its fate; a message may have several, each once.</param>
/// <param name="IsLost">Whether it was an alert that still mattered and nobody else could be told.</param>
public sealed record MailReport(int Number, MailFate Fate, bool IsLost = false);
