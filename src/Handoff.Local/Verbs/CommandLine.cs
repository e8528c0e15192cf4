using System.CommandLine;
using System.Globalization;
using Handoff.Local.Agreements;
using Handoff.Local.Serving;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary>The command line <c>handoff</c> (design section 8).</summary>
internal static class CommandLine
{
    /// <summary>Where a host listens that is not told.</summary>
    public const string UsualUrl = "http://127.0.0.1:5080";

    private static readonly Option<string> Data =
        new("--data") { Description = "The data folder; made when it is not there.", DefaultValueFactory = _ => ".handoff" };
    private static readonly Option<string> Agreement =
        new("--agreement")
        {
            Description = "The agreement folder; without it, the built-in sample.",
            DefaultValueFactory = _ =>
        FolderLoader.Sample
        };

    // A host that is asked to stop lets what runs come to its end (30 s at most): it is not to be broken off before.
    public static Task<int> RunAsync(string[] args) =>
        Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(40) });

    /// <summary>Every verb with its options.</summary>
    internal static RootCommand Root()
    {
        var serve = Serve();
        var root = new RootCommand("""
            Handoff carries every lead from marketing to sales, keeps the clock of your agreement, and shows both sides the same figures.

            Without a verb it serves the built-in sample: open the address that it prints and post the lead that it shows.
            """) { serve, Check(), Due(), RouteVerb.Make(Agreement, Now), ImportCommand.Make(Data, Agreement),
            PlanVerb.Make(Data, Agreement), Publish(), Erase(), PersonVerbs.MakeErase(Data, Agreement),
            PersonVerbs.MakeExport(Data, Agreement), ExportVerb.Make(Data, Agreement), Forget(), SignVerb.Make(Data, Agreement),
            ReplayVerb.Make(Data, Agreement), KeysVerb.Make(Data, Agreement), Rebuild(), Audit(), Backup(), Restore(), HealthyVerb.Make(),
            CompletionVerb.Make() };
        foreach (var option in serve.Options)
            root.Options.Add(option);
        root.SetAction((parsed, cancellation) => ServeAsync(parsed, cancellation));
        return root;
    }

    /// <summary>The option, completed by the words that it takes as help and pages write them.</summary>
    internal static Option<T> Of<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        return option;
    }

    private static readonly Option<string> Urls =
        new("--urls") { Description = "Where to listen; several with ';'.", DefaultValueFactory = _ => UsualUrl };

    private static readonly Option<Instant?> Start = new("--start")
    {
        Description = "For a demonstration: the clock starts at this instant (2026-11-22T22:00:00Z).",
        CustomParser = result => InstantPattern.ExtendedIso.Parse(result.Tokens[0].Value) is { Success: true } parsed
            ? parsed.Value
            : Error<Instant?>(result, "Give --start as an instant in UTC: 2026-11-22T22:00:00Z."),
    };

    private static readonly Option<double?> Speed = new("--speed")
    {
        Description = "For a demonstration: the clock runs so many times faster, 1 to 3600; it starts next Monday 10:00 unless --start " +
            "says otherwise.",
        CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var times)
            && times is >= 1 and <= 3600
            ? times
            : Error<double?>(result, "Give --speed as a number from 1 to 3600."),
    };

    private static readonly Option<LogForm> Log = new Option<LogForm>("--log")
    {
        Description = "How it writes its log: text or json; HANDOFF_LOG says it, too.",
        DefaultValueFactory = _ =>
            string.Equals(Environment.GetEnvironmentVariable("HANDOFF_LOG"), "json", StringComparison.OrdinalIgnoreCase) ? LogForm.Json
            : LogForm.Text,
    }.Of("text", "json");

    private static readonly Option<bool> SampleData = new("--sample-data")
    {
        Description = "For a demonstration: fills an empty data folder with a quarter of leads first, by the product's own rules.",
    };

    private static Command Serve()
    {
        var serve = new Command(
            "serve", "Runs the product on this machine: webhook, links, mails, clocks. The default verb.") { Urls, Data, Agreement, Start,
            Speed, SampleData, Log };
        serve.SetAction((parsed, cancellation) => ServeAsync(parsed, cancellation));
        return serve;
    }

    private static Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellation) => ServeVerb.RunAsync(
        new(parsed.GetRequiredValue(Urls), parsed.GetRequiredValue(Data), parsed.GetRequiredValue(Agreement), parsed.GetValue(Start),
            parsed.GetValue(Speed), parsed.GetValue(Log), parsed.GetValue(SampleData)), cancellation);

    private static Command Check()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The agreement folder: agreement.yaml, people.yaml, sources.yaml and their .ics files.",
        };
        var forAzure = new Option<bool>("--for-azure")
        {
            Description = "For the app in Azure, whose settings hold the keys: a variable that is not set here is no mistake.",
        };
        var check = new Command(
            "check", "Validates an agreement folder: every mistake as file:line:column: message. Exit code 0 or 1.") { folder, forAzure };
        check.SetAction(parsed => CheckVerb.Run(parsed.GetRequiredValue(folder), parsed.GetValue(forAzure), Now()));
        return check;
    }

    private static Command Due()
    {
        var calendar = new Option<string?>("--calendar") { Description = "A calendar of people.yaml." };
        var from = new Option<string?>("--from") { Description = "When the clock starts: 2026-11-21T15:00:00+01:00." };
        var within = new Option<string?>("--within") { Description = "The promised time: 5m, 1h, 3d (working days)." };
        var clock = new Option<string?>("--clock") { Description = "business (the default: only open time counts) or elapsed." }
            .Of("business", "elapsed");
        var jsonLines = new Option<bool>("--jsonl")
        {
            Description = "Reads {\"calendar\",\"from\",\"within\",\"clock\"?} a line and writes {\"due\",\"says\"} a line.",
        };
        var due = new Command(
            "due", "Explains a deadline: the instant, and the arithmetic in one sentence.") { Agreement, calendar, from, within, clock,
            jsonLines };
        due.SetAction(parsed => DueVerb.Run(
            parsed.GetRequiredValue(Agreement),
                new(parsed.GetValue(calendar), parsed.GetValue(from), parsed.GetValue(within), parsed.GetValue(clock)),
            parsed.GetValue(jsonLines), Now(), Console.In, Console.Out));
        return due;
    }

    private static Command Publish()
    {
        var folder = new Argument<string>("DIR") { Description = "The agreement folder." };
        var blobs = new Option<string>("--blobs")
        {
            Description = "The blob address of the storage account, https://ACCOUNT.blob.core.windows.net, or a connection string " +
                "(UseDevelopmentStorage=true).",
            Required = true,
        };
        var container =
            new Option<string>("--container") { Description = "The container that the app reads.", DefaultValueFactory = _ => "agreement" };
        var ifNone = new Option<bool>("--if-none") { Description = "Leaves an agreement that is live as it is." };
        var publish =
            new Command("publish", "Checks an agreement folder and publishes it to the app in Azure.") { folder, blobs, container, ifNone };
        publish.SetAction((parsed, cancellation) => PublishVerb.RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(blobs), parsed.GetRequiredValue(container), parsed.GetValue(ifNone),
                Now(), cancellation));
        return publish;
    }

    private static Command Erase()
    {
        var id = new Argument<string>("ID") { Description = "The lead's id." };
        var erase = new Command("erase", "Destroys a lead's personal data; the figures stay. While a host serves the folder, use DELETE " +
            "/api/leads/{id} instead.") { id, Data, Agreement };
        erase.SetAction((parsed, cancellation) => StoreVerbs.EraseAsync(
            parsed.GetRequiredValue(Data), parsed.GetRequiredValue(Agreement), parsed.GetRequiredValue(id), cancellation));
        return erase;
    }

    private static Command Forget()
    {
        var person = new Argument<string>("PERSON") { Description = "The address, or the id that GET /api/people tells." };
        var forget = new Command("forget", "Forgets an employee who is no longer in people.yaml: former-N stands for name and address. "
            + "While a host serves the folder, use DELETE /api/people/{id} instead.") { person, Data, Agreement };
        forget.Aliases.Add("forget-person");
        forget.SetAction((parsed, cancellation) => StoreVerbs.ForgetAsync(
            parsed.GetRequiredValue(Data), parsed.GetRequiredValue(Agreement), parsed.GetRequiredValue(person), cancellation));
        return forget;
    }

    private static Command Rebuild()
    {
        var rebuild =
            new Command("rebuild", "Writes every projection anew from the events, while nothing serves the folder.") { Data, Agreement };
        rebuild.SetAction(
            (parsed, cancellation) =>
            StoreVerbs.RebuildAsync(parsed.GetRequiredValue(Data), parsed.GetRequiredValue(Agreement), cancellation));
        return rebuild;
    }

    private static Command Audit()
    {
        var limit = new Option<int>("--limit") { Description = "How many at most, the newest first.", DefaultValueFactory = _ => 100 };
        var audit =
            new Command("audit", "Shows administrative acts: instant, act, by, on, outcome; of a served folder too.") { Data, limit };
        audit.SetAction(parsed => AuditVerb.Run(parsed.GetRequiredValue(Data), parsed.GetValue(limit), Console.Out));
        return audit;
    }

    private static Command Backup()
    {
        var to = new Option<string>("--to") { Description = "The folder of the backups; each is a folder in it.", Required = true };
        var backup = new Command(
            "backup", "Copies the data folder, while a host serves it or not; checks the copy; deletes keys older than 30 days.") { Data,
            to };
        backup.SetAction(parsed => BackupVerb.Run(parsed.GetRequiredValue(Data), parsed.GetRequiredValue(to), TimeProvider.System));
        return backup;
    }

    private static Command Restore()
    {
        var from =
            new Option<string>("--from") { Description = "A backup, or the folder of the backups: then the newest.", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Puts aside what is in the data folder." };
        var withoutKeys =
            new Option<bool>("--without-keys") { Description = "Takes a backup whose keys are deleted: ledgers and figures alone." };
        var erased =
            new Option<string?>("--erased") { Description = "A file with the ids of more leads that were erased since, one a line." };
        var restore = new Command(
            "restore", "Puts a backup in the place of the data folder, without what was erased since; then serve it.") { from, Data,
            replace, withoutKeys, erased };
        restore.SetAction(parsed => RestoreVerb.Run(
            new(parsed.GetRequiredValue(from), parsed.GetRequiredValue(Data), parsed.GetValue(replace), parsed.GetValue(withoutKeys),
                parsed.GetValue(erased)), TimeProvider.System));
        return restore;
    }

    private static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static T? Error<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
