using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary><c>docs/security.md</c> names a test for each threat; the page must not promise what no test shows.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    /// <summary>Every test of the repository as <c>class.method</c>.</summary>
    private static readonly HashSet<string> Tests = [.. TestFiles().SelectMany(NamesIn)];

    public static TheoryData<string> Threats => [.. Rows().Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Threats))]
    public void A_threat_has_what_stops_it_and_tests_that_are_there(string threat)
    {
        var row = Rows().Single(one => one[0] == threat);
        Assert.Equal(4, row.Length);
        Assert.All(row, cell => Assert.NotEmpty(cell));
        var named = Code().Matches(row[3]).Select(match => match.Groups["name"].Value).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, Tests));
    }

    [Fact]
    public void Every_class_of_security_tests_is_on_the_page() => Assert.All(
        TestFiles().Where(file => Repository.Relative(file).Contains("/Security/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension),
        name => Assert.Contains($"`{name}.", Page, StringComparison.Ordinal));

    [Fact]
    public void The_page_has_threats_and_the_repository_tests()
    {
        Assert.True(Rows().Count > 25);
        Assert.Contains("LinkTests.Opening_a_link_never_acts_whoever_opens_it_and_however_often", Tests);
        Assert.DoesNotContain("LinkTests.No_such_test", Tests);
    }

    /// <summary>The rows of the table of threats: threat, what could happen, what stops it, tests.</summary>
    private static List<string[]> Rows() =>
    [
        .. Page.Split('\n')
            .SkipWhile(line => !line.StartsWith("| threat |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static IEnumerable<string> TestFiles() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Repository.Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    private static IEnumerable<string> NamesIn(string file)
    {
        var text = File.ReadAllText(file);
        var classes = Class().Matches(text);
        return Method().Matches(text)
            .Select(method =>
            $"{classes.LastOrDefault(one => one.Index < method.Index)?.Groups["name"].Value}.{method.Groups["name"].Value}");
    }

    [GeneratedRegex(
        "`(?<name>[A-Za-z_0-9]+\\.[A-Za-z_0-9]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^public (?:sealed |abstract |static |partial )*class (?<name>\w+)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Class();

    [GeneratedRegex(
        @"\[(?:\w*Fact|\w*Theory)[\](][\s\S]{0,6000}?public (?:async )?(?:Task|void) (?<name>\w+)\(",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Method();
}
