using System.Globalization;
using System.Text;

namespace Handoff.Qualification.Quality;

/// <summary>
/// Writes a name that is all capitals as names are written: <c>MARIO DE LUCA</c> is <c>Mario De Luca</c>. A name with a small letter in it
/// (<c>van der Berg</c>, <c>McDONALD</c>) stays as it is. What was written stays in the form.
/// </summary>
internal static class NameCapitals
{
    /// <summary>The name as it is shown.</summary>
    public static string Repair(string name)
    {
        var text = CultureInfo.InvariantCulture.TextInfo;
        var capitals = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLower(rune))
                return name;
            capitals += Rune.IsUpper(rune) ? 1 : 0;
        }

        // Initials, and scripts without a case, stay.
        if (capitals < 3)
            return name;
        return string.Join(' ', name.Split(' ').Select(word => Word(word, text)));
    }

    private static string Word(string word, TextInfo text)
    {
        if (word.Contains('.', StringComparison.Ordinal) || word is "II" or "III" or "IV")
            return word;
        var small = word.ToLowerInvariant();
        var written = new StringBuilder(small.Length);
        var starts = true;
        foreach (var letter in small)
        {
            written.Append(starts ? text.ToUpper(letter) : letter);
            starts = letter is '-' or '\'' or '’';
        }

        var whole = written.ToString();
        return whole.Length > 3 && whole.StartsWith("Mc", StringComparison.Ordinal)
            ? $"Mc{text.ToUpper(whole[2])}{whole[3..]}" : whole;
    }
}
