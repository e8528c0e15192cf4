namespace Handoff.Qualification;

/// <summary>The number in what a form calls a number.</summary>
internal static class LooseNumber
{
    /// <summary>
    /// Reads <c>50</c>, <c>-5</c>, <c>2.5</c>, <c>50+</c>, <c>11-50 employees</c>, <c>more than 500</c>, <c>5k</c>: the first number of
    /// the text, of a range so the lower bound; of <c>&lt;50</c>, <c>under 50</c>, <c>up to 50</c> the lower bound is 0. A comma, point,
    /// apostrophe or space before exactly three digits parts thousands (<c>1,000</c>, <c>1.000</c>, <c>10 000</c> are whole numbers),
    /// unless zero stands before it (<c>0.125</c>); otherwise a point or a comma is the decimal one. Null when there is no number, or one
    /// of more than 18 digits.
    /// </summary>
    public static decimal? Of(string text)
    {
        var span = text.AsSpan();
        var start = span.IndexOfAnyInRange('0', '9');
        if (start < 0 || (start > 0 && char.IsLetter(span[start - 1])))
            return null;
        if (SaysAtMost(span[..start]))
            return 0;
        var end = start;
        if (Whole(span, ref end) is not { } whole)
            return null;
        var value = whole + Fraction(span, ref end);
        if (end < span.Length && span[end] is 'k' or 'K' && (end + 1 == span.Length || !char.IsLetter(span[end + 1])))
            value *= 1000;
        return span[..start].Trim() is "-" or "−" ? -value : value;
    }

    private static decimal? Whole(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        decimal value = 0;
        var digits = 0;
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                value = (value * 10) + (text[at] - '0');
                at++;
                if (++digits > 18)
                    return null;
            }
            else if (value != 0 && PartsThousands(text, at, start))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return value;
    }

    /// <summary>A separator between at most three digits before it and exactly three after it.</summary>
    private static bool PartsThousands(ReadOnlySpan<char> text, int at, int start)
    {
        if (text[at] is not (',' or '.' or '\'' or '’' or ' ' or '\u00A0' or '\u202F' or '\u2009'))
            return false;
        return FirstRun(text[start..]) <= 3 && FirstRun(text[(at + 1)..]) == 3;
    }

    private static int FirstRun(ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }

    private static decimal Fraction(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('.' or ',') || !char.IsAsciiDigit(text[at + 1]))
            return 0;
        at++;
        decimal value = 0;
        var unit = 0.1m;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            value += unit * (text[at] - '0');
            unit = unit > 0.000001m ? unit / 10 : 0;
        }

        return value;
    }

    private static bool SaysAtMost(ReadOnlySpan<char> before)
    {
        var words = before.Trim();
        return words.EndsWith('<') || words.EndsWith('≤')
            || words.EndsWith("under", StringComparison.OrdinalIgnoreCase) || words.EndsWith("up to", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("less than", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("fewer than", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("fino a", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("meno di", StringComparison.OrdinalIgnoreCase);
    }
}
