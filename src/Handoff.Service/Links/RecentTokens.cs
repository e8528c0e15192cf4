using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>
/// The tokens that were made last: the page after an acceptance and the mail that confirms it have the same links, and every mail to a person has the
/// same one for absences. To seal a token takes longer than to write the rest of a mail's text. Safe to use from many threads.
/// </summary>
internal sealed class RecentTokens
{
    // Some 600 bytes each.
    private const int Most = 1_024;

    private readonly Lock _lock = new();
    private readonly LatestEntries<Subject, (Instant ExpiresAt, string Token)> _tokens = new(Most);

    private readonly record struct Subject(LinkPurpose Purpose, PersonId Person, LeadId? Lead, int Offer);

    /// <summary>A token of the same grant, or of one that ends earlier by <paramref name="earlier"/> at most; null when none is at hand.</summary>
    public string? Find(LinkGrant grant, Duration earlier)
    {
        lock (_lock)
        {
            return _tokens.TryGet(SubjectOf(grant), out var known) && known.ExpiresAt <= grant.ExpiresAt && grant.ExpiresAt - known.ExpiresAt <= earlier
                ? known.Token
                : null;
        }
    }

    /// <summary>Keeps a token, in the place of an earlier one of the same subject.</summary>
    public void Keep(LinkGrant grant, string token)
    {
        lock (_lock)
            _tokens.Keep(SubjectOf(grant), (grant.ExpiresAt, token));
    }

    private static Subject SubjectOf(LinkGrant grant) => new(grant.Purpose, grant.Person, grant.Lead, grant.Offer);
}
