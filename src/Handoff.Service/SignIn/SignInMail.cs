using Handoff.People;
using Handoff.Service.Mail;
using NodaTime;

namespace Handoff.Service.SignIn;

/// <summary>What the mail with a sign-in link says. It belongs to no lead, and no ledger keeps it.</summary>
/// <param name="Href">The link, absolute.</param>
/// <param name="Now">The product's time.</param>
/// <param name="ExpiresAt">Until when the link can be used.</param>
public sealed record SignInMail(Person Reader, string Organisation, string Href, Instant Now, Instant ExpiresAt)
{
    /// <summary>The kind, in the mailbox.</summary>
    public const string Kind = "signin";
}

/// <summary>Renders the mail with a sign-in link.</summary>
public interface ISignInMailRenderer
{
    /// <summary>Renders it in the reader's language.</summary>
    ValueTask<RenderedMail> RenderAsync(SignInMail mail, CancellationToken cancellation);
}
