using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Meaning;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>The files of an agreement folder. A host reads them again while it runs: an exception would end it.</summary>
internal static class FolderParsers
{
    private static readonly string[] Yaml =
    [
        "&a ", "*a", "? ", "- ", ": ", "{", "}", "[", "]", "|\n", ">\n", "---\n", "...\n", "%YAML 1.1\n", "!!int ", "!x ", "\"", "'", "#",
            "${HANDOFF_SET}", "${NAME:-x}", "${", "\t",
        "\n  ", "<<: ", "~", "null", "within: ", "50%", "1d", "366d", "NO", "mon-fri", "00:00-24:00", "2026-02-30..2026-01-01", "always",
            "business", "elapsed", "claim",
    ];

    private static readonly string[] Calendar =
    [
        "RRULE:FREQ=", "DAILY", "YEARLY", "SECONDLY", ";COUNT=", ";UNTIL=", ";INTERVAL=", ";BYDAY=", "-1SU", ";BYMONTHDAY=", ";BYSETPOS=",
            ";BYYEARDAY=", ";BYWEEKNO=53", "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n", "BEGIN:VTIMEZONE\r\n", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "00010101", "99991231", "EXDATE;VALUE=DATE:",
            "RDATE;VALUE=DATE:", "RECURRENCE-ID;VALUE=DATE:",
        "DURATION:P", "P9999999W", "TZID=", "\r\n ", "SUMMARY:", "STATUS:CANCELLED\r\n", "UID:1\r\n", "BEGIN:VALARM\r\n",
        "EXRULE:FREQ=", "EXRULE:FREQ=DAILY\r\n", ";RANGE=THISANDFUTURE", ";RANGE=THISANDPRIOR", "SEQUENCE:1\r\n", "T000000Z", "T235959",
            ";TZID=W. Europe Standard Time:", "DURATION:PT24H\r\n",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n", "X-WR-TIMEZONE:Europe/Rome\r\n", "METHOD:CANCEL\r\n",
            "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n",
    ];

    public static IReadOnlyList<Parser> List { get; } =
    [
        File("agreement.yaml"), File("people.yaml"), File("sources.yaml"),
        new(
            "ics",
            Of(
                SampleFolder.Files["holidays-it.ics"],
                Recurring("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
                Recurring("FREQ=DAILY;COUNT=10;INTERVAL=3"),
                Recurring("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20301231"),
                Recurring("FREQ=YEARLY", "EXRULE:FREQ=YEARLY;INTERVAL=2", "EXDATE:20290301T000000Z", "RDATE;VALUE=DATE:20270601,20280601"),
                Recurring("FREQ=WEEKLY;COUNT=20", "EXRULE:FREQ=DAILY", "SEQUENCE:2"),
                Changed("RECURRENCE-ID;VALUE=DATE:20270301", "DTSTART;VALUE=DATE:20270303", "STATUS:CANCELLED"),
                Changed("RECURRENCE-ID;RANGE=THISANDFUTURE:20280301T000000Z", "DTSTART:20280303T000000", "DTEND:20280304T000000"),
                Changed("DTSTART;TZID=W. Europe Standard Time:20270203T000000", "DURATION:PT24H", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")),
            Calendar,
            Ics),
    ];

    private static Parser File(string name) => new(name, Of(SampleFolder.Files[name]), Yaml, input => Folder(name, input.Text()));

    private static void Folder(string name, string text)
    {
        switch (SampleFolder.Read(SampleFolder.Files.SetItem(name, text)))
        {
            case FolderReading.Loaded loaded:
                Holds(loaded.Folder.Content.Length == 64, "what is signed has a hash");
                break;
            case FolderReading.Refused refused:
                Holds(!refused.Mistakes.IsEmpty, "a folder that is refused has a mistake");
                Holds(refused.Mistakes.All(mistake => mistake.Line >= 1 && mistake.Column >= 1), "a mistake stands somewhere");
                Holds(refused.Mistakes.All(mistake => !mistake.ToString().Any(char.IsControl)),
                    "a mistake is one line without control characters");
                Holds(refused.Mistakes.Sum(mistake => (long)mistake.ToString().Length) < 4_000_000, "mistakes stay readable");
                break;
        }
    }

    private static void Ics(byte[] input)
    {
        if (Holidays.Read(input.Text(), out var wrong) is not { } holidays)
        {
            Holds(wrong.Length > 0, "a refusal says what is wrong");
            return;
        }

        foreach (var year in new[] { Holidays.FirstYear - 1, Holidays.FirstYear, 2026, Holidays.LastYear })
        {
            var dates = holidays.In(year);
            Holds(dates.All(date => date.Year == year), "the holidays of a year are in it");
            Holds(dates.Zip(dates.Skip(1)).All(pair => pair.First < pair.Second), "holidays stand in order, each once");
        }
    }

    private static string Recurring(string rule, params string[] more) =>
        File(["DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260302", $"RRULE:{rule}", .. more]);

    private static string Changed(params string[] change) =>
        File(["DTSTART;VALUE=DATE:20260301", "RRULE:FREQ=YEARLY", "END:VEVENT", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
            .. change]);

    private static string File(string[] properties) => string.Join(
        "\r\n",
        (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handoff//Tests//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z",
            .. properties, "END:VEVENT", "END:VCALENDAR", ""]);
}
