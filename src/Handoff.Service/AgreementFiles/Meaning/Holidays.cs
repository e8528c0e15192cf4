using System.Collections.Immutable;
using Handoff.Service.AgreementFiles.Ics;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// The all-day events of an <c>.ics</c> file, transparent or not, that are not cancelled, as dates (design section 5). Immutable.
/// </summary>
internal sealed class Holidays
{
    /// <summary>The first year for which recurring events are followed.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year for which recurring events are followed.</summary>
    public const int LastYear = 2100;

    /// <summary>
    /// Days that the events of one file may be, all together and up to the last year: more than an event that recurs every day for ever.
    /// </summary>
    public const int MostOccurrences = 40_000;

    private readonly ImmutableDictionary<int, ImmutableArray<LocalDate>> _years;

    private Holidays(SortedSet<LocalDate> dates, ImmutableArray<IcsEvent> events)
    {
        _years = dates.Where(day => day.Year is >= FirstYear and <= LastYear)
            .GroupBy(day => day.Year)
            .ToImmutableDictionary(year => year.Key, year => year.ToImmutableArray());
        WhyNone = _years.IsEmpty ? Why(events) : null;
    }

    /// <summary>Why the file closes no day at all, and the line to look at; null when it closes one.</summary>
    public (int Line, string Why)? WhyNone { get; }

    /// <summary>Reads a file, or says what is wrong with it.</summary>
    /// <param name="wrong">What is wrong, with the event and its line; empty when nothing is.</param>
    /// <param name="zone">The zone of the calendar whose days are closed: some vendors write its midnights in UTC.</param>
    public static Holidays? Read(string text, out string wrong, DateTimeZone? zone = null, CancellationToken cancellation = default)
    {
        var trouble = new IcsTrouble();
        var read = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
            ? Read(text.TrimStart('\uFEFF'), zone ?? DateTimeZone.Utc, trouble, cancellation)
            : null;
        if (read is null && !trouble.Any)
            trouble.Tell("it does not begin with BEGIN:VCALENDAR");
        wrong = trouble.Says;
        return trouble.Any ? null : read;
    }

    /// <summary>The holidays of a year; none outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</summary>
    public ImmutableArray<LocalDate> In(int year) => _years.GetValueOrDefault(year, []);

    // All of it now, so that nothing can go wrong later, while somebody waits for a deadline.
    private static Holidays? Read(string text, DateTimeZone zone, IcsTrouble trouble, CancellationToken cancellation)
    {
        var events = IcsEvents.Read(text, trouble, cancellation);
        if (trouble.Any)
            return null;
        var groups = events.GroupBy(one => one.Uid, StringComparer.Ordinal)
            .Select(same => new IcsGroup([.. same], zone, trouble))
            .ToArray();
        var longest = groups.MaxBy(group => group.Steps)?.Longest;
        if (groups.Sum(group => group.Steps) > Recurrence.MostSteps && longest is not null)
            trouble.Tell(longest, longest.Line, $"its events recur too often until {LastYear}; say until when they do, or name the days");
        return trouble.Any ? null : Find(groups, trouble, cancellation) is { } dates ? new Holidays(dates, events) : null;
    }

    private static SortedSet<LocalDate>? Find(IEnumerable<IcsGroup> groups, IcsTrouble trouble, CancellationToken cancellation)
    {
        var dates = new SortedSet<LocalDate>();
        var followed = 0;
        foreach (var (of, days) in groups.SelectMany(group => group.Closed(cancellation)))
        {
            followed += days.Count;
            if (followed > MostOccurrences)
            {
                trouble.Tell(of, of.Line, $"its events are more than {MostOccurrences} days until {LastYear}; say until when they recur");
                return null;
            }

            for (var day = 0; day < days.Count; day++)
                dates.Add(days.First.PlusDays(day));
        }

        return dates;
    }

    private static (int Line, string Why) Why(ImmutableArray<IcsEvent> events) => events.FirstOrDefault() is not { } first
        ? (1, "it holds no event")
        : (first.Line, $"none of its events lasts whole days in {FirstYear} to {LastYear} and is not cancelled; the first is {first.Name}");
}
