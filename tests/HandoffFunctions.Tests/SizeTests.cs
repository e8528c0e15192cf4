using System.Text.RegularExpressions;
using Handoff.Leads;

namespace HandoffFunctions.Tests;

/// <summary>
/// The app stays so thin that no rule finds room in it: it knows orchestrations and requests, and no word of the business.
/// </summary>
public sealed partial class SizeTests
{
    private static readonly string App = Path.Combine(Folder(), "src", "HandoffFunctions");

    [Theory]
    [InlineData("Orchestrations", 300)]
    [InlineData("Http", 60)]
    public void Its_parts_are_short(string part, int most) =>
        Assert.InRange(Files(part).Sum(path => File.ReadLines(path).Count()), 10, most);

    [Fact]
    public void No_word_of_the_business_is_in_it()
    {
        string[] words =
        [
            .. Enum.GetNames<LeadStatus>().Select(status => $"LeadStatus.{status}"),
                .. Enum.GetNames<MessageKind>().Select(kind => $"MessageKind.{kind}"),
            nameof(LeadStatus), nameof(MessageKind), nameof(Lead), nameof(LeadCommand), nameof(LeadEvent), nameof(Answer), nameof(Offer),
                nameof(Decision),
            nameof(Handoff.Agreements.Tier), nameof(Handoff.Agreements.ClockName), nameof(Handoff.Routing.Rota),
                nameof(Handoff.People.Team),
            "Rung", "Accept", "Decline", "Manager",
        ];
        var found = from path in Files("")
                    from word in Word().Matches(Comment().Replace(File.ReadAllText(path), "")).Select(match => match.Value)
                    where words.Contains(word, StringComparer.Ordinal)
                    select $"{Path.GetFileName(path)}: {word}";

        Assert.Empty(found);
    }

    private static IEnumerable<string> Files(string part) =>
        Directory.EnumerateFiles(Path.Combine(App, part), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HandoffFunctions.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }

    [GeneratedRegex(@"\w+(?:\.\w+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("//.*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
