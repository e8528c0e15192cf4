using Handoff.Agreements;

namespace Handoff.Web.Words;

/// <summary>Times in English.</summary>
internal sealed class EnglishTimes : TimeTexts
{
    private EnglishTimes() : base("en-GB", "dddd d MMMM", "dddd d MMMM yyyy")
    {
    }

    /// <summary>The one set of texts.</summary>
    public static EnglishTimes Instance { get; } = new();

    /// <inheritdoc />
    public override string NameOf(ClockName clock) => clock switch
    {
        ClockName.Accept => "acceptance",
        ClockName.FirstContact => "first contact",
        ClockName.Feedback => "feedback",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
    };

    /// <inheritdoc />
    public override string By(Moment at) => $"by {Said(at)}";

    /// <inheritdoc />
    public override string WasDue(Moment at) => $"was due {At(at)}";

    /// <inheritdoc />
    public override string At(Moment at) => $"at {Said(at)}";

    /// <inheritdoc />
    public override string Since(Moment at) => $"since {Said(at)}";

    /// <inheritdoc />
    public override string Span(Moment from, Moment to) => $"from {Said(from)} to {Said(to)}";

    /// <inheritdoc />
    public override string Until(Moment at) => $"until {Said(at)}";

    /// <inheritdoc />
    public override string UnderAMinute => "less than a minute";

    /// <inheritdoc />
    public override string In(string length) => $"in {length}";

    /// <inheritdoc />
    public override string InWorkingTime(string length) => $"in {length} of working time";

    /// <inheritdoc />
    public override string Ago(string length) => $"{length} ago";

    /// <inheritdoc />
    public override string Late(string length) => $"{length} late";

    /// <inheritdoc />
    public override string OfWorkingTime(string length) => $"{length} of working time";

    /// <inheritdoc />
    public override string WorkingDays(int count) => Plural(count, "working day", "working days");

    /// <inheritdoc />
    public override string Days(int count) => Plural(count, "day", "days");

    /// <inheritdoc />
    public override string Hours(int count) => Plural(count, "hour", "hours");

    /// <inheritdoc />
    public override string Minutes(int count) => Plural(count, "minute", "minutes");

    /// <inheritdoc />
    public override string TimesAre(string zone) => $"Times are those of {zone}.";

    private static string Said(Moment at) => at.Nearness switch
    {
        Nearness.Today => at.Time,
        Nearness.Tomorrow => $"{at.Time} tomorrow",
        Nearness.Yesterday => $"{at.Time} yesterday",
        Nearness.OtherDay => $"{at.Time} on {at.Date}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };
}
