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
        Plural(count, Say("{0} working day|{0} working days", "{0} giorno lavorativo|{0} giorni lavorativi"));

    /// <summary>So many times 24 hours.</summary>
    public string Days(int count) => Plural(count, Say("{0} day|{0} days", "{0} giorno|{0} giorni"));

    public string Months(int count) => Plural(count, Say("{0} month|{0} months", "{0} mese|{0} mesi"));

    public string Hours(int count) => Plural(count, Say("{0} hour|{0} hours", "{0} ora|{0} ore"));

    public string Minutes(int count) => Plural(count, Say("{0} minute|{0} minutes", "{0} minuto|{0} minuti"));

    // Two forms: of one, of many.
    private string Plural(int count, string forms) => string.Format(
        CultureInfo.InvariantCulture, forms.Split('|')[count == 1 || (count == 0 && Language.ZeroIsOne) ? 0 : 1], count);
}
