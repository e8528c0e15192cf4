using System.Collections.Immutable;

namespace Handoff.Qualification.Quality;

/// <summary>
/// What makes a request suspect, by what it says itself. It decides only whether marketing looks at it first: never the score, for points
/// are agreed between two sides and this is not.
/// </summary>
public static class Suspect
{
    /// <summary>What is found, in the order of <see cref="Suspicion"/>.</summary>
    /// <param name="form">What was written.</param>
    /// <param name="email">The address, normalised, or null.</param>
    /// <param name="checks">What is looked at; <see cref="QualityCheck.NoMail"/> is not found here.</param>
    /// <param name="disposable">The domains of addresses that are thrown away.</param>
    public static IEnumerable<Suspicion> Of(
        LeadForm form, string? email, ImmutableArray<QualityCheck> checks, ImmutableHashSet<string> disposable)
    {
        if (email is not null && checks.Contains(QualityCheck.Disposable)
            && EmailDomains.Of(email) is { } domain && EmailDomains.IsIn(disposable, domain))
            yield return Suspicion.Disposable;
        if (email is not null && checks.Contains(QualityCheck.Role) && RoleAddresses.Has(email))
            yield return Suspicion.RoleAddress;
        if (!checks.Contains(QualityCheck.Spam))
            yield break;
        foreach (var sign in SpamSigns.In(form))
            yield return sign;
    }
}
