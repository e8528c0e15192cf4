using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Handoff.Web.Words;

/// <summary>
/// Makes what people wrote fit to stand in a mail: no control characters, nothing that turns the direction of what follows, not too long.
/// </summary>
/// <remarks>Encoding is not done here: the HTML part is encoded where it is written.</remarks>
internal static class UserText
{
    /// <summary>The mark before a person's words inside a sentence of ours (FIRST STRONG ISOLATE). No cleaned text holds it.</summary>
    public const char Open = '\u2068';

    /// <summary>The mark behind it (POP DIRECTIONAL ISOLATE).</summary>
    public const char Close = '\u2069';

    // A grapheme of more code units than this is no character of any script but a pile of combining marks.
    private const int LongestGrapheme = 40;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?'()/@+-_&%#=*\"");

    private static readonly SearchValues<char> Marks = SearchValues.Create([Open, Close]);

    /// <summary>
    /// One line: every run of white space is one space, and a web address in it is no longer one (a name cannot forge a link).
    /// </summary>
    /// <param name="most">The most code units, the ellipsis included.</param>
    /// <returns>The line, or null when nothing is left.</returns>
    public static string? Line(string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (IsPlain(value) && value.Length <= most) return value;

        var clean = Cut(Clean(value, most, keepLines: false), most);
        return clean.Length == 0 ? null
            : clean.Replace("://", ": //", StringComparison.Ordinal).Replace("www.", "www .", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Lines of a longer text; at most one empty line between two.</summary>
    /// <param name="most">The most code units, the ellipsis included.</param>
    /// <returns>The lines; none when nothing is left.</returns>
    public static ImmutableArray<string> Lines(string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value)) return [];
        if (value.Length <= most && IsPlain(value)) return [value];

        var clean = Cut(Clean(value, most, keepLines: true), most);
        return clean.Length == 0 ? [] : [.. clean.Split('\n')];
    }

    /// <summary>Marks a person's words inside a sentence of ours.</summary>
    public static string Isolated(string clean) => $"{Open}{clean}{Close}";

    /// <summary>The sentence without marks, for plain text and subjects.</summary>
    public static string WithoutMarks(string sentence) =>
        sentence.AsSpan().ContainsAny(Marks) ? AppendWithoutMarks(new StringBuilder(sentence.Length), sentence).ToString() : sentence;

    public static StringBuilder AppendWithoutMarks(StringBuilder text, ReadOnlySpan<char> sentence)
    {
        while (sentence.IndexOfAny(Marks) is var mark and >= 0)
        {
            text.Append(sentence[..mark]);
            sentence = sentence[(mark + 1)..];
        }

        return text.Append(sentence);
    }

    /// <summary>The text, cut between two graphemes with an ellipsis when it is longer than <paramref name="most"/>.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;

        var end = 0;
        while (end < most)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > most - 1) break;
            end += length;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    // Words of plain characters and Latin letters with single spaces between them, no web address among them: what nearly every field is.
    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value[0] == ' ' || value[^1] == ' ' || value.Contains("://", StringComparison.Ordinal)
            || value.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return false;

        while (value.IndexOfAnyExcept(Plain) is var odd and >= 0)
        {
            if (!IsLatin(value[odd]) && (value[odd] != ' ' || value[odd + 1] == ' ')) return false;
            value = value[(odd + 1)..];
        }

        return true;
    }

    // Letters with their accent in them; an accent behind a letter is none of these.
    private static bool IsLatin(char letter) => letter is (>= '\u00C0' and <= '\u024F') and not ('\u00D7' or '\u00F7');

    private static string Clean(string value, int most, bool keepLines)
    {
        var clean = new StringBuilder(Math.Min(value.Length, most + LongestGrapheme));
        var breaks = 0;
        var space = false;
        var isAscii = Ascii.IsValid(value);
        Span<char> pair = stackalloc char[2];
        var rest = value.AsSpan();
        // One grapheme beyond the most is enough to see that the text is too long.
        while (rest.Length > 0 && clean.Length <= most + LongestGrapheme)
        {
            var grapheme = rest[..(isAscii ? AsciiGrapheme(rest) : StringInfo.GetNextTextElementLength(rest))];
            rest = rest[grapheme.Length..];
            foreach (var rune in grapheme[..Math.Min(grapheme.Length, LongestGrapheme)].EnumerateRunes())
            {
                if (keepLines && IsLineBreak(rune))
                {
                    breaks++;
                }
                else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                {
                    space = true;
                }
                else if (!IsInvisible(rune))
                {
                    if (clean.Length > 0)
                        clean.Append(breaks switch { 0 => space ? " " : "", 1 => "\n", _ => "\n\n" });
                    (breaks, space) = (0, false);
                    // What is appended as a rune is put on the heap first.
                    if (rune.IsBmp)
                        clean.Append((char)rune.Value);
                    else
                        clean.Append(pair[..rune.EncodeToUtf16(pair)]);
                }
            }

            // CRLF is one grapheme, and one break.
            if (keepLines && grapheme is "\r\n") breaks--;
        }

        return clean.ToString();
    }

    // No character of ASCII joins another but the two of CRLF; to ask for each costs most of the cleaning.
    private static int AsciiGrapheme(ReadOnlySpan<char> rest) => rest.StartsWith("\r\n") ? 2 : 1;

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    // Of the invisible characters only the joiners stay: scripts and emoji need them, and they turn nothing round.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);
}
