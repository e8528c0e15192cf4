using System.Collections.Immutable;
using Handoff.Calendars;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>A time of an agreed schedule.</summary>
/// <param name="At">When it is.</param>
/// <param name="Planned">The day that the schedule says, in the agreement's zone; it was moved where it is another.</param>
public sealed record Occurrence(Instant At, LocalDate Planned);

/// <summary>
/// The times of a schedule. One that falls on a day on which somebody concerned does not work is moved to the next day on which all do, at
/// the same time of day; where there is none within two weeks it stays.
/// </summary>
/// <param name="next">The schedule: its next time on the wall clock after another.</param>
/// <param name="zone">The agreement's zone.</param>
/// <param name="calendars">The calendars of those concerned.</param>
public sealed class Occurrences(Func<LocalDateTime, LocalDateTime?> next, DateTimeZone zone, ImmutableArray<BusinessCalendar> calendars)
{
    private const int FarthestDays = 14;

    /// <summary>The first after an instant, of those planned for a later day than one; null: there is none.</summary>
    public Occurrence? After(Instant after, LocalDate? planned)
    {
        Occurrence? first = null;
        var from = after.InZone(zone).LocalDateTime.PlusDays(-FarthestDays - 1);
        if (planned is { } told && from.Date <= told)
            from = told.PlusDays(1).AtMidnight().PlusTicks(-1);
        for (var at = next(from); at is { } local; at = next(local))
        {
            var moved = Moved(local);
            // What is planned later than the first found cannot come before it.
            if (first is not null && At(local) >= first.At)
                break;
            if (moved.At > after && (first is null || moved.At < first.At))
                first = moved;
        }

        return first;
    }

    /// <summary>The last of those from <paramref name="from"/> to <paramref name="until"/>, both included; null: there is none.</summary>
    public Occurrence? LastBetween(Instant from, Instant until, LocalDate? planned)
    {
        Occurrence? last = null;
        for (var one = After(from - Duration.Epsilon, planned); one is not null && one.At <= until; one = After(one.At, planned))
            last = one;
        return last;
    }

    private Occurrence Moved(LocalDateTime local)
    {
        for (var days = 0; days <= FarthestDays; days++)
        {
            var day = local.PlusDays(days);
            if (calendars.All(calendar => calendar.IsWorkingDay(day.Date)))
                return new(At(day), local.Date);
        }

        return new(At(local), local.Date);
    }

    private Instant At(LocalDateTime local) => local.InZoneLeniently(zone).ToInstant();
}
