using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>Makes the links of a mail.</summary>
/// <param name="protector">Seals the grants.</param>
/// <param name="clock">The product's clock.</param>
/// <param name="site">Where the pages are.</param>
public sealed class LinkMaker(ILinkProtector protector, IClock clock, Site site)
{
    private readonly string _pages = site.BaseAddress.AbsoluteUri;
    private readonly RecentTokens _recent = new();

    /// <summary>How long a rep can undo an acceptance (promise 2).</summary>
    public static Duration UndoWithin => Undo.Within;

    private static readonly Duration Lifetime = Duration.FromDays(30);

    // What a link may lack of its lifetime because it was made for another mail or page a moment ago.
    private static readonly Duration MostEarlier = Duration.FromMinutes(1);

    /// <summary>A link for one person to one purpose. An undo link lasts as long as the undo does, every other 30 days.</summary>
    public MailLink Make(LinkPurpose purpose, PersonId person, LeadId? lead, int offer, Instant? acceptedAt = null)
    {
        var expires = purpose == LinkPurpose.Undo ? (acceptedAt ?? clock.GetCurrentInstant()) + UndoWithin : clock.GetCurrentInstant() + Lifetime;
        var grant = new LinkGrant(purpose, person, lead, offer, expires);
        if (_recent.Find(grant, purpose == LinkPurpose.Undo ? Duration.Zero : MostEarlier) is not { } token)
            _recent.Keep(grant, token = protector.Protect(grant));
        var page = purpose == LinkPurpose.Manage ? "m" : "r";
        return new(purpose.Rel(), $"{_pages}{page}/{token}", lead?.Value);
    }
}

/// <summary>Where people reach the product.</summary>
/// <param name="BaseAddress">The public address, ending in a slash.</param>
public sealed record Site(Uri BaseAddress);

/// <summary>The words of purposes.</summary>
public static class LinkPurposes
{
    /// <summary>The relation's word in mails and in the mailbox (DESIGN section 8).</summary>
    public static string Rel(this LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Offer => "offer",
        LinkPurpose.Undo => "undo",
        LinkPurpose.Contacted => "contacted",
        LinkPurpose.Feedback => "feedback",
        LinkPurpose.Manage => "manage",
        LinkPurpose.Absence => "absence",
        LinkPurpose.SignIn => "signin",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose has a word."),
    };
}
