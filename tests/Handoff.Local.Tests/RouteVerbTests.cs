using Handoff.Local.Agreements;
using Handoff.Local.Verbs;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff route</c>: what the agreement would do with a lead, on paper.</summary>
public sealed class RouteVerbTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 30, 9, 0);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"handoff-route-{Guid.NewGuid():N}.json");

    [Fact]
    public void A_lead_is_played_to_the_end_of_its_ladder_with_reasons_deadlines_and_mails()
    {
        var (exit, told, error) = Route(
            """{"email":"ada@analytical.example","company":"Analytical Engines","country":"IT","form":"demo"}""");

        Assert.Equal((0, ""), (exit, error));
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.Contains("hot", StringComparison.Ordinal) && line.Contains("60", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("gets the lead", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("10:05", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("breached", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Marta Villa", StringComparison.Ordinal));
        Assert.Equal(
            ["First-contact", "Feedback"],
            lines.Where(line => line.StartsWith("If it were accepted, and called, at once: ", StringComparison.Ordinal))
                .Select(line => line.Split(": ")[1].Split(' ')[0]));
        Assert.StartsWith("Nothing was written.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_lead_is_played_the_same_again()
    {
        const string Lead = """{"email":"ada@analytical.example","country":"US","form":"demo"}""";

        Assert.Equal(Route(Lead), Route(Lead));
    }

    [Theory]
    [InlineData("""{"name":"Ada"}""", "email: Give an e-mail address, or else a phone number.")]
    [InlineData("[1]", "is no JSON object")]
    [InlineData("{", "is no JSON:")]
    public void What_is_no_lead_is_told(string lead, string says)
    {
        var (exit, told, error) = Route(lead);

        Assert.Equal((1, ""), (exit, told));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_not_there_is_told_with_those_that_are()
    {
        var (exit, _, error) = Route("{}", source: "none");

        Assert.Equal(1, exit);
        Assert.Contains("website", error, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private (int Exit, string Told, string Error) Route(string lead, string? source = null)
    {
        File.WriteAllText(_file, lead);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = RouteVerb.Run(FolderLoader.Sample, _file, source, from: null, Monday, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
