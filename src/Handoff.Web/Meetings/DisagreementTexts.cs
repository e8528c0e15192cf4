using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary>A disagreement in plain sentences, with its numbers. It never says why.</summary>
/// <param name="reasonOf">What the code of a reason says.</param>
/// <param name="names">What the reader calls what has an id, and the language.</param>
internal sealed class DisagreementTexts(ReaderNames names, Func<string, string> reasonOf) : Sentences(names.Language)
{
    private readonly TimeTexts _times = TimeTexts.In(names.Language);

    public string Heading => Say("What stands out", "Che cosa spicca");

    public string Nothing => Say("Nothing stands out this week.", "Questa settimana non spicca nulla.");

    /// <summary>What stands out was told already, and is smaller now.</summary>
    public string NothingMore => Say(
        "Nothing stands out more than the last report told.", "Nulla spicca più di quanto diceva l'ultimo rapporto.");

    /// <summary>Which leads: <c>Campaign spring</c>.</summary>
    public string Title(Disagreement one) => one.Dimension == DayParts.Dimension
        ? _times.Capital(DayPart(one.Value))
        : _times.Capital(names.Slice(one.Dimension, one.Value, shown => UserText.Isolated(UserText.Line(shown, 80) ?? shown)));

    /// <summary>The figure of those leads.</summary>
    public string Share(Disagreement one) => Percent(one.Slice.Rate ?? 0);

    public IEnumerable<string> Says(Disagreement one)
    {
        var (did, slice, rest) = (Did(one.Question), one.Slice, one.Rest);
        yield return Say(
            $"{slice.S} of {slice.N} were {did} ({Percent(slice.Low)} to {Percent(slice.High)}); of all others {rest.S} of {rest.N}, "
            + $"{Percent(rest.Rate ?? 0)}.",
            $"{slice.S} su {slice.N} {did} (da {Percent(slice.Low)} a {Percent(slice.High)}); di tutti gli altri {rest.S} su {rest.N}, "
            + $"{Percent(rest.Rate ?? 0)}.");
        var weeks = (long)Math.Min(Math.Floor(1 / one.Chance), 1_000_000);
        yield return Say(
            $"Chance alone would show such a gap in fewer than 1 of {Number(weeks)} weeks.",
            $"Il solo caso mostrerebbe un divario così in meno di 1 settimana su {Number(weeks)}.");
        if (one.InARow > 1)
            yield return Say($"It is the {Ordinal(one.InARow)} week in a row.", $"È la {one.InARow}ª settimana di fila.");
    }

    /// <summary>What was done with a lead, of which the share is.</summary>
    private string Did(string question) => question.Split('.', 2) switch
    {
        [FigureLeadNames.Reason, var code] =>
            Say($"given up for “{Reason(code)}”", $"chiusi per «{Reason(code)}»"),
        ["acceptance_rate"] => Say("accepted", "accettati"),
        ["accepted_in_time"] => Say("accepted in time", "accettati in tempo"),
        ["contacted_in_time"] => Say("contacted in time", "contattati in tempo"),
        ["feedback_in_time"] => Say("given feedback in time", "con esito dato in tempo"),
        _ => question,
    };

    private string Reason(string code) => UserText.Line(reasonOf(code), 60) ?? code;

    private string DayPart(string value) => value.Split('.') switch
    {
        [var day, "morning"] => Say($"{Day(day)} morning", $"{Day(day)} mattina"),
        [var day, "afternoon"] => Say($"{Day(day)} afternoon", $"{Day(day)} pomeriggio"),
        [var day, "night"] => Say($"{Day(day)} night", $"{Day(day)} notte"),
        _ => value,
    };

    private string Day(string number) => _times.Culture.DateTimeFormat.GetDayName(
        (DayOfWeek)((int)(IsoDayOfWeek)int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 7));

    private string Percent(double share) => $"{(100 * share).ToString("0.#", _times.Culture)} %";

    private string Number(long number) => number.ToString("#,0", _times.Culture);

    private string Ordinal(int number) => number switch
    {
        2 => Say("second", "seconda"),
        3 => Say("third", "terza"),
        4 => Say("fourth", "quarta"),
        5 => Say("fifth", "quinta"),
        _ => Say($"{number}th", $"{number}ª"),
    };
}
