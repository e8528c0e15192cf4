using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What a link lets its holder do.</summary>
public enum LinkPurpose
{
    /// <summary>Accept or decline one offer.</summary>
    Offer,

    /// <summary>Undo the own acceptance.</summary>
    Undo,

    /// <summary>Record the first contact.</summary>
    Contacted,

    /// <summary>Say what came of it.</summary>
    Feedback,

    /// <summary>Take, assign, snooze.</summary>
    Manage,

    /// <summary>Say that one is away, or back.</summary>
    Absence,

    /// <summary>Sign in to the pages, once; it opens no link page.</summary>
    SignIn,

    UndoDecline,

    /// <summary>Take back that the first contact was made.</summary>
    UndoContact,

    /// <summary>Take back what was told of what came of it.</summary>
    UndoFeedback,

    /// <summary>Say whether a contested return stands.</summary>
    Contest,

    /// <summary>Of whoever sent the lead: say whether somebody has called; it opens no link page.</summary>
    Ask,

    /// <summary>The lead itself withdraws consent to be contacted: <c>/c/{token}</c>, which stands in each mail to a lead.</summary>
    Consent,

    /// <summary>Say what became of an opportunity.</summary>
    Outcome,

    /// <summary>Confirm that one has a lead that a manager gave.</summary>
    Confirm,

    /// <summary>Take back what was told of what became of it.</summary>
    UndoOutcome,
}

/// <summary>
/// What a link stands for: one person, one lead and offer, one purpose, until an instant of the product's own clock (promise 6).
/// </summary>
/// <param name="Person">Whom it was sent to; <see cref="PersonId.Nobody"/>: the person of the lead.</param>
/// <param name="Lead">The lead, or null of an absence link.</param>
/// <param name="Offer">The offer's number, or 0.</param>
/// <param name="ExpiresAt">From then on the link is over.</param>
public sealed record LinkGrant(LinkPurpose Purpose, PersonId Person, LeadId? Lead, int Offer, Instant ExpiresAt);

/// <summary>Makes tokens that cannot be read, altered or guessed. Expiry is inside and is judged by the caller, not here.</summary>
public interface ILinkProtector
{
    /// <summary>The token of a grant, safe in a URL's path.</summary>
    string Protect(LinkGrant grant);

    /// <summary>The grant, or null: the token is altered or not ours.</summary>
    LinkGrant? Unprotect(string token);
}

/// <summary>A link as mails carry it.</summary>
/// <param name="Rel">The relation (design section 8): <c>offer</c>, <c>undo</c>, <c>contacted</c>, <c>feedback</c>, <c>outcome</c>,
/// <c>confirm</c>, <c>manage</c>,
/// <c>absence</c>, <c>signin</c>, <c>consent</c>.</param>
/// <param name="Href">The absolute address.</param>
/// <param name="LeadId">The lead that it is about, or null; a digest has a link for each.</param>
public sealed record MailLink(string Rel, string Href, string? LeadId = null);
