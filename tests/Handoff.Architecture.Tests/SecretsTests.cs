using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>What a secret is compared by must not tell, by its time, how much of a guess was right.</summary>
public sealed partial class SecretsTests
{
    /// <summary>Where keys, tokens and sessions come in.</summary>
    private static readonly string[] Doors =
    [
        "src/Handoff.Web/Access/", "src/Handoff.Web/Desk/", "src/Handoff.Web/SignIn/", "src/Handoff.Web/Links/", "src/Handoff.Web/Events/",
            "src/Handoff.Web/Intake/",
        "src/Handoff.Service/Intake/", "src/Handoff.Service/SignIn/", "src/Handoff.Service/Links/",
    ];

    // It compares what was sent with itself, decoded and encoded again; nothing secret is in it.
    private const string SameText = "return token.Equals(Base64Url.EncodeToString(bytes), StringComparison.Ordinal)";

    [Fact]
    public void No_secret_is_compared_as_text_or_byte_by_byte() => Assert.DoesNotContain(
        DoorFiles().SelectMany(file => File.ReadLines(file).Select(line => $"{Repository.Relative(file)}: {line.Trim()}")),
        line => IsTelling(line) && !line.Contains(SameText, StringComparison.Ordinal));

    [Theory]
    [InlineData("src/Handoff.Web/Access/AdminKeys.cs")]
    [InlineData("src/Handoff.Service/Intake/SourceKeys.cs")]
    [InlineData("src/Handoff.Web/Desk/FormTokens.cs")]
    public void Keys_and_tokens_are_compared_in_constant_time(string file) => Assert.Contains(
        "CryptographicOperations.FixedTimeEquals(", File.ReadAllText(Path.Combine(Repository.Root, file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("if (source.Key == key)", true)]
    [InlineData("return string.Equals(given, adminKey, StringComparison.Ordinal);", true)]
    [InlineData("token.AsSpan().SequenceEqual(right)", true)]
    [InlineData("CryptographicOperations.FixedTimeEquals(right, key)", false)]
    [InlineData("if (key is null || session == null)", false)]
    [InlineData("var key = request.Query[\"key\"];", false)]
    public void The_ban_finds_what_it_should(string line, bool isTelling) => Assert.Equal(isTelling, IsTelling(line));

    private static List<string> DoorFiles()
    {
        var files = Repository.SourceFiles()
            .Where(file => Doors.Any(door => Repository.Relative(file).StartsWith(door, StringComparison.Ordinal))).ToList();
        Assert.All(Doors, door => Assert.Contains(files, file => Repository.Relative(file).StartsWith(door, StringComparison.Ordinal)));
        return files;
    }

    private static bool IsTelling(string line) => Comparison().IsMatch(line);

    [GeneratedRegex(
        """
        \w*(?:key|token|secret|signature|password)\s*(?:==|!=)\s*(?!null)[\w.]|(?:==|!=)\s*[\w.]*(?:key|token|secret|signature|password)\b
        |(?<!FixedTime)(?:Equals|SequenceEqual|CompareOrdinal)\([^)]*\b\w*(?:key|token|secret|signature|password)\b
        |\b\w*(?:key|token|secret|signature|password)(?:\.AsSpan\(\))?\.(?:Equals|SequenceEqual|CompareTo)\(
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comparison();
}
