using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>A decision is read in a minute: dated, with its context, options, choice and price.</summary>
public sealed partial class DecisionRecordTests
{
    private const int FewestWords = 150;
    private const int MostWords = 300;
    private const int MostWordsOfBenchmarks = 800;

    private static readonly string[] Parts = ["## Context", "## Options", "## Choice", "## Price"];

    public static TheoryData<string> Records =>
        [.. Repository.Documents().Select(Repository.Relative).Where(page => Record().IsMatch(page))];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_is_dated_and_says_its_context_options_choice_and_price_in_few_words(string page)
    {
        var lines = Read(page);

        Assert.Matches(Dated(), lines[2]);
        Assert.Equal(Parts, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.InRange(WordsBesideTables(lines), FewestWords, MostWords);
    }

    [Fact]
    public void The_page_of_benchmarks_is_short_beside_its_tables() =>
        Assert.InRange(WordsBesideTables(Read("docs/benchmarks.md")), 1, MostWordsOfBenchmarks);

    private static string[] Read(string page) => File.ReadAllLines(Path.Combine(Repository.Root, page));

    private static int WordsBesideTables(IEnumerable<string> lines) => lines
        .Where(line => !line.StartsWith('|') && !line.StartsWith("<!--", StringComparison.Ordinal))
        .Sum(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    [GeneratedRegex(@"^docs/decisions/\d{4}-[a-z0-9-]+\.md$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Record();

    [GeneratedRegex(@"^\d{1,2} [A-Z][a-z]+ 20\d\d\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Dated();
}
