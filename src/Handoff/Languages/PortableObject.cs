using System.Collections.Frozen;
using System.Text;

namespace Handoff.Languages;

/// <summary>
/// A file of gettext's PO format: what its header says, and its sentences. Those marked <c>fuzzy</c>, and those that are empty, are left
/// out. Forms of plurals stand in the sentences themselves, so <c>msgid_plural</c> is refused.
/// </summary>
public sealed record PortableObject(
    FrozenDictionary<string, string> Header, FrozenDictionary<(string Speaker, string English), string> Sentences)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is none of the format, or a sentence stands twice.</exception>
    public static PortableObject Read(string file)
    {
        var sentences = new Dictionary<(string, string), string>();
        var (header, entry, number) = ("", new Entry(), 0);
        foreach (var line in file.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.StartsWith("#, ", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal))
                (entry = Ended(entry)).IsFuzzy = true;
            else if (line.Length == 0 || line[0] == '#')
                entry = Ended(entry);
            else if (line.StartsWith("msgctxt ", StringComparison.Ordinal))
                (entry = Ended(entry)).Begin(entry.Speaker, line[8..], number);
            else if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                if (entry.English.Length > 0 || entry.Said.Length > 0)
                    entry = Ended(entry);
                entry.Begin(entry.English, line[6..], number);
            }
            else if (line.StartsWith("msgstr ", StringComparison.Ordinal))
                entry.Begin(entry.Said, line[7..], number);
            else
                entry.Go(line, number);
        }

        Ended(entry);
        return new(Fields(header), sentences.ToFrozenDictionary());

        Entry Ended(Entry one)
        {
            if (!one.IsBegun)
                return one;
            if (one.English.Length == 0)
                header = one.Said.ToString();
            else if (one is { IsFuzzy: false, Said.Length: > 0 }
                && !sentences.TryAdd((one.Speaker.ToString(), one.English.ToString()), one.Said.ToString()))
                throw new FormatException(FormattableString.Invariant($"Line {number}: it stands twice: {one.English}"));
            return new();
        }
    }

    private static FrozenDictionary<string, string> Fields(string header) => header
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(field => field[0], field => field.Length > 1 ? field[1].Trim() : "", StringComparer.OrdinalIgnoreCase);

    private sealed class Entry
    {
        private StringBuilder? _now;

        public StringBuilder Speaker { get; } = new();

        public StringBuilder English { get; } = new();

        public StringBuilder Said { get; } = new();

        public bool IsFuzzy { get; set; }

        public bool IsBegun => _now is not null;

        public void Begin(StringBuilder part, string text, int line)
        {
            _now = part;
            Go(text, line);
        }

        public void Go(string text, int line)
        {
            if (_now is null || text is not ['"', .., '"'] || text.Length < 2)
                throw new FormatException(FormattableString.Invariant($"Line {line} is none of a PO file: {text}"));
            for (var at = 1; at < text.Length - 1; at++)
                _now.Append(text[at] != '\\' ? text[at] : text[++at] switch { 'n' => '\n', 't' => '\t', var other => other });
        }
    }
}
