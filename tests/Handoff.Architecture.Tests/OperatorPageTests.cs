using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The pages for operators name every act of the audit log and every event of the log, by the words that the logs have.</summary>
public sealed partial class OperatorPageTests
{
    [Fact]
    public void Every_act_that_the_audit_log_keeps_stands_in_the_table_and_no_other()
    {
        var kept = Act().Matches(Read("src/Handoff.Service/Auditing/Acts.cs")).Select(match => match.Groups["name"].Value);

        var told = FirstCells("docs/operations.md", "| act | by | on |")
            .SelectMany(cell => Word().Matches(cell)).Select(match => match.Groups["name"].Value);

        Assert.Equal(kept.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_of_the_log_stands_in_the_table_with_its_number_and_no_other()
    {
        var logged = Event().Matches(Read("src/Handoff.Service/Telemetry/LogEvents.cs"))
            .Select(match => $"{match.Groups["number"].Value} `{match.Groups["name"].Value}`");

        Assert.Equal(logged, FirstCells("docs/observability.md", "| event | it says | what to do |"));
    }

    [Fact]
    public void Every_event_of_the_log_is_logged_somewhere()
    {
        var source = Repository.SourceFiles().Select(File.ReadAllText).ToList();
        var names = Event().Matches(Read("src/Handoff.Service/Telemetry/LogEvents.cs")).Select(match => match.Groups["name"].Value);

        Assert.All(names, name => Assert.Contains(source, text => text.Contains($"LogEvents.{name}", StringComparison.Ordinal)));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static IEnumerable<string> FirstCells(string page, string head) => Read(page).Split('\n')
        .SkipWhile(line => line != head).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim());

    [GeneratedRegex("public const string \\w+ = \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Act();

    [GeneratedRegex("new\\((?<number>\\d+), nameof\\((?<name>\\w+)\\)\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Event();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
