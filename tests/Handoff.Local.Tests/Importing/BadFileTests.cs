using System.Text;
using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary>A file that is not what it should be is refused before anything is stored, with the line and what to do.</summary>
public sealed class BadFileTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\r\n \n", "is empty")]
    [InlineData("Email,Name\n\n", "has no rows below its header")]
    [InlineData("Name,Company\nAda,AE\n", "No column is an e-mail address or a phone number")]
    [InlineData("Email,Name\na@b.example,x\n\"c@d.example,x\n", "leads.csv:3: a quoted value that begins here is not closed")]
    [InlineData(
        "Email,Name\n\"a@b.example\",\"x\ny\"\n\"c\"d@d.example,x\n",
        "leads.csv:4: a quoted value that begins here is not closed, or something follows its closing quote")]
    [InlineData("sep=\"\nEmail\"Name\na@b.example\"x\n", "No column is an e-mail address")]
    [InlineData("a\0\0,b\n", "is not a text file")]
    [InlineData("PK\u0003\u0004word", "is a workbook")]
    public async Task It_is_refused(string content, string why)
    {
        using var folder = new ImportFolder().With("leads.csv", content);

        var run = await folder.ImportAsync("leads.csv");

        Assert.Equal(1, run.Exit);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_folder_are_refused()
    {
        using var folder = new ImportFolder();

        Assert.Contains("cannot be read", (await folder.ImportAsync("none.csv")).Error, StringComparison.Ordinal);
        Assert.Contains("is a folder", (await folder.ImportAsync("")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_not_guessed_but_can_be_said()
    {
        var latin = Encoding.Latin1.GetBytes("Email,Name\na@b.example,Ada\nz@b.example,Zo\u00EB\n");
        using var folder = new ImportFolder().With("leads.csv", latin);

        var run = await folder.ImportAsync("leads.csv");

        Assert.Contains("leads.csv:3: this is not utf-8", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            0, (await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Encoding = "windows-1252", DryRun = true })).Exit);
        Assert.Contains(
            "no such encoding", (await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Encoding = "latin-9000" })).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task A_mark_at_the_beginning_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var folder = new ImportFolder()
            .With("leads.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("\"E-mail\"\tName\na@b.example\tZo\u00EB\n")]);

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true });

        Assert.Equal(0, run.Exit);
        Assert.Matches("  E-mail  email\r?\n", run.Out);
    }

    [Theory]
    [InlineData("sep=|\nEmail|Name\na@b.example|x\n")]
    [InlineData("Email|Name\r\na@b.example|\"x, y; z\"\r\n")]
    [InlineData("\"a;b\"|Email|c\rx|a@b.example|y\r")]
    public async Task The_separator_is_found(string content)
    {
        using var folder = new ImportFolder().With("leads.csv", content);

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true });

        Assert.Equal(0, run.Exit);
        Assert.Contains("1 row, utf-8, separated by '|'", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_hundred_megabytes_is_refused_without_being_held()
    {
        using var folder = new ImportFolder();
        await using (var file = new StreamWriter(folder.PathOf("leads.csv")))
        {
            await file.WriteAsync("Email,Name\na@b.example,x\nb@b.example,");
            var block = new string('x', 1 << 20);
            for (var blocks = 0; blocks < 100; blocks++)
                await file.WriteAsync(block);
        }

        var before = GC.GetTotalAllocatedBytes();
        var run = await folder.ImportAsync("leads.csv");

        Assert.Contains("leads.csv:3: what begins here is longer than a lead can be", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 500L << 20);
    }

    [Fact]
    public async Task A_row_with_more_values_than_headers_is_an_error_and_one_with_fewer_is_read()
    {
        using var folder = new ImportFolder().With("leads.csv", "Email,Name,Company\na@b.example\nb@b.example,x,y,z\nc@b.example,x,y,\n");

        var run = await folder.ImportAsync("leads.csv");

        Assert.Contains("2 of 3 rows are in", run.Out, StringComparison.Ordinal);
        Assert.Contains("3,There are 4 values under 3 headers", folder.Read("leads.errors.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_errors_are_not_written_over_the_file_that_is_read()
    {
        using var folder = new ImportFolder().With("leads.csv", "Email\nx\n");

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Errors = folder.PathOf("leads.csv") });

        Assert.Equal((1, "Email\nx\n"), (run.Exit, folder.Read("leads.csv")));
    }
}
