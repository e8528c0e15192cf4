using System.Globalization;
using Handoff.People;
using NodaTime;

namespace Handoff.Agreements.Words;

/// <summary>The recurring times of the agreement, five fields of cron, as people say them; a rare one is shown as it is written.</summary>
internal sealed class ScheduleWords(Language language) : Sentences(language)
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary><c>every Monday at 08:30</c>, <c>on the first Tuesday of the month at 10:00</c>.</summary>
    public string Of(string cron)
    {
        var written = Say($"at the times “{cron}”", $"agli orari «{cron}»");
        if (Fields(cron) is not [var minute, var hour, var day, "*", var weekday] || Number(minute) is not { } m
            || Number(hour) is not { } h)
            return written;
        var at = FormattableString.Invariant($"{h:00}:{m:00}");
        return (day, weekday.Split('#')) switch
        {
            ("*", ["*"]) => Say($"every day at {at}", $"ogni giorno alle {at}"),
            ("*", [var one]) when Day(one) is { } name => Say($"every {name} at {at}", $"ogni {name} alle {at}"),
            ("*", [var one, var nth]) when Day(one) is { } name && Number(nth) is { } n and >= 1 and <= 5 => Say(
                $"on the {Ordinal(n)} {name} of the month at {at}", $"{Which(n, one)} {name} del mese alle {at}"),
            (not "*", ["*"]) when Number(day) is { } date =>
                Say($"on day {date} of the month at {at}", $"il giorno {date} del mese alle {at}"),
            _ => written,
        };
    }

    /// <summary>The same for two ways of writing one time.</summary>
    public static string Meaning(string cron) => string.Join(' ', Fields(cron)
        .Select((field, place) => place == 4 && Place(field.Split('#')[0]) is { } day ? Days[day] + field[field.Split('#')[0].Length..]
            : Number(field)?.ToString(CultureInfo.InvariantCulture) ?? field));

    private static string[] Fields(string cron) => cron.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Place(string weekday) => Number(weekday) is { } number and <= 7 ? number % 7
        : Array.IndexOf(Days, weekday) is >= 0 and var found ? found : null;

    private string? Day(string weekday) => Place(weekday) is { } place ? new WeekdayWords(Language).Of(Iso(place)) : null;

    private static IsoDayOfWeek Iso(int place) => place == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)place;

    private string Ordinal(int n) => n switch
    {
        1 => Say("first", "primo"),
        2 => Say("second", "secondo"),
        3 => Say("third", "terzo"),
        4 => Say("fourth", "quarto"),
        _ => Say("fifth", "quinto"),
    };

    /// <summary>"Il primo martedì", "la prima domenica".</summary>
    private static string Which(int n, string weekday)
    {
        var ordinal = n switch { 1 => "prim", 2 => "second", 3 => "terz", 4 => "quart", _ => "quint" };
        return Place(weekday) == 0 ? $"la {ordinal}a" : $"il {ordinal}o";
    }
}
