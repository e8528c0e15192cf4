using System.Collections.Frozen;
using System.Globalization;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Words;

/// <summary>Times and lengths of time, for mails and pages alike.</summary>
public sealed class TimeTexts : Sentences
{
    private static readonly FrozenDictionary<Language, TimeTexts> All =
        Language.All.ToFrozenDictionary(language => language, language => new TimeTexts(language));

    private readonly LengthWords _lengths;
    private readonly LocalDatePattern _date;
    private readonly LocalDatePattern _dateWithYear;
    private readonly LocalDatePattern _shortDate;
    private readonly LocalDatePattern _shortDateWithYear;

    private TimeTexts(Language language) : base(language)
    {
        _lengths = new(language);
        _date = LocalDatePattern.Create(Say("dddd d MMMM", "dddd d MMMM"), Culture);
        _dateWithYear = LocalDatePattern.Create(Say("dddd d MMMM yyyy", "dddd d MMMM yyyy"), Culture);
        _shortDate = LocalDatePattern.Create(Say("d MMM", "d MMM"), Culture);
        _shortDateWithYear = LocalDatePattern.Create(Say("ddd d MMM uuuu", "ddd d MMM uuuu"), Culture);
    }

    /// <summary>The culture of the language's numbers and names; the ambient culture changes nothing.</summary>
    public CultureInfo Culture => Language.Culture;

    public string Lang => Language.Tag;

    /// <summary>Hours and minutes, of 24 hours.</summary>
    public LocalTimePattern TimePattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static TimeTexts In(Language language) => All[language];

    /// <summary>A length of time, rounded up to minutes: <c>5 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    public string Length(Duration length) => InMinutes(Math.Max(Math.Ceiling(length.TotalMinutes), 1));

    /// <summary>A time that has passed, rounded down to minutes; under one it is that: <c>less than a minute</c>.</summary>
    public string Passed(Duration length) => length < Duration.FromMinutes(1) ? UnderAMinute : InMinutes(Math.Floor(length.TotalMinutes));

    /// <summary>A promised length: <c>3 working days</c>, <c>1 hour of working time</c>; of an elapsed clock without the working.</summary>
    public string Promised(Within within, ClockMode mode) => (within.IsDays, mode) switch
    {
        (false, ClockMode.Business) => OfWorkingTime(_lengths.Promised(within, mode)),
        _ => _lengths.Promised(within, mode),
    };

    /// <summary>What the promise of a clock is called, within a sentence: <c>first contact</c>.</summary>
    public string NameOf(ClockName clock) => clock switch
    {
        ClockName.Accept => Say("acceptance", "accettazione"),
        ClockName.FirstContact => Say("first contact", "primo contatto"),
        ClockName.Feedback => Say("feedback", "esito"),
        ClockName.Outcome => Say("outcome", "esito finale"),
        ClockName.Confirm => Say("confirmation", "conferma"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
    };

    /// <summary>When something was or is: <c>at 15:20</c>.</summary>
    public string At(Moment at) => at.Nearness switch
    {
        Nearness.Today => Say($"at {at.Time}", $"alle {at.Time}"),
        Nearness.Tomorrow => Say($"at {at.Time} tomorrow", $"domani alle {at.Time}"),
        Nearness.Yesterday => Say($"at {at.Time} yesterday", $"ieri alle {at.Time}"),
        Nearness.OtherDay => Say($"at {at.Time} on {at.Date}", $"{at.Date} alle {at.Time}"),
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };

    /// <summary>A deadline still to come: <c>by 15:20</c>.</summary>
    public string By(Moment at) => Say($"by {Said(at)}", $"entro {Said(at)}");

    /// <summary>A deadline that has passed: <c>was due at 15:20</c>.</summary>
    public string WasDue(Moment at) => Say($"was due {At(at)}", $"scadeva {At(at)}");

    /// <summary>The beginning of a time: <c>since 15:15</c>.</summary>
    public string Since(Moment at) => Say($"since {Said(at)}", $"dal{Said(at)}");

    /// <summary>The end of a time: <c>until 15:30</c>.</summary>
    public string Until(Moment at) => Say($"until {Said(at)}", $"fino al{Said(at)}");

    /// <summary>What begins later: <c>from 00:00 tomorrow</c>.</summary>
    public string From(Moment at) => Say($"from {Said(at)}", $"dal{Said(at)}");

    /// <summary>A time with both ends: <c>from 15:15 to 15:20</c>. A day on which both are is said once.</summary>
    public string Span(Moment from, Moment to)
    {
        if ((from.Nearness, from.Date) != (to.Nearness, to.Date))
            return Say($"from {Said(from)} to {Said(to)}", $"dal{Said(from)} al{Said(to)}");
        return from.Nearness switch
        {
            Nearness.Today => Say($"from {from.Time} to {to.Time}", $"dalle {from.Time} alle {to.Time}"),
            Nearness.Tomorrow => Say($"from {from.Time} to {to.Time} tomorrow", $"domani dalle {from.Time} alle {to.Time}"),
            Nearness.Yesterday => Say($"from {from.Time} to {to.Time} yesterday", $"ieri dalle {from.Time} alle {to.Time}"),
            Nearness.OtherDay => Say($"from {from.Time} to {to.Time} on {from.Date}", $"{from.Date} dalle {from.Time} alle {to.Time}"),
            _ => throw new ArgumentOutOfRangeException(nameof(from), from, "A day is near or it is not."),
        };
    }

    /// <summary>A time shorter than a minute.</summary>
    public string UnderAMinute => Say("less than a minute", "meno di un minuto");

    /// <summary>Time left by the wall.</summary>
    public string In(string length) => Say($"in {length}", $"tra {length}");

    /// <summary>Time left of working time.</summary>
    public string InWorkingTime(string length) => Say($"in {length} of working time", $"tra {length} di orario lavorativo");

    public string Ago(string length) => Say($"{length} ago", $"{length} fa");

    /// <summary>By how much a deadline has been missed: <c>18 minutes late</c>.</summary>
    public string Late(string length) => Say($"{length} late", $"in ritardo di {length}");

    /// <summary>An amount of working time.</summary>
    public string OfWorkingTime(string length) => Say($"{length} of working time", $"{length} di orario lavorativo");

    public string WorkingDays(int count) => _lengths.WorkingDays(count);

    /// <summary>So many times 24 hours.</summary>
    public string Days(int count) => _lengths.Days(count);

    public string TimesAre(string zone) => Say($"Times are those of {zone}.", $"Gli orari sono quelli di {zone}.");

    /// <summary>Weekday, day and month, and the year if it is asked for.</summary>
    public string Date(LocalDate date, bool withYear)
    {
        var said = (withYear ? _dateWithYear : _date).Format(date);
        // The first day of an Italian month is an ordinal: martedì 1º settembre.
        return date.Day == 1 && Language == Language.It ? said.Replace(" 1 ", " 1º ", StringComparison.Ordinal) : said;
    }

    /// <summary>Day and month in a few letters: <c>23 Nov</c>.</summary>
    public string ShortDate(LocalDate date) => _shortDate.Format(date);

    /// <summary>Weekday, day, month and year in a few letters: <c>Mon 23 Nov 2026</c>.</summary>
    public string ShortDateWithYear(LocalDate date) => _shortDateWithYear.Format(date);

    /// <summary>How much of a day's quota was given; <paramref name="day"/> is null today.</summary>
    public string Quota(int given, int most, string? day) => day is null
        ? Say($"{given} of {most} today", $"{given} su {most} oggi")
        : Say($"{given} of {most} on {day}", $"{given} su {most} {day}");

    /// <summary>
    /// A sentence with numbers and names in its gaps. Where it has two forms, <c>{0} lead|{0} leads</c>, the first is for one: what stands
    /// in the first gap.
    /// </summary>
    public string Fill(string text, params object[] parts)
    {
        var forms = text.Split('|');
        var isOne = parts is [1, ..] or ["1", ..] || (Language.ZeroIsOne && parts is [0, ..] or ["0", ..]);
        var form = forms.Length > 1 && !isOne ? forms[1] : forms[0];
        return string.Format(Culture, Fit(form, [.. parts.Select(part => part as string ?? "")]), parts);
    }

    /// <summary>The sentence with the small words that its names ask for, such as the Italian "ad Anna".</summary>
    public string Fit(string text, IReadOnlyList<string> parts) =>
        Language == Language.It ? ItalianEuphony.Fit(text, parts) : text;

    /// <summary>The same at the beginning of a sentence.</summary>
    /// <param name="text">At least one letter.</param>
    public string Capital(string text) => $"{char.ToUpper(text[0], Culture)}{text[1..]}";

    /// <summary>A count with its noun.</summary>
    public string Plural(int count, string one, string many) => string.Create(Culture, $"{count} {(count == 1 ? one : many)}");

    private string InMinutes(double minutes) => _lengths.Measured((long)Math.Min(minutes, int.MaxValue));

    // After a preposition.
    private string Said(Moment at) => at.Nearness switch
    {
        Nearness.Today => Say($"{at.Time}", $"le {at.Time}"),
        Nearness.Tomorrow => Say($"{at.Time} tomorrow", $"le {at.Time} di domani"),
        Nearness.Yesterday => Say($"{at.Time} yesterday", $"le {at.Time} di ieri"),
        Nearness.OtherDay => Say($"{at.Time} on {at.Date}", $"le {at.Time} di {at.Date}"),
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };
}
