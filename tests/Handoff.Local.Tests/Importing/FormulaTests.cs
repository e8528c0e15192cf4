using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary>A file of errors is opened in a spreadsheet, and then imported again.</summary>
public sealed class FormulaTests
{
    [Fact]
    public async Task What_a_spreadsheet_would_run_is_written_as_text_and_imported_as_it_was()
    {
        using var folder = new ImportFolder();
        folder.With(
            "leads.csv",
            "Email,Name,Company,Phone,=Notes\nno address,=1+1,@SUM(A1),-5,'=x\nstill none, =cmd|' /C calc'!A0,\"\t=1\",+,plain\n");

        await folder.ImportAsync("leads.csv");

        var errors = folder.Read("leads.errors.csv");
        var cells = errors.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(line => line.Split(','))
            .Select(cell => cell.Trim('"').TrimStart());
        Assert.DoesNotContain(cells, cell => cell is ['=' or '+' or '-' or '@', ..]);
        Assert.Contains("'=1+1,'@SUM(A1),'-5,''=x", errors, StringComparison.Ordinal);

        // Corrected where it has to be, and left as it is for the rest.
        folder.With("leads.errors.csv", errors.Replace("no address", "ada@analytical.example", StringComparison.Ordinal));
        await folder.ImportAsync("leads.errors.csv");
        var again = folder.Read("leads.errors.2.csv");
        Assert.Contains("\"' =cmd|' /C calc'!A0\"".Trim('"'), again, StringComparison.Ordinal);
        Assert.DoesNotContain("''=1", again, StringComparison.Ordinal);
        Assert.Equal(1, await folder.LeadsAsync());
    }
}
