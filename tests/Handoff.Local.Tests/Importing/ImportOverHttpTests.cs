using Handoff.Agreements;
using Handoff.Local.Importing;
using Handoff.Local.Tests.Hosting;
using Handoff.Qualification.Columns;
using Handoff.Service.Importing;
using Handoff.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests.Importing;

/// <summary>Importing through a host that runs, and going on after a stop in the middle.</summary>
public sealed class ImportOverHttpTests
{
    private static readonly LeadSource Website = new() { Name = "website", Format = SourceFormat.Json, Key = "demo" };

    [Theory]
    [InlineData("website")]
    [InlineData("demo-form")]
    public async Task A_running_host_takes_the_rows_and_offers_them(string source)
    {
        await using var host = await RunningHost.StartAsync();
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(12));
        var options = folder.Options("leads.csv") with { Url = host.Http.BaseAddress, Source = source };

        var run = await ImportFolder.ImportAsync(options);
        await host.SettleAsync();
        var again = await ImportFolder.ImportAsync(options);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Matches("qualified +12 +hot 12", run.Out);
        Assert.Contains("12 of 12 rows are in, 0 of them new", again.Out, StringComparison.Ordinal);
        Assert.Equal(12, (await host.MailsAsync()).Count(mail => mail.Kind == "offer"));
        Assert.DoesNotContain("company1.example", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_the_host_cannot_use_is_an_error_with_what_the_host_says()
    {
        await using var host = await RunningHost.StartAsync();
        using var folder = new ImportFolder().With("leads.csv", "Email,Name\na@b.example,x\nnobody,x\n");

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Url = host.Http.BaseAddress });

        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "3,email: This is not an e-mail address; write it like name@company.example.,nobody,x", folder.Read("leads.errors.csv"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_stops_it_at_once()
    {
        await using var host = await RunningHost.StartAsync();
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(50));

        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Url = host.Http.BaseAddress, Key = "wrong" });

        Assert.Equal(1, run.Exit);
        Assert.Contains("The key of the source 'website' is not the one that the host has", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_the_same_command_goes_on_and_nothing_is_stored_twice()
    {
        await using var host = await RunningHost.StartAsync();
        using var folder = new ImportFolder().With("leads.csv", ImportFolder.Demos(400));
        using var stop = new CancellationTokenSource();
        using var door = new HttpDoor(host.Http.BaseAddress!, Website, "demo");
        var opened = Assert.IsType<CsvOpening.Opened>(CsvFile.Open(folder.PathOf("leads.csv"), null, null));
        var columns = Assert.IsType<ColumnPlan.Understood>(ColumnReading.Plan(Website, [], opened.File.Header)).Columns;
        var tally = new ImportTally();
        using (opened.File)
        using (var taken = ProgressFile.Open(folder.PathOf("leads.csv.progress"), host.Http.BaseAddress!.AbsoluteUri.TrimEnd('/')))
        {
            await new ImportRun(door, taken, TimeProvider.System)
                .RunAsync(new(Website, columns, null), opened.File.Rows(), tally, done => StopAt(done, stop), stop.Token);
        }

        Assert.InRange(tally.Taken, 100, 399);
        var run = await ImportFolder.ImportAsync(folder.Options("leads.csv") with { Url = host.Http.BaseAddress });

        Assert.Equal(0, run.Exit);
        Assert.Contains($"400 of 400 rows are in, {400 - tally.Taken} of them new", run.Out, StringComparison.Ordinal);
        Assert.Equal(400, await host.Services.GetRequiredService<IStreamStore>().ListAsync(StreamKind.Lead, default).CountAsync());
    }

    [Theory]
    [InlineData(429, "7", 7, null)]
    [InlineData(503, "3", 3, "answers 503")]
    [InlineData(500, null, 0, "answers 500")]
    public async Task A_host_that_asks_for_patience_gets_it(int status, string? retryAfter, int seconds, string? outage)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/api/leads/website", (HttpContext http) =>
        {
            http.Response.Headers.RetryAfter = retryAfter;
            http.Response.StatusCode = status;
        });
        await app.StartAsync();
        using var door = new HttpDoor(new(app.Urls.First()), Website, "demo");

        var later = Assert.IsType<RowAnswer.Later>(await door.PostAsync(Row(1), default));

        Assert.Equal(seconds, later.After.TotalSeconds, 0.6);
        Assert.True(outage is null ? later.Outage is null : later.Outage!.EndsWith(outage + ".", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_an_outage()
    {
        using var door = new HttpDoor(new("http://127.0.0.1:1"), Website, "demo");

        Assert.Contains(
            "does not answer", Assert.IsType<RowAnswer.Later>(await door.PostAsync(Row(1), default)).Outage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_asked_to_wait_is_sent_again_until_it_is_in()
    {
        var door = new PatientDoor(refusals: 3);
        var tally = new ImportTally();

        var why = await new ImportRun(door, new NoRows(), TimeProvider.System).RunAsync(
            new(Website, [new(0, "Email", ColumnRole.Known, "email", "email")], null), [new(2, ["a@b.example"])], tally, _ => { }, default);

        Assert.Equal((null, 1, 4), (why, tally.Taken, door.Asked));
    }

    private static RowPost Row(int line) =>
        RowPost.Of(Website, [new(0, "Email", ColumnRole.Known, "email", "email")], new TableRow(line, ["a@b.example"]));

    private static void StopAt(int done, CancellationTokenSource stop)
    {
        if (done == 100)
            stop.Cancel();
    }

    private sealed class PatientDoor(int refusals) : IImportDoor
    {
        public int Asked { get; private set; }

        public Task<RowAnswer> PostAsync(RowPost post, CancellationToken cancellation) => Task.FromResult<RowAnswer>(
            ++Asked <= refusals ? new RowAnswer.Later(Duration.Zero, null) : new RowAnswer.Taken("qualified", "hot"));
    }

    private sealed class NoRows : ITakenRows
    {
        public bool Contains(string key) => false;

        public void Add(string key)
        {
            // Nothing is remembered here.
        }
    }
}
