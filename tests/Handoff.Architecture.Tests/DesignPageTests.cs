using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The code cites <c>docs/design.md</c> by section and by promise; what it cites must be there.</summary>
public sealed partial class DesignPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "design.md"));

    private static readonly int[] Sections = [.. Numbers(Heading(), Page)];

    private static readonly int[] Promises =
        [.. Numbers(Item(), Page[Page.IndexOf("## 3.", StringComparison.Ordinal)..Page.IndexOf("## 4.", StringComparison.Ordinal)])];

    [Fact]
    public void The_page_has_nine_sections_and_eight_promises()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], Sections);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Promises);
    }

    [Fact]
    public void Each_section_that_the_code_cites_is_there() => AssertCited(Section(), Sections);

    [Fact]
    public void Each_promise_that_the_code_cites_is_there() => AssertCited(Promise(), Promises);

    private static void AssertCited(Regex citation, int[] known)
    {
        var cited = Repository.WrittenFiles()
            .SelectMany(
                file => Numbers(citation, OnOneLine(File.ReadAllText(file))).Select(number => (File: Repository.Relative(file), number)))
            .ToList();
        Assert.True(cited.Count > 30, "Few citations were found: this test reads them wrongly.");
        Assert.DoesNotContain(cited, one => !known.Contains(one.number));
    }

    // A citation may be broken over two lines of a comment.
    private static string OnOneLine(string text) => Break().Replace(text, " ");

    private static IEnumerable<int> Numbers(Regex pattern, string text) => pattern.Matches(text)
        .SelectMany(match => match.Groups["number"].Captures)
        .Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^## (?<number>\d+)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<number>\d+)\. ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Item();

    [GeneratedRegex(
        @"\bdesign,? sections? (?<number>\d+)(?:(?:,| and| to) (?<number>\d+))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Section();

    [GeneratedRegex(
        @"\bpromises? (?<number>\d+)(?:(?:,| and| to) (?<number>\d+))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\s*\n\s*(?:///?\s*)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Break();
}
