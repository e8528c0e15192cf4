using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Local.Agreements;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Paper;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff route</c>: what an agreement would do with a lead, on paper; nothing is written.</summary>
internal static class RouteVerb
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd HH:mm");

    public static Command Make(Option<string> agreement, Func<Instant> now)
    {
        var lead = new Option<string>("--lead")
        {
            Description = "A JSON file with the fields of a form, as the webhook takes them; - reads them from the standard input.",
            Required = true,
        };
        var source = new Option<string?>("--source") { Description = "A source of sources.yaml; without it, the first." };
        var from = new Option<string?>("--from") { Description = "When the lead arrives: 2026-11-21T15:00:00+01:00; without it, now." };
        var route = new Command(
            "route", "What the agreement would do with a lead: score, tier, team, rep, each deadline and each mail if nobody answered.")
        {
            lead, source, from, agreement,
        };
        route.SetAction(parsed => Run(
            parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(lead), parsed.GetValue(source), parsed.GetValue(from), now(),
            Console.Out, Console.Error));
        return route;
    }

    public static int Run(
        string folder, string file, string? source, string? from, Instant now, TextWriter output, TextWriter error)
    {
        var reading = FolderLoader.Read(folder, now);
        if (reading is FolderReading.Refused refused)
            return Tell.Mistakes(refused.Mistakes, error);
        if (reading is not FolderReading.Loaded { Folder: var files })
            throw new InvalidOperationException("A folder is loaded or refused.");
        var terms = source is null ? files.Sources[0] : files.Sources.FirstOrDefault(one => one.Name == source);
        if (terms is null)
            return Tell.Refusal(
                $"There is no source '{source}'. There are: {string.Join(", ", files.Sources.Select(one => one.Name))}.", error);
        if (from is not null && OffsetDateTimePattern.ExtendedIso.Parse(from) is not { Success: true })
            return Tell.Refusal("Give --from with its offset: 2026-11-21T15:00:00+01:00.", error);
        var arrives = from is null ? now : OffsetDateTimePattern.ExtendedIso.Parse(from).Value.ToInstant();
        var (fields, wrong) = Fields(file);
        if (fields is null)
            return Tell.Refusal(wrong, error);
        var run = PaperRun.Of(
            files.Agreement, files.Staff, ImmutableDictionary<string, Rota>.Empty, terms, LeadForm.Mapped(terms, fields), arrives);
        if (!run.Problems.IsEmpty)
            return Tell.Refusal(string.Join(Environment.NewLine, run.Problems.Select(one => $"{one.Field}: {one.Message}")), error);
        foreach (var line in Say(run, files))
            output.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> Say(PaperRun run, AgreementFolder files)
    {
        var zone = files.Agreement.TimeZone;
        var reader = new StoryReader(who => files.Staff.Find(who)?.Name ?? who.Value, zone, files.Agreement)
        {
            Language = Language.En,
            Naming = Naming.Of(files.Agreement, files.Staff, files.Sources),
        }.Of(run.Events);
        foreach (var happened in run.Events.Where(IsTold))
            yield return $"{Time.Format(happened.At.InZone(zone).LocalDateTime)}  {LeadStory.Says(happened, reader)}";
        foreach (var started in run.Clocks.Where(
            clock => !run.Events.OfType<ClockStarted>().Any(unanswered => unanswered.Clock == clock.Clock)))
            yield return $"If it were accepted, and called, at once: {LeadStory.Says(started, reader)}";
        yield return $"Nothing was written. Times are those of {zone.Id}; the credits of the rota begin at zero, and nobody answers.";
    }

    /// <summary>Whether an event is worth a line on paper: a message is told when it is owed, not once more when it is sent.</summary>
    private static bool IsTold(LeadEvent happened) =>
        happened is not (MessageSent or MessageReleased or MessageHeld or ReviewSet or RungPassed);

    private static (IReadOnlyDictionary<string, string>? Fields, string Wrong) Fields(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file));
            return PaperOrder.FieldsOf(document.RootElement) is { } fields ? (fields, "")
                : (null, $"{file} is no JSON object: write {{\"email\":\"ada@analytical.example\",\"form\":\"demo\"}}.");
        }
        catch (JsonException e)
        {
            return (null, $"{file} is no JSON: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }
}
