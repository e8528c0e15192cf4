using Handoff.Service.AgreementFiles.Ics;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// A rule by which days recur. How long it would take to follow is known before: a file of a few lines could ask for hours.
/// </summary>
/// <param name="Rule">The rule as it is followed, by dates alone.</param>
internal sealed record Recurrence(IcsRule Written, RecurrenceRule Rule, long Steps)
{
    /// <summary>Steps in which the rules of one file are followed, all together: enough for two that recur daily since 1900.</summary>
    public const int MostSteps = 150_000;

    /// <summary>The earliest year in which an event that recurs may begin: it is followed from there.</summary>
    public const int EarliestStart = 1900;

    // A rule that never holds (30 February) would be searched for ever; a daily one finds a day within the four years of a leap day.
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 4 * 366 };

    // An event that began in the year before may reach into the first.
    private static readonly CalDateTime From = new(Holidays.FirstYear - 1, 1, 1);

    /// <summary>Reads a rule of an all-day event; one that cannot be followed is told.</summary>
    public static Recurrence? Read(IcsEvent of, IcsRule written, LocalDate first, DateTimeZone zone, IcsTrouble trouble)
    {
        try
        {
            var rule = new RecurrenceRule(ByDates(of, written.Text, zone));
            if (!written.Text.Contains("FREQ", StringComparison.OrdinalIgnoreCase))
                trouble.Tell(of, written.Line, Senseless(written, "it has no FREQ"));
            else if (PerYear(rule.Frequency) is not { } perYear)
                trouble.Tell(of, written.Line, "an all-day event recurs more often than daily");
            else if (first.Year < EarliestStart)
                trouble.Tell(of, written.Line, $"an event that recurs begins before {EarliestStart}");
            else
                return new(written, rule, StepsOf(rule, first.Year, perYear));
        }
#pragma warning disable CA1031 // The parser throws many kinds for a malformed rule, and each means the same to the operator.
        catch (Exception malformed)
#pragma warning restore CA1031
        {
            trouble.Tell(of, written.Line, Senseless(written, malformed.Message.Split('\n')[0].Trim()));
        }

        return null;
    }

    /// <summary>The days in order, from the year before the first that is asked for to the last.</summary>
    public IReadOnlyList<LocalDate> Days(IcsEvent of, LocalDate first, IcsTrouble trouble, CancellationToken cancellation)
    {
        var days = new List<LocalDate>();
        try
        {
            var recurring = new CalendarEvent { DtStart = new CalDateTime(first.Year, first.Month, first.Day), RecurrenceRule = Rule };
            foreach (var occurrence in recurring.GetOccurrences(From, Limits))
            {
                cancellation.ThrowIfCancellationRequested();
                var start = occurrence.Period.StartTime;
                if (start.Year > Holidays.LastYear)
                    break;
                days.Add(new LocalDate(start.Year, start.Month, start.Day));
            }
        }
#pragma warning disable CA1031 // As above: a rule may show only while it is followed that it makes no sense.
        catch (Exception senseless) when (senseless is not OperationCanceledException)
#pragma warning restore CA1031
        {
            trouble.Tell(of, Written.Line, Senseless(Written, senseless is EvaluationLimitExceededException or EvaluationOutOfRangeException
                ? "there is no such day, or hardly ever"
                : senseless.Message.Split('\n')[0].Trim()));
        }

        return days;
    }

    private static string Senseless(IcsRule written, string why) =>
        $"'{ShownText.Quote(written.Text)}' is no rule that can be followed: {why}";

    /// <summary>The rule without what says a time of day: an all-day event has none.</summary>
    private static string ByDates(IcsEvent of, string rule, DateTimeZone zone) => string.Join(';', rule
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.ToUpperInvariant().Split('=', 2, StringSplitOptions.TrimEntries))
        .Select(part => (Name: part[0], Value: part.Length == 2 ? part[1] : ""))
        .Where(part => part is not { Name: "BYHOUR" or "BYMINUTE" or "BYSECOND" } and not ("RSCALE", "GREGORIAN") and not ("SKIP", "OMIT"))
        .Select(part => part.Name == "UNTIL" ? $"UNTIL={Until(of, part.Value, zone)}" : $"{part.Name}={part.Value}"));

    // The last day that is meant: vendors write it as a date, as the last midnight in UTC, or as a second before the next one.
    private static string Until(IcsEvent of, string value, DateTimeZone zone)
    {
        var moment = IcsMoment.Read(value, zoneName: null, kind: null)
            ?? throw new FormatException($"UNTIL {value} is no date and no time");
        var local = moment.IsMidnight ? moment.Local : moment.In(zone);
        var isWritten = of.Start is { IsDate: true } && local.TimeOfDay != LocalTime.Midnight;
        return FormattableString.Invariant($"{(isWritten ? moment.Local.Date : local.Date):uuuuMMdd}");
    }

    private static long StepsOf(RecurrenceRule rule, int firstYear, int perYear)
    {
        var years = Math.Max(0, Math.Min(rule.Until?.Year ?? Holidays.LastYear, Holidays.LastYear) - firstYear + 1);
        var steps = (long)years * perYear / Math.Max(1, rule.Interval);
        // A count ends a rule only where each step is an occurrence.
        return rule.Count is { } count && !Chooses(rule) ? Math.Min(steps, count) : steps;
    }

    private static bool Chooses(RecurrenceRule rule) =>
        rule.ByDay.Count + rule.ByMonth.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count
            + rule.BySetPosition.Count > 0;

    private static int? PerYear(FrequencyType frequency) => frequency switch
    {
        FrequencyType.Daily => 366,
        FrequencyType.Weekly => 53,
        FrequencyType.Monthly => 12,
        FrequencyType.Yearly => 1,
        _ => null,
    };
}
