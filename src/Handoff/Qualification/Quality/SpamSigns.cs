using System.Text.RegularExpressions;

namespace Handoff.Qualification.Quality;

/// <summary>
/// Signs by which a text is a machine's. Only such as people do not write: a wrong alarm keeps somebody waiting who wants to buy.
/// </summary>
internal static partial class SpamSigns
{
    /// <summary>From how many web addresses on a text is full of them.</summary>
    private const int Many = 5;

    /// <summary>The signs that a form shows.</summary>
    public static IEnumerable<Suspicion> In(LeadForm form)
    {
        string?[] names = [form[KnownFields.Name], form[KnownFields.FirstName], form[KnownFields.LastName]];
        if (names.Any(name => name is not null && Link().IsMatch(name)))
            yield return Suspicion.LinkInName;
        if (form[KnownFields.Message] is not { } text)
            yield break;
        if (Marks().IsMatch(text))
            yield return Suspicion.Markup;
        if (Link().Count(text) >= Many)
            yield return Suspicion.ManyLinks;
    }

    [GeneratedRegex("https?://|\\bwww\\.[a-z0-9-]+\\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("<a\\s[^>]{0,200}href|\\[url[=\\]]|\\[link[=\\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Marks();
}
