using System.Globalization;

namespace Handoff.Delivery;

/// <summary>
/// An address that can be written on an envelope. Quoted local parts, comments and address literals are valid on paper and never seen on
/// people: they are not taken, and with them goes every way to smuggle a second address or a line into a command.
/// </summary>
/// <param name="Local">What stands before the <c>@</c>.</param>
/// <param name="Domain">The domain, internationalised labels in their ASCII form.</param>
internal sealed record MailAddress(string Local, string Domain)
{
    private static readonly IdnMapping Domains = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>Whether the local part needs a server that takes UTF-8 addresses (RFC 6531).</summary>
    public bool NeedsUtf8 => !System.Text.Ascii.IsValid(Local);

    /// <summary>Reads an address; null when it is none.</summary>
    public static MailAddress? Read(string text)
    {
        text = text.Trim();
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || at == text.Length - 1 || !IsDotAtom(text[..at])) return null;
        try
        {
            var domain = Domains.GetAscii(text[(at + 1)..]);
            return domain.Length <= 253 && !domain.EndsWith('.') ? new(text[..at], domain) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The address as it is sent.</summary>
    /// <returns><c>local@domain</c>.</returns>
    public override string ToString() => $"{Local}@{Domain}";

    private static bool IsDotAtom(string local) =>
        !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal)
            && local.EnumerateRunes().All(IsAtom);

    private static bool IsAtom(System.Text.Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value, StringComparison.Ordinal)
        : System.Text.Rune.IsLetterOrDigit(rune)
            || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
