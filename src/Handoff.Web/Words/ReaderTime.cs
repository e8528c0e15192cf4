using Handoff.People;
using NodaTime;

namespace Handoff.Web.Words;

/// <summary>Says times as one reader understands them: in the zone of the reader's calendar and in the reader's language.</summary>
public sealed class ReaderTime(TimeTexts texts, DateTimeZone zone, Instant now)
{
    private readonly LocalDate _today = now.InZone(zone).Date;

    /// <summary>The language's words for times.</summary>
    public TimeTexts Texts => texts;

    /// <summary>The product's time.</summary>
    public Instant Now => now;

    /// <summary>The zone's name, such as <c>Europe/Rome</c>.</summary>
    public string Zone => zone.Id;

    /// <summary>The times of a person whom we know.</summary>
    public static ReaderTime Of(Person reader, Instant now) => new(TimeTexts.In(reader.Language), reader.Calendar.Zone, now);

    /// <summary>The moment as the reader's clock on the wall and calendar show it.</summary>
    public Moment At(Instant at)
    {
        var (date, time) = at.InZone(zone).LocalDateTime;
        var nearness = Period.DaysBetween(_today, date) switch
        {
            0 => Nearness.Today,
            1 => Nearness.Tomorrow,
            -1 => Nearness.Yesterday,
            _ => Nearness.OtherDay,
        };
        return new(
            nearness, nearness == Nearness.OtherDay ? texts.Date(date, withYear: date.Year != _today.Year)
            : "", texts.TimePattern.Format(time));
    }

    /// <summary>How far an instant is by the clock on the wall, what is left rounded up and what has passed rounded down, such as <c>in 12
    /// minutes</c> or <c>3 hours ago</c>; null beyond a day, where the date says more.</summary>
    public string? Distance(Instant at)
    {
        var left = at - now;
        if (left >= Duration.FromHours(24) || left <= -Duration.FromHours(24))
            return null;
        return left > Duration.Zero ? texts.In(texts.Length(left)) : texts.Ago(texts.Passed(-left));
    }
}
