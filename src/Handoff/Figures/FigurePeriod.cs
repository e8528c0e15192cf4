using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;

namespace Handoff.Figures;

/// <summary>
/// A week, month or quarter in the organisation's zone, from one local midnight to another: [<see cref="Start"/>, <see cref="End"/>).
/// Weeks are those of ISO 8601.
/// </summary>
public sealed partial record FigurePeriod
{
    private FigurePeriod(Agreements.Period kind, LocalDate first, LocalDate next, string name, DateTimeZone zone, int yearStarts)
    {
        (Kind, First, Next, Name, Zone, YearStarts) = (kind, first, next, name, zone, yearStarts);
        (Start, End) = (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(next).ToInstant());
    }

    public Agreements.Period Kind { get; }

    /// <summary>Its first day.</summary>
    public LocalDate First { get; }

    /// <summary>The day after its last.</summary>
    public LocalDate Next { get; }

    /// <summary>
    /// <c>2026-W48</c>, <c>2026-11</c>, <c>2026-Q4</c>; a quarter's year is the one in which the organisation's year begins.
    /// </summary>
    public string Name { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The month with which the year's first quarter begins.</summary>
    public int YearStarts { get; }

    public Instant Start { get; }

    /// <summary>The first instant after it.</summary>
    public Instant End { get; }

    /// <summary>The one before.</summary>
    public FigurePeriod Before => Of(Kind, First.PlusDays(-1), Zone, YearStarts);

    /// <summary>The one after.</summary>
    public FigurePeriod After => Of(Kind, Next, Zone, YearStarts);

    /// <summary>The period of a kind in which an instant lies.</summary>
    public static FigurePeriod At(Agreements.Period kind, Instant at, DateTimeZone zone, int yearStarts) =>
        Of(kind, at.InZone(zone).Date, zone, yearStarts);

    /// <summary>The period of a kind in which a day lies.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="day">A day in <paramref name="zone"/>.</param>
    /// <param name="zone">The organisation's zone.</param>
    /// <param name="yearStarts">The month, 1 to 12, with which the year begins; only quarters ask for it.</param>
    public static FigurePeriod Of(Agreements.Period kind, LocalDate day, DateTimeZone zone, int yearStarts)
    {
        switch (kind)
        {
            case Agreements.Period.Week:
                var monday = day.PlusDays(1 - (int)day.DayOfWeek);
                var (year, week) = (WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day));
                return new(kind, monday, monday.PlusDays(7), Invariant($"{year:0000}-W{week:00}"), zone, yearStarts);
            case Agreements.Period.Month:
                var month = new LocalDate(day.Year, day.Month, 1);
                return new(kind, month, month.PlusMonths(1), Invariant($"{day.Year:0000}-{day.Month:00}"), zone, yearStarts);
            case Agreements.Period.Quarter:
                var since = (day.Month - yearStarts + 12) % 12;
                var first = new LocalDate(day.Year, day.Month, 1).PlusMonths(-(since % 3));
                var begins = first.PlusMonths(-(since / 3 * 3)).Year;
                return new(kind, first, first.PlusMonths(3), Invariant($"{begins:0000}-Q{(since / 3) + 1}"), zone, yearStarts);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "A period is one of these.");
        }
    }

    /// <summary>The period of a name as <see cref="Name"/> writes it; null: it names none.</summary>
    public static FigurePeriod? Named(string name, DateTimeZone zone, int yearStarts)
    {
        if (Written().Match(name) is not { Success: true } parts)
            return null;
        var (year, number) = (Number(parts.Groups["year"]), Number(parts.Groups["number"]));
        var found = parts.Groups["kind"].Value switch
        {
            _ when year is < 2000 or > 2999 => null,
            "W" when number is >= 1 and <= 53 => Of(
                Agreements.Period.Week, WeekYearRules.Iso.GetLocalDate(year, 1, IsoDayOfWeek.Monday).PlusWeeks(number - 1), zone,
                yearStarts),
            "Q" when number is >= 1 and <= 4 => Of(
                Agreements.Period.Quarter, new LocalDate(year, yearStarts, 1).PlusMonths(3 * (number - 1)), zone, yearStarts),
            "" when number is >= 1 and <= 12 => Of(Agreements.Period.Month, new(year, number, 1), zone, yearStarts),
            _ => null,
        };
        return found?.Name == name ? found : null;
    }

    public bool Contains(Instant at) => Start <= at && at < End;

    public override string ToString() => Name;

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<kind>[WQ]?)(?<number>[0-9]{1,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
