namespace Handoff.Local.Importing;

/// <summary>Finds out what parts the values of a file: the sign by which the rows have as many values as the header.</summary>
internal static class CsvSeparator
{
    private const int MostRows = 500;

    private static readonly char[] Usual = [',', ';', '\t', '|'];

    /// <summary>
    /// The signs that fit best; several, where the rows fit all of them alike and somebody has to say. Never none: a file of one column is
    /// parted by anything.
    /// </summary>
    /// <param name="sample">The beginning of the file.</param>
    /// <param name="isWhole">Whether it is all of it; else the last row may be cut.</param>
    public static IReadOnlyList<char> Find(string sample, bool isWhole)
    {
        var fits = Usual.Select(sign => (Sign: sign, Rows: Count(sample, sign, isWhole))).Where(one => one.Rows is [> 1, ..]).ToList();
        if (fits.Count == 0)
            return [Usual[0]];
        var best = fits.Max(one => Share(one.Rows));
        return [.. fits.Where(one => Share(one.Rows) == best).Select(one => one.Sign)];
    }

    /// <summary>The share of the rows that have a value for each header; one where there are no rows.</summary>
    private static double Share(List<int> counts) =>
        counts.Count == 1 ? 1 : counts.Skip(1).Count(count => count == counts[0]) / (double)(counts.Count - 1);

    /// <summary>How many values each record has that is not blank, the header first. A quote opens where a value begins.</summary>
    private static List<int> Count(string text, char sign, bool isWhole)
    {
        var counts = new List<int>();
        var (values, isQuoted, mayQuote, isBlank) = (1, false, true, true);
        foreach (var character in text)
        {
            if (isQuoted)
            {
                // A doubled quote closes here and opens again at once.
                (isQuoted, mayQuote) = (character != '"', character == '"');
                continue;
            }

            if (character is '\n' or '\r')
            {
                End();
                if (counts.Count == MostRows)
                    return counts;
                continue;
            }

            isBlank &= character == sign || char.IsWhiteSpace(character);
            values += character == sign ? 1 : 0;
            isQuoted = character == '"' && mayQuote;
            mayQuote = character == sign;
        }

        if (isWhole)
            End();
        return counts;

        void End()
        {
            if (!isBlank)
                counts.Add(values);
            (values, isQuoted, mayQuote, isBlank) = (1, false, true, true);
        }
    }
}
