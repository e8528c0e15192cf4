using System.Globalization;
using System.Text;

namespace Handoff.Qualification;

/// <summary>What was typed, as the digits to dial.</summary>
/// <param name="Digits">ASCII digits, after a plus sign where one leads the number.</param>
/// <param name="IsPlain">Nothing but the number was written, so that its length is proof enough that it is one.</param>
internal readonly record struct MeantNumber(string Digits, bool IsPlain)
{
    /// <summary>Whether it was written with a plus sign.</summary>
    public bool HasPlus => Digits.StartsWith('+');
}

/// <summary>
/// Reads a telephone number from what people write around it: labels, notes, extensions, a second number. What could be more than one
/// number is none: a wrong number would be another person's.
/// </summary>
internal static class PhoneText
{
    /// <summary>A part of fewer digits is a group of a number, not a number in itself.</summary>
    private const int FewestOfOne = 6;

    private static readonly string[] Extensions =
        ["x", "ext", "extn", "extension", "int", "interno", "ds", "dw", "durchwahl", "poste", "anexo", "ramal", "doorkiesnr"];

    private static readonly string[] Dates = ["yyyy/M/d", "d/M/yyyy", "M/d/yyyy"];

    /// <summary>The number, or null: the text is none.</summary>
    public static MeantNumber? Meant(string text)
    {
        var plain = Unwrapped(Plain(text));
        return CellNumber.IsOne(plain) ? CellNumber.Meant(plain) is { } digits ? new(digits, IsPlain: true) : null
            : IsDate(plain) ? null
            : Written(plain);
    }

    /// <summary>Every decimal digit as ours, every dash, space and apostrophe as the plain one, without invisible marks.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '\uFF0B' or '\uFE62': plain.Append('+'); break;
                case '\uFF0E': plain.Append('.'); break;
                case '\uFF0C': plain.Append(','); break;
                case '\uFF0F': plain.Append('/'); break;
                case '’' or '‘' or '`' or '´' or '′': plain.Append('\''); break;
                case '−': plain.Append('-'); break;
                default: Append(plain, character); break;
            }
        }

        return plain.ToString().Trim();
    }

    private static void Append(StringBuilder plain, char character)
    {
        if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
            plain.Append((char)('0' + digit));
        else if (char.IsWhiteSpace(character))
            plain.Append(' ');
        else if (char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation)
            plain.Append('-');
        else if (char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            plain.Append(character);
    }

    /// <summary>Without what keeps a number a text in a spreadsheet: <c>'333…</c> and <c>="333…"</c>.</summary>
    private static string Unwrapped(string text) => text.TrimStart('=', '"', '\'', ' ').TrimEnd('"', '\'', ' ', '.', ',', ';');

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(
            text.Replace('-', '/').Replace('.', '/'), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is > 1900 and < 2100;

    private static MeantNumber? Written(string text)
    {
        var digits = new StringBuilder(16);
        var isPlain = true;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsAsciiDigit(character))
                digits.Append(character);
            else if (character == '+' && digits.Length == 0)
                digits.Append('+');
            else if (character is ' ' or '(' or ')' or '[' or ']' or '-' or '.' or '~' or '\'' || (character == '+' && IsSign(digits)))
                continue;
            else if (character is ',' or '/' && JoinsGroups(text, at, OwnCountOf(digits)))
                isPlain &= character == '/';
            else if (digits.Length == 0)
            {
                if (!MayLead(text, ref at))
                    return null;
                isPlain = false;
            }
            else if (!MayEnd(text, at, OwnCountOf(digits)))
                return null;
            else
                return new(digits.ToString(), IsPlain: false);
        }

        return digits.Length == 0 || IsSign(digits) ? null : new(digits.ToString(), isPlain);
    }

    private static bool IsSign(StringBuilder digits) => digits.Length == 1 && digits[0] == '+';

    /// <summary>How many digits there are behind a country's prefix, which has two of them nearly everywhere.</summary>
    private static int OwnCountOf(StringBuilder digits) => digits.Length > 0 && digits[0] == '+' ? digits.Length - 3 : digits.Length;

    /// <summary>Whether a comma or a slash stands between two groups of one number, such as <c>06/1234567</c>.</summary>
    private static bool JoinsGroups(string text, int at, int before)
    {
        var after = 0;
        for (var next = at + 1; next < text.Length && (char.IsAsciiDigit(text[next]) || text[next] is ' ' or '-' or '.'); next++)
            after += char.IsAsciiDigit(text[next]) ? 1 : 0;
        return before < FewestOfOne && after > 0 && (text[at] == '/' || text[at + 1] != ' ');
    }

    /// <summary>Whether a word or sign may stand before the number; a single letter that touches a digit may be a digit ("O6").</summary>
    private static bool MayLead(string text, ref int at)
    {
        if (text[at] is '@' or '=' or '*' or '<' or '%')
            return false;
        var start = at;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && char.IsLetter(text[at + 1]))
            at++;
        return !char.IsLetter(text[at]) || at - start >= 2 || at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]);
    }

    /// <summary>
    /// Whether what follows a number is no part of it: an extension, a note without digits, another number. Letters that touch a digit, and
    /// a few digits behind a word, may belong to it.
    /// </summary>
    private static bool MayEnd(string text, int at, int before)
    {
        if (before < FewestOfOne)
            return false;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (Extensions.Contains(text[at..end].ToLowerInvariant(), StringComparer.Ordinal) || text[at] == '#')
            return true;
        var follow = text.AsSpan(end).Count(char.IsAsciiDigit);
        return text[at] switch
        {
            // 06 1234567/8 has two lines; 1234/567 may be one number.
            '/' or ',' or ';' or '|' or '\\' or '+' => before > FewestOfOne || follow >= FewestOfOne,
            _ => text[at - 1] is ' ' or '(' or ')' or '[' or '.' or '-' && (follow == 0 || follow >= FewestOfOne),
        };
    }

    private static int Count(this ReadOnlySpan<char> text, Func<char, bool> counts)
    {
        var count = 0;
        foreach (var character in text)
            count += counts(character) ? 1 : 0;
        return count;
    }
}
