using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>Every test that is written is run.</summary>
public sealed partial class TheoryTests
{
    /// <summary>
    /// The runner lists no row of which it would have to make a language, and says nothing: such a test takes the language's tag.
    /// </summary>
    [Fact]
    public void No_theory_takes_a_language_from_the_text_of_a_row() => Assert.Empty(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split('/', '\\').Any(part => part is "obj" or "bin"))
            .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n"))
            .Where(part => part.Contains("[InlineData(", StringComparison.Ordinal))
            .Select(part => Signature().Match(part))
            .Where(method => method.Success && LanguageParameter().IsMatch(method.Groups["parameters"].Value))
            .Select(method => method.Groups["name"].Value));

    [GeneratedRegex(@"public [^\n(]*?(?<name>\w+)\((?<parameters>[^)]*)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\bLanguage \w+", RegexOptions.None, 1_000)]
    private static partial Regex LanguageParameter();
}
