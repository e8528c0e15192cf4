using System.Text.Json;
using System.Text.Json.Serialization;
using Handoff.Calendars;
using Handoff.Local.Agreements;
using Handoff.Service.AgreementFiles;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary>A deadline that is asked for.</summary>
internal sealed record DueQuestion(string? Calendar, string? From, string? Within, string? Clock);

/// <summary>A deadline and how it came about.</summary>
internal sealed record DueAnswer(string Due, string Says);

/// <summary>Why there is no deadline.</summary>
internal sealed record DueError(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DueQuestion))]
[JsonSerializable(typeof(DueAnswer))]
[JsonSerializable(typeof(DueError))]
internal sealed partial class DueJson : JsonSerializerContext;

/// <summary><c>handoff due</c>: explains deadlines.</summary>
internal static class DueVerb
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DueJson Json = new(new JsonSerializerOptions(Readable) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    public static int Run(string folder, DueQuestion question, bool jsonLines, Instant asOf, TextReader input, TextWriter output)
    {
        switch (FolderLoader.Read(folder, asOf))
        {
            case FolderReading.Refused refused:
                return Tell.Mistakes(refused.Mistakes);
            case FolderReading.Loaded loaded when jsonLines:
                return AnswerLines(loaded.Folder, input, output);
            case FolderReading.Loaded loaded:
                var (answer, error) = Answer(loaded.Folder, question);
                if (answer is null)
                    return Tell.Refusal(error);
                output.WriteLine(answer.Due);
                output.WriteLine(answer.Says);
                return 0;
            default:
                throw new InvalidOperationException("A folder is loaded or refused.");
        }
    }

    /// <summary>One answer a line; a line that cannot be answered says why, and the others go on.</summary>
    internal static int AnswerLines(AgreementFolder folder, TextReader input, TextWriter output)
    {
        var exit = 0;
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (answer, error) = Parse(line) is { } question ? Answer(folder, question)
                : (null, "The line is not a JSON object with calendar, from and within.");
            output.WriteLine(
                answer is null ? JsonSerializer.Serialize(new(error), Json.DueError) : JsonSerializer.Serialize(answer, Json.DueAnswer));
            if (answer is null)
                exit = Tell.Wrong;
        }

        return exit;
    }

    private static DueQuestion? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json.DueQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (DueAnswer? Answer, string Error) Answer(AgreementFolder folder, DueQuestion question)
    {
        if (string.IsNullOrEmpty(question.Calendar))
            return (null, $"Say which calendar: --calendar {string.Join(" or ", folder.Calendars.Keys.Order(StringComparer.Ordinal))}.");
        if (!folder.Calendars.TryGetValue(question.Calendar, out var calendar))
            return (null,
                $"There is no calendar '{question.Calendar}'. Name one of: "
                + $"{string.Join(", ", folder.Calendars.Keys.Order(StringComparer.Ordinal))}.");
        if (question.From is null || OffsetDateTimePattern.ExtendedIso.Parse(question.From) is not { Success: true, Value: var from })
            return (null, "Give --from as an instant: 2026-11-21T15:00:00Z or 2026-11-21T15:00:00+01:00.");
        if (!Within.TryParse(question.Within, out var within))
            return (null, "Give --within as minutes, hours or working days: 5m, 1h, 3d.");
        ClockMode? mode = question.Clock switch { null or "business" => ClockMode.Business, "elapsed" => ClockMode.Elapsed, _ => null };
        if (mode is not { } counted)
            return (null, "Give --clock as business or elapsed.");
        try
        {
            var deadline = Deadlines.Compute(calendar, from.ToInstant(), within, counted);
            return (new(
                InstantPattern.ExtendedIso.Format(deadline.Due),
                DeadlineText.Explain(calendar, from.ToInstant(), within, counted, deadline)), "");
        }
        catch (Exception e) when (e is CalendarNeverOpensException or ArgumentOutOfRangeException or OverflowException)
        {
            return (null, "There is no such deadline: the calendar does not open within two years, or the time is out of range.");
        }
    }
}
