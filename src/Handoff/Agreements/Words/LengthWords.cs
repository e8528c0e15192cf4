using System.Globalization;
using Handoff.Calendars;
using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>Lengths of time as people say them.</summary>
public sealed class LengthWords(Language language) : Sentences(language)
{
    /// <summary>Whole minutes of measured time: <c>5 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    /// <param name="minutes">Zero or more.</param>
    public string Measured(long minutes)
    {
        var (hours, left) = Math.DivRem((int)Math.Min(minutes, int.MaxValue), 60);
        return hours == 0 ? Minutes(left) : left == 0 ? Hours(hours) : $"{Hours(hours)} {Minutes(left)}";
    }

    /// <summary>
    /// A promised length, whatever time counts: <c>5 minutes</c>, <c>3 working days</c>; of an elapsed clock <c>3 days</c>.
    /// </summary>
    public string Promised(Within within, ClockMode mode) =>
        !within.IsDays ? Measured((long)within.Measured.TotalMinutes)
        : mode == ClockMode.Elapsed ? Days(within.Days) : WorkingDays(within.Days);

    public string WorkingDays(int count) =>
        Say(Plural(count, "working day", "working days"), Plural(count, "giorno lavorativo", "giorni lavorativi"));

    /// <summary>So many times 24 hours.</summary>
    public string Days(int count) => Say(Plural(count, "day", "days"), Plural(count, "giorno", "giorni"));

    public string Months(int count) => Say(Plural(count, "month", "months"), Plural(count, "mese", "mesi"));

    public string Hours(int count) => Say(Plural(count, "hour", "hours"), Plural(count, "ora", "ore"));

    public string Minutes(int count) => Say(Plural(count, "minute", "minutes"), Plural(count, "minuto", "minuti"));

    private static string Plural(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
