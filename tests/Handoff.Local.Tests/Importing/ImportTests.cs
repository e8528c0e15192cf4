using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary><c>handoff import</c> into a data folder: what comes in, what does not, and what a second run changes.</summary>
public sealed class ImportTests
{
    private const string Fair = """"
        Nome;Cognome;E-mail Address;Azienda;Telefono;Paese;Form;Note
        Ada;Lovelace;ada@analytical.example;"Analytical; Engines";+39 06 1234567;Italia;demo;"riga uno
        riga ""due"""
        Bob;Bee;bob@gmail.com;;;IT;newsletter;

        Ada;L.;ADA@analytical.example;AE;;IT;demo;
        No;Body;nobody;X;12;IT;demo;"a ""quoted""; word"

        """";

    [Fact]
    public async Task Rows_come_in_as_a_webhook_would_take_them()
    {
        using var folder = new ImportFolder().With("leads.csv", "\uFEFF" + Fair);

        var run = await folder.ImportAsync("leads.csv");

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("3 of 4 rows are in, 3 of them new", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"qualified +1 +hot 1\s", run.Out);
        Assert.Matches(@"below the points +1 ", run.Out);
        Assert.Matches(@"duplicates +1 ", run.Out);
        Assert.Matches(@"not usable +1\s", run.Out);
        Assert.Equal(3, await folder.LeadsAsync());
    }

    [Fact]
    public async Task Each_column_is_told_before_anything_is_stored()
    {
        using var folder = new ImportFolder().With("leads.csv", Fair);

        var said = (await folder.ImportAsync("leads.csv")).Out;

        Assert.Matches("E-mail Address  email\r?\n", said);
        Assert.Matches("Note            message\r?\n", said);
        Assert.True(said.IndexOf("E-mail Address", StringComparison.Ordinal) < said.IndexOf("rows are in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_stands_in_the_errors_with_its_line_and_can_be_corrected_and_imported()
    {
        using var folder = new ImportFolder().With("leads.csv", Fair);
        await folder.ImportAsync("leads.csv");

        var errors = folder.Read("leads.errors.csv");
        Assert.StartsWith("line;problem;Nome;Cognome;", errors, StringComparison.Ordinal);
        Assert.Contains("\r\n7;\"email: This is not an e-mail address", errors, StringComparison.Ordinal);
        Assert.EndsWith(";No;Body;nobody;X;12;IT;demo;\"a \"\"quoted\"\"; word\"\r\n", errors, StringComparison.Ordinal);

        folder.With("leads.errors.csv", errors.Replace(";nobody;", ";nobody@x.example;", StringComparison.Ordinal));
        var again = await folder.ImportAsync("leads.errors.csv");

        Assert.Equal((0, ""), (again.Exit, again.Error));
        Assert.Contains("1 of 1 row are in, 1 of them new", again.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("leads.errors.2.csv")));
        Assert.Equal(4, await folder.LeadsAsync());
    }

    [Fact]
    public async Task The_errors_that_somebody_corrects_are_not_lost_when_the_file_is_imported_again()
    {
        using var folder = new ImportFolder().With("leads.csv", Fair);
        await folder.ImportAsync("leads.csv");
        folder.With("leads.errors.csv", "corrected");

        var run = await folder.ImportAsync("leads.csv");

        Assert.Contains("leads.errors.before.csv", run.Out, StringComparison.Ordinal);
        Assert.Equal("corrected", folder.Read("leads.errors.before.csv"));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_even_when_rows_were_added_and_their_order_is_another()
    {
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(20));
        await folder.ImportAsync("leads.csv");
        var lines = ImportFolder.Demos(22).TrimEnd().Split('\n');

        var run = await folder.With("leads.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0]))).ImportAsync("leads.csv");

        Assert.Contains("22 of 22 rows are in, 2 of them new", run.Out, StringComparison.Ordinal);
        Assert.Equal(22, await folder.LeadsAsync());
    }

    [Fact]
    public async Task Without_its_progress_file_the_intake_still_knows_each_row()
    {
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(20));
        await folder.ImportAsync("leads.csv");
        File.Delete(folder.PathOf("leads.csv.progress"));

        Assert.Equal(0, (await folder.ImportAsync("leads.csv")).Exit);

        Assert.Equal(20, await folder.LeadsAsync());
    }

    [Fact]
    public async Task After_a_progress_file_that_was_torn_off_it_goes_on()
    {
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(20));
        await folder.ImportAsync("leads.csv");
        var progress = folder.Read("leads.csv.progress");
        folder.With("leads.csv.progress", progress[..(10 * 33 + 7)]);

        Assert.Contains("20 of 20 rows are in, 10 of them new", (await folder.ImportAsync("leads.csv")).Out, StringComparison.Ordinal);

        Assert.Contains("20 of 20 rows are in, 0 of them new", (await folder.ImportAsync("leads.csv")).Out, StringComparison.Ordinal);
        Assert.Equal(20, await folder.LeadsAsync());
    }

    [Fact]
    public async Task A_dry_run_scores_every_row_and_touches_no_data()
    {
        using var folder = new ImportFolder().With("leads.csv", Fair);

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { DryRun = true });

        Assert.Matches(@"qualified +1 +hot 1\s", run.Out);
        Assert.Matches(@"duplicates +1 ", run.Out);
        Assert.Contains("1 to be accepted within 5m", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
        Assert.False(File.Exists(folder.PathOf("leads.csv.progress")));
        Assert.Contains("line 7: email: This is not an e-mail address", run.Out, StringComparison.Ordinal);
        Assert.Equal(["leads.csv"], Directory.EnumerateFiles(Path.GetDirectoryName(folder.PathOf("leads.csv"))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Into_a_folder_that_a_host_serves_it_refuses_and_says_how_else()
    {
        await using var host = await RunningHost.StartAsync();
        using var folder = new ImportFolder().With("leads.csv", Fair);

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Data = host.Folder });

        Assert.Equal(1, run.Exit);
        Assert.Contains("--url http://127.0.0.1:5080", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leads_imported_into_a_folder_are_offered_by_whoever_serves_it_next()
    {
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(3));
        await folder.ImportAsync("leads.csv");

        await using var host = await RunningHost.StartAsync(folder.Data, TimeProvider.System.GetUtcNow().AddMinutes(1));
        await host.AdvanceAsync(TimeSpan.FromDays(5), TimeSpan.FromHours(6));

        var offers = (await host.MailsAsync()).Where(mail => mail.Kind == "offer").ToList();
        Assert.All(["Company, 1", "Company, 2", "Company, 3"], company =>
             Assert.Contains(offers, mail => mail.Text.Contains(company, StringComparison.Ordinal)));
    }
}
