using System.Text.Json;
using Handoff.Calendars;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Local.Verbs;
using Handoff.Service.People;
using NodaTime;
using NodaTime.Text;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>Lengths, times, and the questions of <c>handoff due --jsonl</c>.</summary>
internal static class TimeParsers
{
    public static IReadOnlyList<Parser> List { get; } =
    [
        new("length", Of("5m", "1h", "3d", "2h30m", "366d", "527040m"), ["m", "h", "d", " "], Length),
        new(
            "time", Of(
                "2026-12-01", "2026-12-01T09:30", "2026-12-01T09:30:15.5", "2026-12-01T09:30:00+01:00", "2026-12-01T08:30:00Z",
                "9999-12-31", "-9998-01-01T00:00"),
            ["T", "Z", "+18:00", "-18:00", "24:00", "9999-12-31", "-9998-01-01", ":60"], Time),
        new(
            "due", Of(
                """{"calendar":"office","from":"2026-11-21T15:00:00Z","within":"1h"}""",
                    """{"calendar":"new_york","from":"2026-11-21T15:00:00+01:00","within":"3d","clock":"elapsed"}""",
                "{\"calendar\":\"always\",\"from\":\"9999-12-31T23:59:59Z\",\"within\":\"366d\"}\n{\"calendar\":\"phone_desk\"," +
                "\"from\":\"-9998-01-01T00:00:00Z\",\"within\":\"5m\"}\n"),
            ["calendar", "office", "phone_desk", "always", "from", "within", "clock", "elapsed", "business", "9999-12-31T23:59:59Z",
                "-9998-01-01T00:00:00Z", "366d", "\n", "null"], Due),
    ];

    private static void Length(byte[] input)
    {
        if (Within.TryParse(input.Text(), out var within))
            Holds(Within.TryParse(within.ToString(), out var again) && again == within, "a length that is written is read back");
    }

    private static void Time(byte[] input)
    {
        foreach (var zone in new[] { DateTimeZone.Utc, DateTimeZoneProviders.Tzdb["Europe/Rome"],
            DateTimeZoneProviders.Tzdb["Pacific/Apia"] })
        {
            foreach (var endOfDay in new[] { true, false })
            {
                if (WhenText.Read(input.Text(), zone, endOfDay) is { } when)
                    Holds(WhenText.Read(InstantPattern.ExtendedIso.Format(when), zone, endOfDay) == when,
                        "an instant that is written is read back");
            }
        }
    }

    private static void Due(byte[] input)
    {
        using var lines = new StringReader(input.Text());
        using var answers = new StringWriter();
        DueVerb.AnswerLines(SampleFolder.Loaded, lines, answers);
        var asked = input.Text().Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Count(line => !string.IsNullOrWhiteSpace(line));
        var answered = answers.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Holds(answered.Length == asked, "each line has its answer");
        foreach (var answer in answered)
        {
            using var document = JsonDocument.Parse(answer);
            Holds(document.RootElement.TryGetProperty("due", out _) != document.RootElement.TryGetProperty("error", out _),
                "an answer is a deadline or an error");
        }
    }
}
