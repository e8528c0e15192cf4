using System.Text.RegularExpressions;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary>The dry run, the import into a folder and the import through a host say the same of the same file.</summary>
public sealed partial class SameAnswerTests
{
    [Theory]
    [InlineData("website")]
    [InlineData("demo-form")]
    public async Task Of_an_export_with_hundreds_of_columns_only_what_is_used_is_sent(string source)
    {
        var answers = await AnswersAsync(Export(250), source);

        Assert.All(answers, answer => Assert.Equal((0, source == "website" ? "0 4 0 0" : "4 0 0 0"), answer));
    }

    [Fact]
    public async Task Of_rows_that_cannot_be_used_and_of_one_that_is_too_large()
    {
        var large = string.Concat(Enumerable.Repeat("\u00E8", 600_000));

        var answers = await AnswersAsync($"Email,Form,Message\na@b.example,demo,x\nnobody,demo,x\nc@d.example,demo,{large}\n", "website");

        Assert.All(answers, answer => Assert.Equal((1, "1 0 0 2"), answer));
    }

    [Fact]
    public async Task A_column_that_a_map_names_is_sent_and_the_others_are_told()
    {
        using var folder = new ImportFolder().With("leads.csv", Export(2));

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true, Map = [new("form", "Property 2")] });

        Assert.Matches(@"Property 1\s+left out: no map and no rule uses it", run.Out);
        Assert.Matches(@"Property 2\s+form \(--map\)", run.Out);
    }

    private static string Export(int properties)
    {
        var more = Enumerable.Range(1, properties).ToArray();
        var names = string.Join(',', more.Select(at => $"Property {at}"));
        var header = $"Record ID,First Name,Last Name,Email,Phone Number,Company Name,Country/Region,{names}";
        var rows = Enumerable.Range(0, 4).Select(row =>
            $"{row},Ada,Test{row},ada{row}@firma{row}.example,,Firma {row},Italy,"
            + string.Join(',', more.Select(_ => row == 3 ? "" : "x")));
        return $"{header}\n{string.Join('\n', rows)}\n";
    }

    private static async Task<(int Exit, string Counts)[]> AnswersAsync(string csv, string source)
    {
        using var folder = new ImportFolder().With("leads.csv", csv);
        await using var host = await RunningHost.StartAsync();
        var options = folder.Options("leads.csv") with { Source = source };
        return
        [
            Told(await ImportFolder.ImportAsync(options with { DryRun = true })),
            Told(await ImportFolder.ImportAsync(options)),
            Told(await ImportFolder.ImportAsync(options with { Url = host.Http.BaseAddress })),
        ];
    }

    private static (int Exit, string Counts) Told(Run run) =>
        (run.Exit, string.Join(' ', Counts().Matches(run.Out).Select(count => count.Groups["count"].Value)));

    [GeneratedRegex(@"^  (?:qualified|below the points|duplicates|not usable) +(?<count>\d+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Counts();
}
