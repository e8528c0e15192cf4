using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>What a page leads to, and each page that the code names, is there.</summary>
public sealed partial class DocumentLinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Documents().Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file_and_a_heading(string page)
    {
        var file = Path.Combine(Repository.Root, page);
        foreach (var target in Link().Matches(WithoutCode(File.ReadAllText(file))).Select(match => match.Groups["to"].Value))
        {
            var (path, heading) = Split(target);
            var there = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
            Assert.True(File.Exists(there) || Directory.Exists(there), $"{page} leads to {target}, which is not there.");
            if (heading.Length > 0)
                Assert.Contains(heading, Anchors(File.ReadAllText(there)));
        }
    }

    [Fact]
    public void Every_page_that_the_code_names_is_there()
    {
        var named = Repository.WrittenFiles()
            .SelectMany(
                file => Named().Matches(File.ReadAllText(file))
                .Select(match => (File: Repository.Relative(file), Page: match.Groups["page"].Value)))
            .ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, one => !File.Exists(Path.Combine(Repository.Root, "docs", one.Page)));
    }

    private static (string Path, string Heading) Split(string target) =>
        target.Split('#') is [var path, var heading] ? (path, heading) : (target, "");

    private static string WithoutCode(string text) => Code().Replace(text, "");

    // As GitHub makes them: lower case, hyphens for spaces, no other signs.
    private static IEnumerable<string> Anchors(string text) => HeadingLine().Matches(text)
        .Select(match => NoAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant().Trim(), "").Replace(' ', '-'));

    [GeneratedRegex(
        @"\]\((?!https?:|mailto:)(?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(
        "^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NoAnchor();

    [GeneratedRegex(
        @"\bdocs/(?<page>[a-z0-9/_-]+\.md)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();
}
