using System.Globalization;
using Handoff.People;
using Handoff.Routing;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Leads.Story;

/// <summary>Times, lengths, lists and choices as a story tells them: in English, the same in every culture.</summary>
internal static class StoryText
{
    private const int MostNamed = 5;

    private static readonly ZonedDateTimePattern Day = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm", null);
    private static readonly ZonedDateTimePattern ItalianDay = Day.WithCulture(CultureInfo.GetCultureInfo("it-IT"));
    private static readonly ZonedDateTimePattern Minute = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);

    /// <summary><c>Mon 23 Nov 15:20</c>, in the reader's zone, cut to the minute.</summary>
    public static string At(this StoryReader reader, Instant at) => reader.Pattern().Format(at.InZone(reader.Zone));

    /// <summary>As <see cref="At(StoryReader, Instant)"/>, or only the time where <paramref name="named"/> is on the same day.</summary>
    public static string At(this StoryReader reader, Instant at, Instant named)
    {
        var local = at.InZone(reader.Zone);
        return local.Date == named.InZone(reader.Zone).Date ? Minute.Format(local) : reader.Pattern().Format(local);
    }

    /// <summary><c>5 min</c>, <c>1 h 30 min</c>, <c>2 s</c>; hours are not gathered into days, since a day of open time is no 24 of them.</summary>
    public static string Length(Duration length)
    {
        if (length > Duration.Zero && length < Duration.FromSeconds(1))
            return "less than 1 s";
        var seconds = (long)Math.Round(length.TotalSeconds, MidpointRounding.AwayFromZero);
        var parts = new[] { Part(seconds / 3600, "h"), Part(seconds / 60 % 60, "min"), Part(seconds % 60, "s") }.Where(part => part.Length > 0);
        return string.Join(' ', parts) is { Length: > 0 } text ? text : "0 min";

        static string Part(long number, string unit) => number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{number} {unit}") : "";
    }

    /// <summary><c>1 working day</c>, <c>2 working days</c>.</summary>
    public static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>How late something was carried out: <c>at once</c>, <c>2 s later</c>.</summary>
    public static string Lateness(Duration late) => late < Duration.FromSeconds(1) ? "at once" : $"{Length(late)} later";

    /// <summary><c>Anna, Bruno and Carla</c>; of many the first five and the number of the others.</summary>
    public static string Names(this StoryReader reader, IReadOnlyList<PersonId> people)
    {
        var named = people.Take(MostNamed).Select(reader.Name).ToList();
        if (people.Count > MostNamed)
            named.Add(Count(people.Count - MostNamed, "other"));
        return named.Count < 2 ? string.Concat(named) : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";
    }

    /// <summary>Why this rep and why not the others.</summary>
    public static string Explain(this StoryReader reader, RoutingChoice choice) => RoutingText.Explain(choice, reader.Name, at => reader.At(at), reader.Language);

    /// <summary>What people read of a reason; the code where the agreement has it no more.</summary>
    public static string Reason(this StoryReader reader, string code) => Inner(reader.Agreement.Reason(code)?.In(reader.Language) ?? code);

    private static ZonedDateTimePattern Pattern(this StoryReader reader) => reader.Language == Language.It ? ItalianDay : Day;

    /// <summary>A text that somebody else wrote, to stand inside a sentence: one line, without a full stop of its own.</summary>
    public static string Inner(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('.');

    /// <summary>What a provider said, in brackets and cut where it is long; nothing where it said nothing.</summary>
    public static string Said(string text)
    {
        const int Most = 150;
        var inner = Inner(text);
        return inner.Length == 0 ? "" : inner.Length <= Most ? $" ({inner})" : $" ({inner[..Most].TrimEnd()}…)";
    }
}
