namespace Handoff.Web.Words;

/// <summary>The only links made from what people wrote: percent-encoded <c>mailto:</c> and <c>tel:</c>.</summary>
internal static class ContactHref
{
    private const int LongestAddress = 254;

    /// <summary>A <c>mailto:</c> link, or null when the text is no address.</summary>
    public static string? OfEmail(string? email)
    {
        if (email is null || email.Length > LongestAddress || email.AsSpan().ContainsAnyInRange('\0', ' ')) return null;

        var at = email.LastIndexOf('@');
        if (at < 1 || at == email.Length - 1 || !email.IsNormalizable()) return null;

        return $"mailto:{Uri.EscapeDataString(email[..at])}@{Uri.EscapeDataString(email[(at + 1)..])}";
    }

    /// <summary>A <c>tel:</c> link, or null when the text is no number: digits, perhaps a plus, and the usual separators.</summary>
    public static string? OfPhone(string? phone)
    {
        if (phone is null || phone.Length > 40) return null;

        Span<char> digits = stackalloc char[40];
        var count = 0;
        foreach (var character in phone)
        {
            if (char.IsAsciiDigit(character) || (character == '+' && count == 0))
                digits[count++] = character;
            else if (character is not (' ' or '-' or '.' or '/' or '(' or ')'))
                return null;
        }

        return count < 4 ? null : $"tel:{digits[..count]}";
    }

    // A lone surrogate cannot be percent-encoded.
    private static bool IsNormalizable(this string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
}
