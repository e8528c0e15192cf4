using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Teams;

/// <summary>The days of an absence, as the zone of whoever is away has them: one day is one, wherever the reader is.</summary>
internal static class AbsenceDays
{
    /// <param name="end">Exclusive; null: nobody knows.</param>
    /// <param name="open">What is said with the first day where nobody knows the last.</param>
    public static string Of(Instant start, Instant? end, DateTimeZone zone, TimeTexts times, string open)
    {
        var first = Day(start);
        if (end is not { } over)
            return times.Fill(open, first);
        var last = Day(over - Duration.Epsilon);
        return last == first ? first : $"{first} – {last}";

        string Day(Instant at) => times.Date(at.InZone(zone).Date, withYear: true);
    }
}
