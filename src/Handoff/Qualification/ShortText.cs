using System.Globalization;

namespace Handoff.Qualification;

/// <summary>Cuts what people read in a line of a page or a mail; the whole text stays in the form.</summary>
internal static class ShortText
{
    /// <summary>The most UTF-16 characters that a name, a company or a title keeps.</summary>
    public const int Most = 500;

    /// <summary>The text, or as many whole graphemes of it as fit into <see cref="Most"/> characters with an ellipsis.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Most)
            return text;
        var end = 0;
        while (true)
        {
            var next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next > Most - 1)
                break;
            end = next;
        }

        // One grapheme may be very long (a letter under a thousand marks). Then it is cut, but never inside a surrogate pair.
        if (end == 0)
            end = char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
