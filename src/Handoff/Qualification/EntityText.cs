using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Handoff.Qualification;

/// <summary>Takes back what a form plugin did to a text before it sent it: <c>O&amp;#039;Brien</c> is O'Brien.</summary>
internal static class EntityText
{
    private const int Longest = 10;

    /// <summary>The names of the signs 160 to 255, in their order, as PHP's <c>htmlentities</c> writes them.</summary>
    private const string Latin =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
        + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
        + "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
        + "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
        + "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
        + "thorn yuml";

    /// <summary>What the numbers 128 to 159 mean in the pages that write them: the signs of Windows-1252.</summary>
    private const string Windows = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    private static readonly FrozenDictionary<string, string> Names = Latin.Split(' ')
        .Select((name, place) => KeyValuePair.Create(name, ((char)(160 + place)).ToString()))
        .Concat(
        [
            new("amp", "&"), new("lt", "<"), new("gt", ">"), new("quot", "\""), new("apos", "'"), new("ndash", "–"), new("mdash", "—"),
            new("lsquo", "‘"), new("rsquo", "’"), new("sbquo", "‚"), new("ldquo", "“"), new("rdquo", "”"), new("bdquo", "„"),
            new("hellip", "…"), new("euro", "€"), new("bull", "•"), new("trade", "™"), new("OElig", "Œ"), new("oelig", "œ"),
            new("Scaron", "Š"), new("scaron", "š"), new("Yuml", "Ÿ"),
        ])
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Every entity of HTML as the sign that it stands for, once: <c>&amp;amp;lt;</c> is <c>&amp;lt;</c>. What is none stays as it is.
    /// </summary>
    public static string Decode(string text)
    {
        var next = text.IndexOf('&', StringComparison.Ordinal);
        if (next < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        var from = 0;
        for (; next >= 0; next = text.IndexOf('&', next + 1))
        {
            var length = text.AsSpan(next, Math.Min(Longest, text.Length - next)).IndexOf(';');
            if (length < 0 || Sign(text[(next + 1)..(next + length)]) is not { } sign)
                continue;
            decoded.Append(text, from, next - from).Append(sign);
            from = next + length + 1;
            next = from - 1;
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }

    private static string? Sign(string name)
    {
        if (!name.StartsWith('#'))
            return Names.GetValueOrDefault(name);
        var isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(name.AsSpan(isHexadecimal ? 2 : 1), style, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number is >= 128 and < 160)
            return Windows[number - 128] is var sign and not '\0' ? sign.ToString() : null;
        return number > 0 && Rune.TryCreate(number, out var rune) ? rune.ToString() : null;
    }
}
