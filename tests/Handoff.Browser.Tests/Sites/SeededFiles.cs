using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Handoff.Local.Agreements;
using Handoff.People;

namespace Handoff.Browser.Tests.Sites;

/// <summary>The sample's files for a site on which everybody reads one language.</summary>
internal sealed partial class SeededFiles(Language language)
{
    private const string Consent = "consent: { field: privacy, purpose: contact, text: first }";

    /// <summary>A folder with them, from which a host starts.</summary>
    public string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("handoff-agreement-").FullName;
        var sample = Directory.EnumerateFiles(FolderLoader.Sample)
            .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        foreach (var (name, text) in Ours(sample))
            File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    /// <summary>As it is signed from now on.</summary>
    public ImmutableDictionary<string, string> Signed(ImmutableDictionary<string, string> files, string version, int points) =>
        Ours(files).SetItem("agreement.yaml", Named(files)["agreement.yaml"]
            .Replace("agreement: 2026-11", $"agreement: {version}\nsigning: required", StringComparison.Ordinal)
            .Replace("points: 20,", $"points: {points},", StringComparison.Ordinal));

    /// <summary>
    /// Everybody reads the language, and the website asks for consent. A language of a file has the Italian names, of which the sample has
    /// none of its own: so no word on a page is English for want of another.
    /// </summary>
    private ImmutableDictionary<string, string> Ours(ImmutableDictionary<string, string> sample)
    {
        var files = Named(sample);
        // Other words are another agreement.
        if (language.IsOfFile)
        {
            var agreement = files["agreement.yaml"].Replace("agreement: 2026-11", "agreement: 2026-11b", StringComparison.Ordinal);
            files = files.SetItem("agreement.yaml", agreement);
        }

        return files
            .SetItem("people.yaml", Spoken().Replace(files["people.yaml"], $"language: {language.Tag}"))
            .SetItem(
                "sources.yaml", files["sources.yaml"].Replace("    honeypot:", $"    {Consent}\n    honeypot:", StringComparison.Ordinal));
    }

    private ImmutableDictionary<string, string> Named(ImmutableDictionary<string, string> files) => language.IsOfFile
        ? files.ToImmutableDictionary(
            file => file.Key,
            file => Italian().Replace(file.Value, $"$0, {language.Tag}: ${{italian}}").Replace("head of, ", "", StringComparison.Ordinal))
        : files;

    [GeneratedRegex(@"(?<=\ben: .*), +it: (?<italian>.+?)(?= \})", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Italian();

    [GeneratedRegex(@"language: (it|en)\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Spoken();
}
