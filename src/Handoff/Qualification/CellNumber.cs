using System.Globalization;

namespace Handoff.Qualification;

/// <summary>
/// A telephone number that was a number in a spreadsheet or a database: <c>3331234567.0</c>, <c>3.93331234567E11</c>,
/// <c>3,331,234,567.00</c>. It is the number meant only while all of its digits are there.
/// </summary>
internal static class CellNumber
{
    /// <summary>A spreadsheet keeps no more digits of a number; fewer are none that anybody dials.</summary>
    private const int Fewest = 6, Most = 15;

    /// <summary>Whether a text is written as such programs write numbers, and not as people write telephone numbers.</summary>
    public static bool IsOne(string text)
    {
        var (whole, fraction, exponent, isNegative) = Parse(text);
        if (whole is null)
            return false;
        var digits = whole.Count(char.IsAsciiDigit);
        var isGrouped = digits < whole.Length;
        return isNegative || exponent is not null
            || (fraction is not null && (isGrouped || digits >= 10 || (digits >= Fewest && (fraction.Length <= 2 || IsZero(fraction)))))
            || (isGrouped && whole.Contains(',', StringComparison.Ordinal));
    }

    /// <summary>The digits, after a plus sign if it has one; null where some were lost, or where it is no whole number.</summary>
    public static string? Meant(string text)
    {
        var (whole, fraction, exponent, isNegative) = Parse(text);
        // What a formula made of +39-333-123456.
        if (whole is null || isNegative)
            return null;
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        fraction ??= "";
        if (exponent is { } power)
        {
            // 3.93331E+11 has lost its last digits, so the number cannot be known.
            if (power > Most || fraction.Length < power)
                return null;
            (digits, fraction) = (digits + fraction[..power], fraction[power..]);
        }
        else if (fraction.Length > 2 && digits.Length < 9)
        {
            return null;
        }

        if (!IsZero(fraction) || digits.Length is < Fewest or > Most || (exponent is > 0 && digits[0] == '0'))
            return null;
        return text.StartsWith('+') ? "+" + digits : digits;
    }

    private static bool IsZero(string fraction) => fraction.All(one => one == '0');

    /// <summary>The parts of a written number; no whole part where the text is none.</summary>
    private static (string? Whole, string? Fraction, int? Exponent, bool IsNegative) Parse(string text)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var first = at - start;
        if (first == 0)
            return default;

        // Groups of three, all parted by one sign.
        if (first <= 3 && at < text.Length && text[at] is ',' or '.' or '\'' or ' ')
        {
            var sign = text[at];
            var groups = 0;
            var end = at;
            while (end + 3 < text.Length && text[end] == sign && IsGroup(text, end + 1))
            {
                end += 4;
                groups++;
            }

            if (groups >= 2)
                at = end;
        }

        var whole = text[start..at];
        string? fraction = null;
        if (at < text.Length && text[at] is '.' or ',')
        {
            var from = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            fraction = text[from..at];
            if (fraction.Length == 0)
                return default;
        }

        int? exponent = null;
        if (at < text.Length && text[at] is 'E' or 'e')
        {
            at += at + 1 < text.Length && text[at + 1] == '+' ? 2 : 1;
            if (!int.TryParse(text.AsSpan(at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
                return default;
            // A number below one is no phone number, and neither is one that is longer than any.
            exponent = power < 0 ? int.MaxValue : power;
            at = text.Length;
        }

        return at == text.Length ? (whole, fraction, exponent, text[0] == '-') : default;
    }

    private static bool IsGroup(string text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
