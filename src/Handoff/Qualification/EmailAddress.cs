using System.Globalization;
using System.Text;

namespace Handoff.Qualification;

/// <summary>
/// A plausible address in the one form in which addresses are compared and written to. Whether somebody reads it only a mail can tell, so
/// the check is mild: one <c>@</c>, no blanks or signs that part addresses in a header, a domain of at least two well-formed labels.
/// </summary>
internal static class EmailAddress
{
    /// <summary>The most characters of an address (RFC 5321, with the domain as it is in the DNS).</summary>
    public const int Longest = 254;

    private const string NeverInLocalPart = "()<>[]:;,\\\"@";

    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// The address trimmed and lower-cased, its domain in ASCII (punycode); dots and plus signs of the local part stay, because for some
    /// providers they are part of the address. Null when it cannot be an address.
    /// </summary>
    public static string? Normalise(string text)
    {
        if (text.Length > 4 * Longest)
            return null;
        var clean = WithoutInvisible(text.Trim());
        if (clean.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            clean = clean["mailto:".Length..];
        var at = clean.IndexOf('@', StringComparison.Ordinal);
        if (at < 1)
            return null;
        var local = clean[..at].ToLowerInvariant();
        if (!IsLocalPart(local) || AsciiDomain(clean[(at + 1)..]) is not { } domain)
            return null;
        var address = $"{local}@{domain}";
        return address.Length <= Longest ? address : null;
    }

    private static bool IsLocalPart(string local)
    {
        if (local.Length > 64 || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var rune in local.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                return false;
            if (rune.IsAscii && NeverInLocalPart.Contains((char)rune.Value, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static string? AsciiDomain(string text)
    {
        var domain = (text.EndsWith('.') ? text[..^1] : text).ToLowerInvariant();
        if (!Ascii.IsValid(domain))
        {
            try
            {
                domain = Idn.GetAscii(domain).ToLowerInvariant();
            }
            catch (ArgumentException)
            {
                // The only way in which IdnMapping says that the text is not a domain.
                return null;
            }
        }

        return IsDomain(domain) ? domain : null;
    }

    private static bool IsDomain(string domain)
    {
        if (domain.Length > 253 || !domain.Contains('.', StringComparison.Ordinal))
            return false;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var part in domain.AsSpan().Split('.'))
        {
            last = domain.AsSpan(part);
            if (last.Length is 0 or > 63 || last[0] == '-' || last[^1] == '-' || !AreLabelCharacters(last))
                return false;
        }

        return last.Length >= 2 && last.ContainsAnyExceptInRange('0', '9');
    }

    private static bool AreLabelCharacters(ReadOnlySpan<char> label)
    {
        foreach (var character in label)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
                return false;
        }

        return true;
    }

    /// <summary>Zero-width and direction marks that come along when an address is copied from a page.</summary>
    private static string WithoutInvisible(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var rune in CleanText.Of(text, isFreeText: false).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                seen.Append(rune.ToString());
        }

        // What is visible may compose now that nothing stands between.
        return seen.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
