using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using Handoff.Web.Words;
using NodaTime.Text;

namespace Handoff.Web.Scorecards;

/// <summary>What the numbers of the scorecard and their periods are called.</summary>
/// <param name="names">What the reader calls what has an id, and the language.</param>
public sealed class FigureNames(ReaderNames names) : Sentences(names.Language)
{
    private readonly ScorecardTexts _texts = new(names.Language);
    private readonly MetricWords _metrics = new(names);

    /// <summary>A number with what is asked of it: <c>share accepted in time, kept, campaign spring</c>.</summary>
    public string Of(FigureLeads figure, string? dimension, string? value, bool isOfOthers = false)
    {
        var name = figure.Name.Split('.', 3) switch
        {
            [FigureLeadNames.Rep, FigureLeadNames.AcceptedThen, _] =>
                Say($"{AcceptedThen}, of one person", $"{AcceptedThen}, di una persona"),
            [FigureLeadNames.Rep, var metric, _] => Say(
                $"{_metrics.Name(metric)}, of one person", $"{_metrics.Name(metric)}, di una persona"),
            [FigureLeadNames.Stage, var stage] =>
                Say($"leads that came to “{_texts.Stage(stage)}”", $"lead arrivati a «{_texts.Stage(stage)}»"),
            [FigureLeadNames.Open] => MayComeFurther,
            [FigureLeadNames.Reason, var code] => Say($"leads that ended for “{code}”", $"lead finiti per «{code}»"),
            [FigureLeadNames.Broken, var day, var hour] => Say(
                $"leads with a clock broken on {_texts.Weekday(Day(day))} at {hour}:00",
                $"lead con un tempo scaduto {_texts.Weekday(Day(day))} alle {hour}:00"),
            [FigureLeadNames.Started, _] => ClocksStarted,
            [FigureLeadNames.Unmet, _] => ClocksUnmet,
            [FigureLeadNames.CameBack] => CameBack,
            [FigureLeadNames.AcceptedThen] => AcceptedThen,
            [FigureLeadNames.Waited] => Waited,
            ["pipeline_of_cohort"] => PipelineOfCohort,
            ["won_of_cohort"] => WonOfCohort,
            _ => _metrics.Name(figure.Name),
        };
        var verdict = figure.Verdict is { } asked && (FigureLeadNames.RepOf(figure.Name) is not null
            || !figure.Name.Contains('.', StringComparison.Ordinal)) ? $", {Of(asked)}" : "";
        var slice = dimension is null ? ""
            : isOfOthers ? $", {names.Dimension(dimension)} {Say("any but ", "non ")}{names.Value(dimension, value ?? "")}"
            : $", {names.Slice(dimension, value ?? "", shown => shown)}";
        return name + verdict + slice;
    }

    /// <summary>A period as people say it.</summary>
    public static string Of(FigurePeriod period, Language language)
    {
        var (texts, times) = (new ScorecardTexts(language), TimeTexts.In(language));
        return period.Kind switch
        {
            Period.Week => times.Fill(texts.NamedWeek, period.Name[^2..].TrimStart('0'), period.Name[..4]),
            Period.Month => LocalDatePattern.Create("MMMM uuuu", times.Culture).Format(period.First),
            _ => times.Fill(texts.NamedQuarter, period.Name[^1..], period.Name[..4]),
        };
    }

    private string MayComeFurther => Say("leads that may come further", "lead che possono andare avanti");

    private string ClocksStarted => Say("clocks that started", "tempi cominciati");

    private string ClocksUnmet => Say("clocks without an end", "tempi senza una fine");

    private string CameBack => Say("persons who came back too soon", "persone tornate troppo presto");

    private string AcceptedThen => Say("leads accepted", "lead accettati nel periodo");

    private string Waited => Say("leads accepted of those that qualified", "lead accettati di quelli qualificati");

    private string PipelineOfCohort => Say("pipeline of the leads that qualified", "pipeline dei lead qualificati");

    private string WonOfCohort => Say("amount won of the leads that qualified", "importo vinto dei lead qualificati");

    /// <summary>What a figure says of one lead.</summary>
    public string Said(Verdict verdict) => verdict switch
    {
        Verdict.Good => Say("counted", "contato"),
        Verdict.Bad => Say("in the total only", "solo nel totale"),
        Verdict.Undecided => Say("undecided", "indeciso"),
        Verdict.Erased => Say("erased", "cancellato"),
        Verdict.Contested => Say("contested", "contestato"),
        Verdict.Outside => Say("not in it", "fuori"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A verdict is one of these."),
    };

    private string Of(Verdict verdict) => verdict switch
    {
        Verdict.Good => Say("the good ones", "quelli buoni"),
        Verdict.Bad => Say("the others", "gli altri"),
        Verdict.Undecided => Say("the undecided ones", "quelli indecisi"),
        Verdict.Erased => Say("the erased ones", "quelli cancellati"),
        Verdict.Contested => Say("the contested ones", "quelli contestati"),
        Verdict.Outside => Say("those beside it", "quelli fuori"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A verdict is one of these."),
    };

    private static NodaTime.IsoDayOfWeek Day(string number) =>
        int.TryParse(number, out var day) && day is >= 1 and <= 7 ? (NodaTime.IsoDayOfWeek)day : NodaTime.IsoDayOfWeek.Monday;
}
