using System.Text;

namespace Handoff.Qualification;

/// <summary>Turns any posted name into one of ours: lower-case snake_case.</summary>
internal static class FieldName
{
    private const int Longest = 64;

    /// <summary>
    /// <c>First Name</c>, <c>firstName</c> and <c>first-name</c> are <c>first_name</c>; <c>fields[email]</c> is <c>fields_email</c>;
    /// accents are dropped, letters of other scripts stay. A name of which nothing is left is <c>field</c>. At most 64 characters.
    /// </summary>
    public static string Of(string posted)
    {
        if (IsOurs(posted))
            return posted;
        var name = new StringBuilder(posted.Length);
        foreach (var character in FoldedText.Of(WordsParted(posted)))
        {
            if (name.Length == Longest)
                break;
            if (char.IsLetterOrDigit(character))
                name.Append(character);
            else if (name.Length > 0 && name[^1] != '_')
                name.Append('_');
        }

        while (name.Length > 0 && name[^1] == '_')
            name.Length--;
        return name.Length == 0 ? "field" : name.ToString();
    }

    private static bool IsOurs(string name)
    {
        if (name.Length is 0 or > Longest || name[0] == '_' || name[^1] == '_' || name.Contains("__", StringComparison.Ordinal))
            return false;
        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return true;
    }

    /// <summary>A space before each capital that follows a small letter.</summary>
    private static string WordsParted(string posted)
    {
        var parted = new StringBuilder(Math.Min(posted.Length, 4 * Longest) + 8);
        for (var at = 0; at < posted.Length && at < 4 * Longest; at++)
        {
            if (at > 0 && char.IsUpper(posted[at]) && char.IsLower(posted[at - 1]))
                parted.Append(' ');
            parted.Append(posted[at]);
        }

        return parted.ToString();
    }
}
