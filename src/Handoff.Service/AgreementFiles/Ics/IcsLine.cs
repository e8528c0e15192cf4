using System.Collections.Immutable;
using System.Text;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>A property of an <c>.ics</c> file, unfolded (RFC 5545, section 3.1).</summary>
/// <param name="Number">The line on which it begins, from 1.</param>
/// <param name="Value">What stands behind the colon, without spaces around it.</param>
/// <param name="Parameters">What stands between name and colon: names in capitals, values without quotes.</param>
internal sealed record IcsLine(int Number, string Name, string Value, ImmutableDictionary<string, string> Parameters)
{
    // Their values hold no colon, and their time zones are written with one and without quotes: (UTC+01:00) Amsterdam.
    private static readonly ImmutableHashSet<string> OfTimes = ["DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE", "DTSTAMP"];

    /// <summary>A parameter's value, or null.</summary>
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The properties of a file in order; a line that is none is told, and nothing follows it.</summary>
    public static IEnumerable<IcsLine> Read(string text, IcsTrouble trouble)
    {
        foreach (var (number, line) in Unfold(text))
        {
            if (Read(number, line) is { } read)
            {
                yield return read;
                continue;
            }

            trouble.Tell(number, $"'{ShownText.Quote(line)}' is no property of a calendar, which is a name, a colon and a value");
            yield break;
        }
    }

    private static IEnumerable<(int Number, string Line)> Unfold(string text)
    {
        using var lines = new StringReader(text);
        var (current, began) = (new StringBuilder(), 0);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (current.Length > 0 && line.Length > 0 && line[0] is ' ' or '\t')
            {
                current.Append(line, 1, line.Length - 1);
                continue;
            }

            if (current.Length > 0)
                yield return (began, current.ToString());
            current.Clear().Append(line.Trim().TrimStart('\uFEFF'));
            began = number;
        }

        if (current.Length > 0)
            yield return (began, current.ToString());
    }

    private static IcsLine? Read(int number, string line)
    {
        var end = line.AsSpan().IndexOfAny(';', ':');
        if (end <= 0 || !line.AsSpan(0, end).ContainsOnlyName())
            return null;
        var name = line[..end].ToUpperInvariant();
        var colon = OfTimes.Contains(name) ? line.LastIndexOf(':') : IndexOutsideQuotes(line, ':', end);
        if (colon < end)
            return null;
        var parameters = ImmutableDictionary<string, string>.Empty;
        for (var from = end; from < colon;)
        {
            var to = IndexOutsideQuotes(line, ';', from + 1);
            to = to < 0 || to > colon ? colon : to;
            var parameter = line[(from + 1)..to];
            if (parameter.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                parameters = parameters.SetItem(parameter[..equals].Trim().ToUpperInvariant(), parameter[(equals + 1)..].Trim().Trim('"'));
            from = to;
        }

        return new IcsLine(number, name, line[(colon + 1)..].Trim(), parameters);
    }

    private static int IndexOutsideQuotes(string line, char sought, int from)
    {
        var quoted = false;
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '"')
                quoted = !quoted;
            else if (line[at] == sought && !quoted)
                return at;
        }

        return -1;
    }
}

/// <summary>What a property's name may be made of.</summary>
file static class IcsName
{
    public static bool ContainsOnlyName(this ReadOnlySpan<char> name)
    {
        foreach (var one in name)
        {
            if (!char.IsAsciiLetterOrDigit(one) && one is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }
}
