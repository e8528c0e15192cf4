using Handoff.Languages;

namespace Handoff.Architecture.Tests.Languages;

/// <summary>The file that a translator fills in: every sentence of the code, with the Italian and what is filled in beside it.</summary>
internal static class LanguageSkeleton
{
    private static readonly (string Name, string Otherwise)[] Header =
    [
        ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit"), ("MIME-Version", "1.0"), ("Language", ""),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"), ("X-Culture", ""), ("X-Name", ""), ("X-Name-en", ""), ("X-Name-it", ""),
    ];

    /// <summary>Writes it; what is translated already stays, and what the code says no more goes.</summary>
    public static string Of(IEnumerable<CodeSentence> sentences, PortableObject filled)
    {
        var file = new StringWriter { NewLine = "\n" };
        file.WriteLine("# How to add a language: docs/languages.md. A sentence that is empty, or marked fuzzy, is said in English.");
        file.WriteLine("msgid \"\"");
        file.WriteLine("msgstr \"\"");
        foreach (var (name, otherwise) in Header)
            file.WriteLine(Quoted($"{name}: {filled.Header.GetValueOrDefault(name, otherwise)}\n"));

        foreach (var group in sentences.GroupBy(one => one.English, StringComparer.Ordinal))
        {
            var speakers = group.Select(one => one.Speaker).Distinct(StringComparer.Ordinal)
                .Where(speaker => filled.Sentences.ContainsKey((speaker, group.Key)));
            foreach (var speaker in speakers.Prepend(""))
            {
                var of = group.Where(one => speaker.Length == 0 || one.Speaker == speaker).ToList();
                file.WriteLine();
                foreach (var italian in of.Select(one => one.Italian).Distinct(StringComparer.Ordinal))
                    file.WriteLine($"#. {italian.ReplaceLineEndings("\\n")}");
                if (of[0].Parts.Count > 0)
                    file.WriteLine($"#. {string.Join(", ", of[0].Parts.Select((part, place) => $"{{{place}}}: {part}"))}");
                // Without the line: it would change with every change of the code.
                file.WriteLine($"#: {string.Join(' ', of.Select(one => one.At.Split(':')[0]).Distinct(StringComparer.Ordinal))}");
                if (speaker.Length > 0)
                    file.WriteLine($"msgctxt {Quoted(speaker)}");
                file.WriteLine($"msgid {Quoted(group.Key)}");
                file.WriteLine($"msgstr {Quoted(filled.Sentences.GetValueOrDefault((speaker, group.Key), ""))}");
            }
        }

        return file.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\t", "\\t")}\"";
}
