using Handoff.Agreements;
using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.Importing;
using Handoff.Qualification.Columns;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Importing;
using Handoff.Service.Intake;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff import</c>: leads from a CSV file, as if each were posted now.</summary>
internal static class ImportVerb
{
    /// <summary>Exit code of an import that was stopped by whoever started it (128 + SIGINT).</summary>
    private const int StoppedByHand = 130;

    private const string ThroughHost = " Import through the host that serves it: --url http://127.0.0.1:5080, or where else it listens.";

    public static async Task<int> RunAsync(ImportOptions options, ImportConsole console, TimeProvider time, CancellationToken cancellation)
    {
        var reading = FolderLoader.Read(options.Agreement, Instant.FromDateTimeOffset(time.GetUtcNow()));
        if (reading is FolderReading.Refused refused)
            return Tell.Mistakes(refused.Mistakes, console.Error);
        var folder = ((FolderReading.Loaded)reading).Folder;
        if (options.Errors is { } errors && Path.GetFullPath(errors) == Path.GetFullPath(options.File))
            return Tell.Refusal("Give --errors another file than the one that is imported.", console.Error);
        if (SourceOf(folder, options) is not { } source)
            return Tell.Refusal(
                $"There is no source '{options.Source}'. Name one with --source: {string.Join(
                    ", ", folder.Sources.Select(one => one.Name))}.", console.Error);
        try
        {
            switch (CsvFile.Open(options.File, options.Encoding, options.Separator))
            {
                case CsvOpening.Refused no:
                    return Tell.Refusal(no.Why, console.Error);
                case CsvOpening.Opened { File: var file }:
                    using (file)
                        return await ImportAsync(options, console, folder, source, file, time, cancellation);
                default:
                    throw new InvalidOperationException("A file is opened or refused.");
            }
        }
        catch (CsvMistakeException e)
        {
            return Tell.Refusal($"{e.Message}\nNothing was imported.", console.Error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Tell.Refusal(e.Message, console.Error);
        }
    }

    /// <summary>A source of the folder; over HTTP with a key, any that the host may have.</summary>
    private static LeadSource? SourceOf(AgreementFolder folder, ImportOptions options) =>
        folder.Sources.FirstOrDefault(source => source.Name == options.Source)
        ?? (options is { Url: not null, Key: { } key } ? new() { Name = options.Source, Format = SourceFormat.Json, Key = key } : null);

    private static async Task<int> ImportAsync(
        ImportOptions options, ImportConsole console, AgreementFolder folder, LeadSource source, CsvFile file, TimeProvider time,
        CancellationToken cancellation)
    {
        // The whole file is read before anything is stored: one that breaks off in the middle is found now.
        var rows = file.Rows().TakeWhile(_ => !cancellation.IsCancellationRequested).Count();
        if (cancellation.IsCancellationRequested)
            return StoppedByHand;
        if (rows == 0)
            return Tell.Refusal($"{options.File} has no rows below its header.", console.Error);
        var plan = ColumnReading.Plan(source, options.Map, file.Header, RuleFields.Of(folder.Agreement, folder.Staff));
        if (plan is ColumnPlan.Refused { Mistakes: var mistakes })
            return Tell.Refusal(string.Join('\n', mistakes.Select(mistake => $"{options.File}: {mistake}")), console.Error);
        var columns = ((ColumnPlan.Understood)plan).Columns;
        ImportTexts.TellFile(console.Out, options.File, file, rows, source);
        ImportTexts.TellColumns(console.Out, columns);
        var import = new Import(options, console, file, rows, new(source, columns, options.PerMinute), time);
        if (options.DryRun)
        {
            var forecast = await ImportWatch.ShowAsync(console, "Scoring", rows,
                onRow => Task.FromResult(ImportForecast.Of(folder.Agreement, import.Order, file.Rows(), onRow, cancellation)));
            if (cancellation.IsCancellationRequested)
                return StoppedByHand;
            ImportTexts.TellForecast(console.Out, folder.Agreement, forecast);
            if (forecast.Unusable == 0)
                return 0;
            ImportTexts.TellProblems(console.Out, forecast);
            return Tell.Wrong;
        }

        if (options.Url is { } url)
        {
            using var door = new HttpDoor(url, source, options.Key ?? source.Key);
            return await import.RunAsync(door, url.AbsoluteUri.TrimEnd('/'), cancellation);
        }

        return await StoreWork.RunAsync(options.Data, options.Agreement, async (store, services) =>
            await Demonstration.MarkAsync(store, isDemonstration: false, cancellation) is not null
                ? Tell.Refusal(
                    $"{options.Data} holds a demonstration, whose clock was set. Serve it with --speed or --start.{ThroughHost}",
                    console.Error)
                : await import.RunAsync(
                    new IntakeDoor(services.GetRequiredService<LeadIntake>(), source), Path.GetFullPath(options.Data), cancellation),
            console.Error, ThroughHost, cancellation);
    }

    /// <summary>One import that is under way.</summary>
    private sealed record Import(ImportOptions Options, ImportConsole Console, CsvFile File, int Rows, ImportOrder Order, TimeProvider Time)
    {
        private string ErrorsPath => Options.Errors ?? ErrorsFile.PathFor(Options.File);

        public async Task<int> RunAsync(IImportDoor door, string where, CancellationToken cancellation)
        {
            var progress = Path.Combine(Path.GetDirectoryName(ErrorsPath) ?? "", Path.GetFileName(Options.File) + ".progress");
            using var taken = ProgressFile.Open(progress, where);
            var tally = new ImportTally();
            var start = Time.GetTimestamp();
            var stopped = await ImportWatch.ShowAsync(Console, "Importing", Rows,
                onRow => new ImportRun(door, taken, Time).RunAsync(Order, File.Rows(), tally, onRow, cancellation));
            ImportTexts.TellReport(Console.Out, tally, Rows, Time.GetElapsedTime(start));
            var hasErrors = TellErrors(tally);
            if (stopped is not null || tally.Done < Rows)
            {
                Console.Error.WriteLine(stopped is null ? "Stopped." : $"Stopped: {stopped}");
                Console.Error.WriteLine(
                    $"Run the same command again to go on: what is in comes in only once (it is remembered in {progress}).");
                return stopped is null ? StoppedByHand : Tell.Wrong;
            }

            return hasErrors ? Tell.Wrong : 0;
        }

        /// <summary>Writes the errors; whether there are any.</summary>
        public bool TellErrors(ImportTally tally)
        {
            if (tally.Unusable == 0)
                return false;
            var kept = ErrorsFile.Write(ErrorsPath, File, tally.Problems);
            Console.Out.WriteLine();
            Console.Out.WriteLine($"What cannot be used is in {ErrorsPath}, each row with its line and what to correct. Correct it " +
                "there and import that file.");
            if (kept is not null)
                Console.Out.WriteLine($"The file that was there is now {kept}.");
            return true;
        }
    }
}
