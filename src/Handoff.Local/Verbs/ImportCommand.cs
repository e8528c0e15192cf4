using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Handoff.Local.Importing;
using Handoff.Qualification.Columns;

namespace Handoff.Local.Verbs;

/// <summary>The command line of <c>handoff import</c>.</summary>
internal static class ImportCommand
{
    private const string About = """
        Imports leads from a CSV file, each as a lead received now: scored, matched with earlier ones, offered, with its clocks running.

        First look, then import, then correct what was left:

          handoff import leads.csv --source website --dry-run
          handoff import leads.csv --source website
          handoff import leads.errors.csv --source website

        The file is what a CRM or Excel exports: comma, semicolon, tab or |; UTF-8; quotes around what has line breaks. Its first line
        names the columns. Names and their usual spellings in English and Italian are known (E-mail, Nome, Azienda ...), then the map of
        the source in sources.yaml, then what the agreement's rules use; nothing else is sent. Before anything is stored it tells how
        each column is read.

        Rows are as safe as a webhook's: stored before they count. Stop with Ctrl+C and run the same command again to go on; a row that
        is in changes nothing when it comes again. Reps get an e-mail for each lead that qualifies, managers their alerts in groups;
        when that is too much at once, say --per-minute, or import into a source for which the agreement has a tier with longer clocks.

        While a host serves the data folder, import through it with --url; so too into Azure. Exit code 0: every row is in; 1: not
        all are; 130: stopped by Ctrl+C.
        """;

    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var file = new Argument<string>("FILE") { Description = "The CSV file." };
        var source = new Option<string>("--source") { Description = "The source of sources.yaml whose leads they are.", Required = true };
        var map = new Option<string[]>("--map")
        {
            Description = "OURS=THEIRS: the column that holds one of our fields, email=\"E-mail Address\". May be said several times.",
            CustomParser = Pairs,
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Scores every row and tells what would become of them; opens no data." };
        var errors = new Option<string?>(
            "--errors")
        { Description = "Where rows go that cannot be used; else beside the file, as leads.errors.csv." };
        var url = new Option<Uri?>(
            "--url")
        { Description = "Posts to the host that runs there instead of opening the data folder.", CustomParser = Address };
        var key = new Option<string?>("--key") { Description = "The source's key at that host, where sources.yaml has another." };
        var encoding = new Option<string?>("--encoding") { Description = "How the file is encoded, if not in UTF-8: windows-1252." };
        var separator = new Option<char?>("--separator")
        {
            Description = "What parts the values, if the rows do not tell: a sign, or 'tab'.",
            CustomParser = Sign,
        };
        var perMinute = new Option<int?>("--per-minute") { Description = "The most rows a minute, 1 to 100000.", CustomParser = Rate };
        var import =
            new Command("import", About) { file, source, map, dryRun, errors, data, agreement, url, key, perMinute, encoding, separator };
        import.SetAction((parsed, cancellation) => ImportVerb.RunAsync(
            new()
            {
                File = parsed.GetRequiredValue(file),
                Source = parsed.GetRequiredValue(source),
                Data = parsed.GetRequiredValue(data),
                Agreement = parsed.GetRequiredValue(agreement),
                Map = [.. (parsed.GetValue(map) ?? []).Select(PairOf)],
                DryRun = parsed.GetValue(dryRun),
                Errors = parsed.GetValue(errors),
                Url = parsed.GetValue(url),
                Key = parsed.GetValue(key),
                Encoding = parsed.GetValue(encoding),
                Separator = parsed.GetValue(separator),
                PerMinute = parsed.GetValue(perMinute),
            },
            new(Console.Out, Console.Error, !Console.IsOutputRedirected), TimeProvider.System, cancellation));
        return import;
    }

    private static SaidColumn PairOf(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return new(pair[..at].Trim(), pair[(at + 1)..].Trim());
    }

    private static string[]? Pairs(ArgumentResult result)
    {
        if (result.Tokens.All(token => token.Value.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < token.Value.Length - 1))
            return [.. result.Tokens.Select(token => token.Value)];
        result.AddError("Give --map as OURS=THEIRS: --map email=\"E-mail Address\".");
        return null;
    }

    /// <summary>Reads the address of a host.</summary>
    internal static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0)
            return url;
        result.AddError("Give --url as the address of a host: http://127.0.0.1:5080, https://handoff.example.");
        return null;
    }

    private static char? Sign(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "tab" or "\\t" or "\t")
            return '\t';
        if (result.Tokens[0].Value is [var sign] && CsvText.CanPart(sign))
            return sign;
        result.AddError("Give --separator as one sign, or as 'tab'.");
        return null;
    }

    private static int? Rate(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var rate)
            && rate is >= 1 and <= 100_000)
            return rate;
        result.AddError("Give --per-minute as a number from 1 to 100000.");
        return null;
    }
}
