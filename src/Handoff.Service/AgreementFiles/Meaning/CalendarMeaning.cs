using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Makes the calendars of <c>people.yaml</c> (design section 5).</summary>
/// <param name="asOf">From when a calendar must open within two years.</param>
internal sealed class CalendarMeaning(
    IReadOnlyDictionary<string, string> files, Instant asOf, Findings findings, CancellationToken cancellation)
{
    private const int MostExtraDays = 40_000;

    private readonly Dictionary<(string File, string Zone), Holidays?> _holidays = [];
    private int _extraDays;

    public (ImmutableDictionary<string, BusinessCalendar> Usable, ImmutableArray<string> Names) Read(
        Field<ImmutableArray<Entry<CalendarForm>>> written)
    {
        var usable = ImmutableDictionary.CreateBuilder<string, BusinessCalendar>(StringComparer.Ordinal);
        if (!written.Has)
            return (usable.ToImmutable(), []);
        foreach (var entry in written.Value.Where(entry => entry.Name.Has && entry.Value.Has))
        {
            var told = findings.Count;
            var calendar = Read(entry.Name.Value, entry.Value.Value);
            if (calendar is null || findings.Count > told)
                continue;
            usable[entry.Name.Value] = calendar;
            if (calendar.NeverOpens(asOf))
                findings.Add(entry.Name.At, $"calendar '{entry.Name.Value}' does not open within two years");
        }

        return (usable.ToImmutable(), [.. written.Value.Where(entry => entry.Name.Has).Select(entry => entry.Name.Value)]);
    }

    /// <summary>What people read in the place of their names, of a folder without mistakes.</summary>
    public static ImmutableDictionary<string, ImmutableDictionary<Language, string>> Says(
        Field<ImmutableArray<Entry<CalendarForm>>> written) =>
        written.Value.Where(entry => entry.Value.Value.Says.IsWritten).ToImmutableDictionary(
            entry => entry.Name.Value, entry => SpokenForm.Build(entry.Value.Value.Says.Value), StringComparer.Ordinal);

    private BusinessCalendar? Read(string name, CalendarForm form)
    {
        var zone = form.TimeZone.Has ? form.TimeZone.Value : DateTimeZone.Utc;
        var holidays = form.Holidays.Has ? form.Holidays.Value.Select(file => File(file, zone)).ToArray() : [];
        if (form.Open is { Has: true, Value.Days: null })
            return Always(name, form);
        var open = form.Open.Has ? Week(form.Open.Value.Days ?? []) : [];
        var extra = form.Extra.Has ? form.Extra.Value.SelectMany(Extra).ToArray() : [];
        if (!form.TimeZone.Has || !form.Open.Has || !AllUsable(form))
            return null;
        return BusinessCalendar.Create(
            name,
            form.TimeZone.Value,
            open,
            year => holidays.SelectMany(file => file is null ? [] : file.In(year)),
            form.Closed.Or([]).Select(range => range.Value),
            extra);
    }

    private BusinessCalendar? Always(string name, CalendarForm form)
    {
        foreach (var (key, isWritten, at) in new[]
        {
            ("holidays", form.Holidays.IsWritten, form.Holidays.At),
            ("closed", form.Closed.IsWritten, form.Closed.At),
            ("extra", form.Extra.IsWritten, form.Extra.At),
        })
        {
            if (isWritten)
                findings.Add(at, $"a calendar that is always open has no '{key}'; write mon-sun: [\"00:00-24:00\"] for one that closes " +
                    "on some dates");
        }

        return form.TimeZone.Has ? BusinessCalendar.AlwaysOpen(name, form.TimeZone.Value) : null;
    }

    private List<OpenHours> Week(ImmutableArray<Entry<ImmutableArray<Field<(LocalTime From, LocalTime To)>>>> days)
    {
        var placed = new List<(OpenHours Hours, Place At)>();
        var given = new Dictionary<IsoDayOfWeek, string>();
        foreach (var entry in days.Where(entry => entry.Name.Has))
        {
            foreach (var day in Times.DaysOf(entry.Name.Value) ?? [])
            {
                if (!given.TryAdd(day, entry.Name.Value))
                {
                    findings.Add(entry.Name.At, $"'{entry.Name.Value}' and '{given[day]}' both say when {day} is open");
                    break;
                }

                if (entry.Value.Has)
                    placed.AddRange(
                        entry.Value.Value.Where(each => each.Has)
                        .Select(each => (new OpenHours(day, each.Value.From, each.Value.To), each.At)));
            }
        }

        TellOverlaps(placed);
        return [.. placed.Select(one => one.Hours)];
    }

    private IEnumerable<(LocalDate Date, OpenHours Hours)> Extra(Entry<ImmutableArray<Field<(LocalTime From, LocalTime To)>>> entry)
    {
        if (!entry.Name.Has || !entry.Value.Has || !Times.TryDates(entry.Name.Value, out var range))
            return [];
        var intervals = entry.Value.Value.Where(each => each.Has).ToArray();
        _extraDays += (Period.DaysBetween(range.First, range.Last) + 1) * intervals.Length;
        if (_extraDays > MostExtraDays)
        {
            findings.Add(entry.Name.At, $"the exceptional dates of all calendars are more than {MostExtraDays} days; name fewer");
            return [];
        }

        // All belong to one day, so any day will do to see whether they overlap.
        TellOverlaps([.. intervals.Select(each => (new OpenHours(IsoDayOfWeek.Monday, each.Value.From, each.Value.To), each.At))]);
        return
            from date in Enumerable.Range(0, Period.DaysBetween(range.First, range.Last) + 1).Select(range.First.PlusDays)
            from each in intervals
            select (date, new OpenHours(date.DayOfWeek, each.Value.From, each.Value.To));
    }

    private void TellOverlaps(IReadOnlyList<(OpenHours Hours, Place At)> placed)
    {
        var told = new HashSet<Place>();
        foreach (var (first, second) in OpenHours.Overlaps(placed.Select(one => one.Hours)))
        {
            // The same record may stand twice; the later place is the one to tell.
            var at = placed.Last(one => one.Hours == second).At;
            if (told.Add(at))
                findings.Add(at, FormattableString.Invariant($"this overlaps {first.Day} {first.From:HH':'mm}-{first.To:HH':'mm}"));
        }
    }

    private Holidays? File(Field<string> name, DateTimeZone zone)
    {
        if (!name.Has)
            return null;
        if (_holidays.TryGetValue((name.Value, zone.Id), out var known))
            return known;
        var wrong = "";
        var read = files.TryGetValue(name.Value, out var text) ? Holidays.Read(text, out wrong, zone, cancellation) : null;
        if (text is null)
            findings.Add(name.At, $"the file '{name.Value}' is not in the folder{Nearest.Hint(name.Value, files.Keys)}");
        else if (read is null)
            findings.Add(name.At, $"'{name.Value}' cannot be read as a calendar: {wrong}");
        else if (read.WhyNone is var (line, why))
            findings.Note(new Place(name.Value, line, 1), $"this file closes no day: {why}");
        return _holidays[(name.Value, zone.Id)] = read;
    }

    private static bool AllUsable(CalendarForm form) =>
        form.Open.Value.Days?.All(entry => entry.Name.Has && entry.Value.Has && entry.Value.Value.All(each => each.Has)) is not false
        && Usable(form.Holidays, each => each.All(file => file.Has))
        && Usable(form.Closed, each => each.All(range => range.Has))
        && Usable(
            form.Extra, each => each.All(entry => entry.Name.Has && entry.Value.Has && entry.Value.Value.All(interval => interval.Has)));

    private static bool Usable<T>(Field<T> field, Func<T, bool> inside)
        where T : notnull =>
        !field.IsWritten || (field.Has && inside(field.Value));
}
