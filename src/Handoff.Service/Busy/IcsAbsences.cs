using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles.Ics;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>
/// The absences that a person's own calendar tells. Whole days that are shown as busy, and whatever is marked as out of office, however
/// short: a meeting of an hour is no absence. Of free/busy time the same (<see cref="FreeBusyTimes"/>). Nothing of an event but its times
/// is kept.
/// </summary>
internal static class IcsAbsences
{
    /// <summary>How far ahead is looked.</summary>
    public static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>More than this nobody has; a calendar that says so is another's.</summary>
    public const int Most = 200;

    // A calendar of years is followed in a moment; rules that are made to last are not.
    private const int MostDays = 100_000;
    private const long MostSteps = 4L * Recurrence.MostSteps;

    /// <summary>Reads them, or says why it cannot, without a word of the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="zone">The zone of the person's calendar, in which dates are meant.</param>
    /// <param name="now">What is over by then is left out.</param>
    public static (ImmutableArray<Absence> Absences, string? Wrong) Read(
        string text, DateTimeZone zone, Instant now, CancellationToken cancellation)
    {
        if (!text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            return ([], "it is no calendar");
        var trouble = new IcsTrouble();
        var events = IcsEvents.Read(text.TrimStart('\uFEFF'), trouble, cancellation);
        // Half a calendar would forget the leave in its other half.
        if (trouble.IsOfForm)
            return ([], "it cannot be read");
        var absences = new List<Absence>();
        var (steps, followed) = (0L, 0);
        foreach (var group in events.Where(one => one.Start is not null || one.IsCancelled).Select(Shown)
            .GroupBy(one => one.Uid, StringComparer.Ordinal))
        {
            // One event that makes no sense must not hide the others.
            var wrong = new IcsTrouble();
            ImmutableArray<IcsEvent> same = [.. group];
            var days = new IcsGroup(same, zone, wrong);
            if (wrong.Any || days.Steps > Recurrence.MostSteps)
                continue;
            var times = new OutOfOffice(same, zone);
            if ((steps += days.Steps + times.Steps) > MostSteps)
                return ([], "its events recur too often");
            var own = new List<Absence>();
            foreach (var (_, closed) in days.Closed(cancellation))
            {
                if ((followed += closed.Count) > MostDays)
                    return ([], "its events recur too often");
                own.Add(new(At(closed.First), At(closed.First.PlusDays(closed.Count))));
            }

            foreach (var one in times.Between(now, now + Ahead, cancellation))
            {
                if (++followed > MostDays)
                    return ([], "its events recur too often");
                own.Add(one);
            }

            // The days of one event are one absence where they touch; of two events, whoever is back from the first still has the second.
            absences.AddRange(Joined(own.Where(one => one.End > now && one.Start < now + Ahead), whereTheyTouch: true));
        }

        absences.AddRange(Joined(
            FreeBusyTimes.Read(text.TrimStart('\uFEFF'), zone, cancellation).Where(one => one.End > now && one.Start < now + Ahead),
            whereTheyTouch: true));
        var kept = Joined(absences, whereTheyTouch: false);
        return kept.Length > Most ? ([], "it has too many absences for one person") : (kept, null);

        Instant At(LocalDate day) => zone.AtStartOfDay(day).ToInstant();
    }

    /// <summary>
    /// What is shown as free is as good as cancelled: of a series, that occurrence. So is what lies so far ahead that days behind it could
    /// have no number.
    /// </summary>
    private static IcsEvent Shown(IcsEvent one) => one with
    {
        IsCancelled = one.IsCancelled || one.IsShownFree || (one.Start is { } start && IsFar(start)),
        Added = one.Added.RemoveAll(IsFar),
    };

    private static bool IsFar(IcsMoment moment) => moment.Local.Year > Holidays.LastYear;

    /// <summary>In their order, those that overlap as one; each marked as of a calendar.</summary>
    /// <param name="absences">Each with its end.</param>
    /// <param name="whereTheyTouch">Whether those that only touch are one, too.</param>
    internal static ImmutableArray<Absence> Joined(IEnumerable<Absence> absences, bool whereTheyTouch)
    {
        var joined = new List<Absence>();
        foreach (var one in absences.OrderBy(one => one.Start))
        {
            if (joined is [.., var last] && (one.Start < last.End || (whereTheyTouch && one.Start == last.End)))
                joined[^1] = last with { End = Instant.Max(last.End!.Value, one.End!.Value) };
            else
                joined.Add(one with { IsFromCalendar = true });
        }

        return [.. joined];
    }
}
