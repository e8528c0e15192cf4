using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Web.Words;

/// <summary>Times in Italian.</summary>
internal sealed class ItalianTimes : TimeTexts
{
    private ItalianTimes() : base("it-IT", "dddd d MMMM", "dddd d MMMM yyyy")
    {
    }

    /// <summary>The one set of texts.</summary>
    public static ItalianTimes Instance { get; } = new();

    /// <inheritdoc />
    public override string NameOf(ClockName clock) => clock switch
    {
        ClockName.Accept => "accettazione",
        ClockName.FirstContact => "primo contatto",
        ClockName.Feedback => "riscontro",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
    };

    /// <inheritdoc />
    public override string By(Moment at) => $"entro {Said(at)}";

    /// <inheritdoc />
    public override string WasDue(Moment at) => $"scadeva {At(at)}";

    /// <inheritdoc />
    public override string At(Moment at) => at.Nearness switch
    {
        Nearness.Today => $"alle {at.Time}",
        Nearness.Tomorrow => $"domani alle {at.Time}",
        Nearness.Yesterday => $"ieri alle {at.Time}",
        Nearness.OtherDay => $"{at.Date} alle {at.Time}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };

    /// <inheritdoc />
    public override string Since(Moment at) => $"dal{Said(at)}";

    /// <inheritdoc />
    public override string Span(Moment from, Moment to) => $"dal{Said(from)} al{Said(to)}";

    /// <inheritdoc />
    public override string Until(Moment at) => $"fino al{Said(at)}";

    /// <inheritdoc />
    public override string UnderAMinute => "meno di un minuto";

    /// <summary>As in every language, but the first day of a month is an ordinal: <c>martedì 1º settembre</c>.</summary>
    public override string Date(LocalDate date, bool withYear) =>
        date.Day == 1 ? base.Date(date, withYear).Replace(" 1 ", " 1º ", StringComparison.Ordinal) : base.Date(date, withYear);

    /// <inheritdoc />
    public override string Fit(string text, IReadOnlyList<string> parts) => ItalianEuphony.Fit(text, parts);

    /// <inheritdoc />
    public override string In(string length) => $"tra {length}";

    /// <inheritdoc />
    public override string InWorkingTime(string length) => $"tra {length} di orario lavorativo";

    /// <inheritdoc />
    public override string Ago(string length) => $"{length} fa";

    /// <inheritdoc />
    public override string Late(string length) => $"in ritardo di {length}";

    /// <inheritdoc />
    public override string OfWorkingTime(string length) => $"{length} di orario lavorativo";

    /// <inheritdoc />
    public override string WorkingDays(int count) => Plural(count, "giorno lavorativo", "giorni lavorativi");

    /// <inheritdoc />
    public override string Days(int count) => Plural(count, "giorno", "giorni");

    /// <inheritdoc />
    public override string Hours(int count) => Plural(count, "ora", "ore");

    /// <inheritdoc />
    public override string Minutes(int count) => Plural(count, "minuto", "minuti");

    /// <inheritdoc />
    public override string TimesAre(string zone) => $"Gli orari sono quelli di {zone}.";

    private static string Said(Moment at) => at.Nearness switch
    {
        Nearness.Today => $"le {at.Time}",
        Nearness.Tomorrow => $"le {at.Time} di domani",
        Nearness.Yesterday => $"le {at.Time} di ieri",
        Nearness.OtherDay => $"le {at.Time} di {at.Date}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };
}
