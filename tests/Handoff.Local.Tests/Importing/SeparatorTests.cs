using Handoff.Local.Importing;
using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary>What parts the values of a file: the rows tell, not the header alone.</summary>
public sealed class SeparatorTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ",")]
    [InlineData("a;b\n1;2\n", ";")]
    [InlineData("a\tb\n1\t2\n", "\t")]
    [InlineData("a|b\n1|2\n", "|")]
    [InlineData("Name, full;Email, work;Company\nAda Lo;ada@firma.example;Firma, Srl\n", ";")]
    [InlineData("Name, full;Email, work\nAda Lo;a@b.example\n", ";")]
    [InlineData("Name; full,Email\nAda,a@b.example\n", ",")]
    [InlineData("Name,Email;Work\nAda,a@b.example\nBob,b@b.example\n", ",")]
    [InlineData("\"Name, full\",Email\n\"Lo, Ada\",a@b.example\n", ",")]
    [InlineData("\"a;b\",c\n\"1;2;3\",4\n", ",")]
    [InlineData("a,b\n\"1\n;2;\",3\n", ",")]
    [InlineData("a,b\n\"x \"\"y;z\"\";\",3\n", ",")]
    [InlineData("a;b\n5\" pipe;2\n6\" pipe, long;3\n", ";")]
    [InlineData("a;b\r\n1;2\r\n\r\n3;4\r\n", ";")]
    [InlineData("a;b;c\n1;2\n1,5;2;3\n1;2;3\n", ";")]
    [InlineData("\n\na;b\n1;2\n", ";")]
    [InlineData("Email\na@b.example\n", ",")]
    [InlineData("Email\na@b.example;x\n", ",")]
    [InlineData("a,b", ",")]
    [InlineData("Name;Email\nLo, Ada;a@b.example\nBee, Bob;b@b.example\n", ";")]
    [InlineData("First, Last;Email\nLo, Ada;a@b.example\n", ",;")]
    [InlineData("Name, full;Email", ",;")]
    [InlineData("a,b|c\n1,2|3\n4,5|6\n", ",|")]
    public void The_sign_by_which_the_rows_fit_the_header_parts_them(string text, string separators) =>
        Assert.Equal(separators, string.Concat(CsvSeparator.Find(text, isWhole: true)));

    [Fact]
    public void A_row_that_the_sample_cuts_does_not_count() => Assert.Equal([';'], CsvSeparator.Find("a;b,c\n1;2\n3,4", isWhole: false));

    [Fact]
    public async Task Commas_in_the_header_of_a_file_with_semicolons_mislead_nobody()
    {
        using var folder = new ImportFolder().With("leads.csv", "Name, full;Email, work;Company\nAda Lo;ada@firma.example;Firma, Srl\n");

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true });

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Matches("Email, work +email\r?\n", run.Out);
        Assert.Matches("not usable +0", run.Out);
    }

    [Fact]
    public async Task Where_both_fit_somebody_has_to_say()
    {
        using var folder = new ImportFolder().With("leads.csv", "First, Last;Email\nLo, Ada;a@b.example\n");

        var asked = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true });
        var said = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true, Separator = ';' });

        Assert.Equal(1, asked.Exit);
        Assert.Contains("may be parted by ',' or ';'. Say which: --separator.", asked.Error, StringComparison.Ordinal);
        Assert.Equal(0, said.Exit);
    }
}
