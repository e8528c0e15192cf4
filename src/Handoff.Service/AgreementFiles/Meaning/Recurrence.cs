using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Judges before recurring events are followed how long that would take: a file of a few lines could ask for hours.</summary>
internal static class Recurrence
{
    /// <summary>Steps in which the recurring events of one file are followed, all together: enough for two that recur daily since 1900.</summary>
    public const int MostSteps = 150_000;

    /// <summary>The earliest year in which an event that recurs may begin: it is followed from there.</summary>
    public const int EarliestStart = 1900;

    /// <summary>Why following these all-day events would take too long, or null.</summary>
    public static string? WhyEndless(ImmutableArray<CalendarEvent> events)
    {
        long steps = 0;
        foreach (var one in events)
        {
            if (one.RecurrenceRule is not { } rule)
                continue;
            if (PerYear(rule.Frequency) is not { } perYear)
                return "an all-day event recurs more often than daily";
            if (one.DtStart!.Year < EarliestStart)
                return $"an event that recurs begins before {EarliestStart}";
            steps += Steps(rule, one.DtStart.Year, perYear);
            if (steps > MostSteps)
                return $"its events recur too often until {Holidays.LastYear}; say until when they do, or name the days";
        }

        return null;
    }

    private static long Steps(RecurrenceRule rule, int firstYear, int perYear)
    {
        var years = Math.Max(0, Math.Min(rule.Until?.Year ?? Holidays.LastYear, Holidays.LastYear) - firstYear + 1);
        var steps = (long)years * perYear / Math.Max(1, rule.Interval);
        // A count ends a rule only where each step is an occurrence.
        return rule.Count is { } count && !Chooses(rule) ? Math.Min(steps, count) : steps;
    }

    private static bool Chooses(RecurrenceRule rule) =>
        rule.ByDay.Count + rule.ByMonth.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count + rule.BySetPosition.Count > 0;

    private static int? PerYear(FrequencyType frequency) => frequency switch
    {
        FrequencyType.Daily => 366,
        FrequencyType.Weekly => 53,
        FrequencyType.Monthly => 12,
        FrequencyType.Yearly => 1,
        _ => null,
    };
}
