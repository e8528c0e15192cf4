using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The page for operators names every act that the audit log keeps, by the word that the log has.</summary>
public sealed partial class AuditPageTests
{
    [Fact]
    public void Every_act_that_the_log_keeps_stands_in_the_table_and_no_other()
    {
        var kept = Act().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/Handoff.Service/Auditing/Acts.cs")))
            .Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal);
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs/operations.md"));
        var told = page.SkipWhile(line => line != "| act | by | on |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => Word().Matches(line.Split('|')[1])).Select(match => match.Groups["name"].Value)
            .Order(StringComparer.Ordinal);

        Assert.Equal(kept, told);
    }

    [GeneratedRegex("public const string \\w+ = \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Act();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
