using Handoff.Calendars;
using Handoff.People;
using NodaTime;
using NodaTime.Text;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>When people work: each calendar's hours, the days on which it is closed or opens besides, and who keeps them.</summary>
internal sealed class HoursWords(ReaderNames names) : Sentences(names.Language)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly WeekdayWords _days = new(names.Language);
    private LocalDatePattern? _date;

    public IEnumerable<AgreementTerm> Of(Staff staff, Func<PersonId, string> nameOf, LocalDate today)
    {
        foreach (var (name, calendar) in staff.Calendars.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var shown = Name(name);
            yield return new(Hours, $"hours/{name}", Say($"The hours {shown}", $"L'orario {shown}"), Week(calendar));
            var (closed, until) = (calendar.ClosedDays(today, today.PlusYears(1)).Select(day => day.Date).ToList(), today.PlusYears(1));
            if (closed.Count > 0)
            {
                yield return AgreementTerm.Set(
                    Hours, $"hours/{name}/closed", Say($"In the year ahead {shown} is closed on", $"Nel prossimo anno {shown} è chiuso il"),
                    List(Ranges(closed)), closed.Select(Date));
            }

            var extra = calendar.ExtraHours.Where(one => one.Date >= today && one.Date <= until)
                .OrderBy(one => one.Date).ThenBy(one => one.Times.From).Select(one => $"{Date(one.Date)} {Span(one.Times)}").ToList();
            if (extra.Count > 0)
                yield return AgreementTerm.Set(
                    Hours, $"hours/{name}/extra", Say($"{shown} opens besides on", $"{shown} apre inoltre il"), List(extra), extra);
        }

        var selling = staff.Teams.SelectMany(team => team.Reps.Select(rep => rep.Id).Append(team.Manager)).ToHashSet();
        foreach (var kept in staff.People.Values.Where(person => selling.Contains(person.Id))
            .GroupBy(person => person.Calendar.Name).OrderBy(kept => kept.Key, StringComparer.Ordinal))
        {
            var those = kept.Select(person => nameOf(person.Id)).Order(StringComparer.Ordinal).ToList();
            yield return AgreementTerm.Set(
                Hours, $"keeps/{kept.Key}", Say($"Who keeps the hours {Name(kept.Key)}", $"Chi segue l'orario {Name(kept.Key)}"),
                    List(those), those);
        }
    }

    private string Date(LocalDate date) =>
        (_date ??= LocalDatePattern.Create(Say("d MMMM uuuu", "d MMMM uuuu"), Language.Culture)).Format(date);

    private string Name(string calendar) => Say($"“{names.Calendar(calendar)}”", $"«{names.Calendar(calendar)}»");

    /// <summary>Days with the same hours together: <c>Monday to Thursday 09:00–13:00 and 14:00–18:00, Friday 09:00–13:00</c>.</summary>
    private string Week(BusinessCalendar calendar)
    {
        if (calendar.IsAlwaysOpen)
            return Say("always open", "sempre aperto");
        var byDay = calendar.WeeklyHours.GroupBy(hours => hours.Day).OrderBy(day => day.Key)
            .Select(day => (Day: day.Key, Spans: List(day.OrderBy(hours => hours.From).Select(Span))))
            .GroupBy(day => day.Spans, StringComparer.Ordinal);
        var week = string.Join("; ", byDay.Select(same => $"{_days.Of([.. same.Select(day => day.Day)])} {same.Key}"));
        return Say($"{week} (times of {calendar.Zone.Id})", $"{week} (orari di {calendar.Zone.Id})");
    }

    private static string Span(OpenHours hours) =>
        $"{Time.Format(hours.From)}–{(hours is { EndsNextDay: true } && hours.To == LocalTime.Midnight ? "24:00" : Time.Format(hours.To))}";

    /// <summary>Days that follow each other as one range.</summary>
    private IEnumerable<string> Ranges(List<LocalDate> days)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count
                && days[last + 1] <= days[last].PlusDays(1).PlusDays(days[last].DayOfWeek == IsoDayOfWeek.Friday ? 2 : 0))
                last++;
            yield return first == last ? Date(days[first]) : $"{Date(days[first])}–{Date(days[last])}";
            first = last + 1;
        }
    }
}
