using System.Runtime.InteropServices;
using Handoff.Web.Mail.Texts;
using NodaTime;

namespace Handoff.Web.Mail.Words;

/// <summary>How near a moment's day is to the reader's today.</summary>
internal enum Nearness
{
    /// <summary>The same local date.</summary>
    Today,

    /// <summary>The next local date.</summary>
    Tomorrow,

    /// <summary>The local date before.</summary>
    Yesterday,

    /// <summary>Any other; it is named by its date.</summary>
    OtherDay,
}

/// <summary>A moment in the reader's zone and language.</summary>
/// <param name="Nearness">How near its day is.</param>
/// <param name="Date">Weekday, day and month; with the year when it is not this year.</param>
/// <param name="Time">Hours and minutes, of 24 hours.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Moment(Nearness Nearness, string Date, string Time);

/// <summary>A deadline as the reader is told.</summary>
/// <param name="Moment">When.</param>
/// <param name="IsLate">Whether it has passed.</param>
/// <param name="Distance">How far it is, such as <c>in 5 minutes of working time</c>, or null when that is not known.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ToldDeadline(Moment Moment, bool IsLate, string? Distance);

/// <summary>Says times as one reader understands them: in the zone of the reader's calendar and in the reader's language.</summary>
/// <param name="texts">The language.</param>
/// <param name="zone">The zone.</param>
/// <param name="now">The product's time.</param>
internal sealed class ReaderTime(MailTexts texts, DateTimeZone zone, Instant now)
{
    private readonly LocalDate _today = now.InZone(zone).Date;

    /// <summary>The product's time.</summary>
    public Instant Now => now;

    /// <summary>The zone's name, such as <c>Europe/Rome</c>.</summary>
    public string Zone => zone.Id;

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
        var pattern = date.Year == _today.Year ? texts.DatePattern : texts.DatePatternWithYear;
        return new(nearness, nearness == Nearness.OtherDay ? pattern.Format(date) : "", texts.TimePattern.Format(time));
    }
}
