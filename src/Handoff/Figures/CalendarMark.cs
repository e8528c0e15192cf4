using System.Security.Cryptography;
using System.Text;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;

namespace Handoff.Figures;

/// <summary>
/// Says whether facts that were made with other calendars would be the same: two staffs have one mark when every calendar was open at the
/// same times, and every team has the same calendar. A holiday to come changes no fact, so it changes no mark.
/// </summary>
public static class CalendarMark
{
    /// <summary>The mark of the open times in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static string Of(Staff staff, Instant from, Instant to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var team in staff.Teams.OrderBy(team => team.Name, StringComparer.Ordinal))
            Add(hash, $"team {team.Name} {team.Calendar.Name}");
        var names = staff.Teams.Select(team => team.Calendar.Name).Concat(staff.Calendars.Keys)
            .Concat(staff.People.Values.Select(person => person.Calendar.Name));
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (staff.Calendar(name) is { } calendar)
                Add(hash, calendar, from, to);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, BusinessCalendar calendar, Instant from, Instant to)
    {
        Add(hash, $"calendar {calendar.Name} {calendar.Zone.Id}");
        if (to <= from)
            return;
        foreach (var span in calendar.OpenSpansBetween(from, to))
            Add(hash, FormattableString.Invariant($"{span.Start.ToUnixTimeTicks()} {span.End.ToUnixTimeTicks()}"));
        var (day, last) = (from.InZone(calendar.Zone).Date, to.InZone(calendar.Zone).Date);
        for (; day <= last; day = day.PlusDays(1))
            hash.AppendData(calendar.IsWorkingDay(day) ? "1"u8 : "0"u8);
    }

    private static void Add(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
}
