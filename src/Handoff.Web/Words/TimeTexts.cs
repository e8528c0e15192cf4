using System.Globalization;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Words;

/// <summary>Times and lengths of time in one language, for mails and pages alike. A language that lacks one does not compile.</summary>
public abstract class TimeTexts
{
    private readonly LocalDatePattern _date;
    private readonly LocalDatePattern _dateWithYear;

    /// <summary>Sets the language's formats; they do not depend on the ambient culture.</summary>
    /// <param name="culture">The culture of its day and month names.</param>
    /// <param name="date">The pattern of a day of this year.</param>
    /// <param name="dateWithYear">The pattern of any other day.</param>
    private protected TimeTexts(string culture, string date, string dateWithYear)
    {
        Culture = CultureInfo.GetCultureInfo(culture);
        Lang = Culture.TwoLetterISOLanguageName;
        _date = LocalDatePattern.Create(date, Culture);
        _dateWithYear = LocalDatePattern.Create(dateWithYear, Culture);
    }

    /// <summary>The culture of its numbers and names.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language tag.</summary>
    public string Lang { get; }

    /// <summary>Hours and minutes, of 24 hours.</summary>
    public LocalTimePattern TimePattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The texts of a language.</summary>
    public static TimeTexts In(Language language) => language switch
    {
        Language.En => EnglishTimes.Instance,
        Language.It => ItalianTimes.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language has texts."),
    };

    /// <summary>A length of time, rounded up to minutes: <c>5 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    public string Length(Duration length) => InMinutes(Math.Max(Math.Ceiling(length.TotalMinutes), 1));

    /// <summary>A time that has passed, rounded down to minutes; under one it is that: <c>less than a minute</c>.</summary>
    public string Passed(Duration length) => length < Duration.FromMinutes(1) ? UnderAMinute : InMinutes(Math.Floor(length.TotalMinutes));

    private string InMinutes(double minutes)
    {
        var (hours, left) = Math.DivRem((int)Math.Min(minutes, int.MaxValue), 60);
        return hours == 0 ? Minutes(left) : left == 0 ? Hours(hours) : $"{Hours(hours)} {Minutes(left)}";
    }

    /// <summary>A promised length: <c>3 working days</c>, <c>1 hour of working time</c>; of an elapsed clock without the working.</summary>
    public string Promised(Within within, ClockMode mode) => (within.IsDays, mode) switch
    {
        (true, ClockMode.Elapsed) => Days(within.Days),
        (true, _) => WorkingDays(within.Days),
        (false, ClockMode.Elapsed) => Length(within.Measured),
        (false, _) => OfWorkingTime(Length(within.Measured)),
    };

    /// <summary>What the promise of a clock is called, within a sentence: <c>first contact</c>.</summary>
    public abstract string NameOf(ClockName clock);

    /// <summary>A deadline still to come: <c>by 15:20</c>.</summary>
    public abstract string By(Moment at);

    /// <summary>A deadline that has passed: <c>was due at 15:20</c>.</summary>
    public abstract string WasDue(Moment at);

    /// <summary>When something was or is: <c>at 15:20</c>.</summary>
    public abstract string At(Moment at);

    /// <summary>The beginning of a time: <c>since 15:15</c>.</summary>
    public abstract string Since(Moment at);

    /// <summary>A time with both ends: <c>from 15:15 to 15:20</c>.</summary>
    public abstract string Span(Moment from, Moment to);

    /// <summary>The end of a time: <c>until 15:30</c>.</summary>
    public abstract string Until(Moment at);

    /// <summary>A time shorter than a minute.</summary>
    public abstract string UnderAMinute { get; }

    /// <summary>Weekday, day and month, and the year if it is asked for.</summary>
    public virtual string Date(LocalDate date, bool withYear) => (withYear ? _dateWithYear : _date).Format(date);

    /// <summary>
    /// A sentence with numbers and names in its gaps. Where it has two forms, <c>{0} lead|{0} leads</c>, the first is for one: what stands
    /// in the first gap.
    /// </summary>
    public string Say(string text, params object[] parts)
    {
        var forms = text.Split('|');
        var form = forms.Length > 1 && parts is not [1, ..] and not ["1", ..] ? forms[1] : forms[0];
        return string.Format(Culture, Fit(form, [.. parts.Select(part => part as string ?? "")]), parts);
    }

    /// <summary>The sentence with the small words that its names ask for; most languages have none that change.</summary>
    public virtual string Fit(string text, IReadOnlyList<string> parts) => text;

    /// <summary>Time left by the wall.</summary>
    public abstract string In(string length);

    /// <summary>Time left of working time.</summary>
    public abstract string InWorkingTime(string length);

    /// <summary>Time passed.</summary>
    public abstract string Ago(string length);

    /// <summary>By how much a deadline has been missed: <c>18 minutes late</c>.</summary>
    public abstract string Late(string length);

    /// <summary>An amount of working time.</summary>
    public abstract string OfWorkingTime(string length);

    /// <summary>So many working days.</summary>
    public abstract string WorkingDays(int count);

    /// <summary>So many times 24 hours.</summary>
    public abstract string Days(int count);

    /// <summary>So many hours.</summary>
    public abstract string Hours(int count);

    /// <summary>So many minutes.</summary>
    public abstract string Minutes(int count);

    /// <summary>In which zone times are.</summary>
    public abstract string TimesAre(string zone);

    /// <summary>The same at the beginning of a sentence.</summary>
    /// <param name="text">At least one letter.</param>
    public string Capital(string text) => $"{char.ToUpper(text[0], Culture)}{text[1..]}";

    /// <summary>A count with its noun.</summary>
    public string Plural(int count, string one, string many) => string.Create(Culture, $"{count} {(count == 1 ? one : many)}");
}
