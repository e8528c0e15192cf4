using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Figures;

/// <summary>
/// Which leads stand behind a number of the scorecard: every figure opens to them by the rule by which it is counted.
/// </summary>
/// <param name="Name">The figure: a metric, or one of <see cref="FigureLeadNames"/>.</param>
/// <param name="Period">The period of the figure.</param>
/// <param name="Verdict">Which leads of it; null: all that count.</param>
/// <param name="Rule">What the figure says of a lead.</param>
public sealed record FigureLeads(string Name, FigurePeriod Period, Verdict? Verdict, MetricRule Rule)
{
    private readonly Minute _from = Minute.Of(Period.Start);
    private readonly Minute _to = Minute.Of(Period.End);

    /// <summary>Whether a lead stands behind the number.</summary>
    public bool Has(in LeadFact lead)
    {
        var judged = Rule(lead);
        return judged.At.IsIn(_from, _to) && (Verdict is { } asked ? judged.Verdict == asked : judged.Counts);
    }

    /// <summary>The rule of a name in a period; null: it names no figure.</summary>
    public static MetricRule? RuleOf(string name, FigurePeriod period, Staff staff)
    {
        if (Metrics.Find(name) is { } metric)
            return metric.Rule;
        if (name == FigureLeadNames.CameBack)
            return CameBack;
        if (name == FigureLeadNames.AcceptedThen)
            return AcceptedThen;
        if (name == FigureLeadNames.Waited)
            return Waited;
        return name.Split('.', 3) switch
        {
            [FigureLeadNames.Rep, FigureLeadNames.AcceptedThen, var who] =>
                (in LeadFact lead) => lead.Holder.Value == who ? AcceptedThen(lead) : Judged.No,
            [FigureLeadNames.Rep, var promise, var who] when Metrics.Find(promise) is { Clock: { } clock } of =>
                (in LeadFact lead) => lead.AnswersFor(clock)?.Value == who ? of.Rule(lead) : Judged.No,
            [FigureLeadNames.Stage, var stage] when FunnelSteps.Names.IndexOf(stage) is >= 0 and var step =>
                (in LeadFact lead) => Reached(lead, step),
            [FigureLeadNames.Open] => static (in LeadFact lead) =>
                lead.IsOfCohort ? new(lead.QualifiedAt, lead.Status.IsOpen() ? Figures.Verdict.Good : Figures.Verdict.Bad) : Judged.No,
            [FigureLeadNames.Reason, var code] => (in LeadFact lead) =>
                lead.IsOfCohort ? new(lead.QualifiedAt, lead.End?.Reason == code ? Figures.Verdict.Good : Figures.Verdict.Bad) : Judged.No,
            [FigureLeadNames.Started, var begun] when Enum.TryParse<ClockName>(begun, out var started) =>
                (in LeadFact lead) => Started(lead, started, onlyUnmet: false),
            [FigureLeadNames.Unmet, var late] when Enum.TryParse<ClockName>(late, out var runs) =>
                (in LeadFact lead) => Started(lead, runs, onlyUnmet: true),
            [FigureLeadNames.Broken, var day, var hour] when int.TryParse(day, out var weekday) && int.TryParse(hour, out var at) =>
                (in LeadFact lead) => Broken(lead, weekday, at, period, staff),
            _ => null,
        };
    }

    private static Judged Reached(in LeadFact lead, int step)
    {
        if (!lead.IsOfCohort)
            return Judged.No;
        Span<Minute> steps = stackalloc Minute[FunnelSteps.Count];
        FunnelSteps.Of(lead, steps);
        return new(lead.QualifiedAt, steps[step].IsSome ? Figures.Verdict.Good : Figures.Verdict.Bad);
    }

    private static Judged CameBack(in LeadFact lead) =>
        lead is { Counts: true, CameBack: true } ? new(lead.QualifiedAt, Figures.Verdict.Good) : Judged.No;

    private static Judged AcceptedThen(in LeadFact lead) =>
        lead.IsWithSomebody ? new(lead.AcceptedAt, Figures.Verdict.Good) : Judged.No;

    private static Judged Waited(in LeadFact lead) =>
        lead is { Counts: true, AcceptedAt.IsSome: true } ? new(lead.QualifiedAt, Figures.Verdict.Good) : Judged.No;

    /// <summary>A lead of which a clock started.</summary>
    private static Judged Started(in LeadFact lead, ClockName name, bool onlyUnmet)
    {
        var (clock, at) = lead.Of(name);
        if (!lead.Counts || !clock.IsThere)
            return Judged.No;
        return onlyUnmet && clock.IsMet ? Judged.No : new(at, Figures.Verdict.Good);
    }

    /// <summary>A lead of which a clock was broken in an hour of the week, in the team's zone.</summary>
    private static Judged Broken(in LeadFact lead, int weekday, int hour, FigurePeriod period, Staff staff)
    {
        if (!lead.Counts || staff.Team(lead.Traits.Team) is not { } team)
            return Judged.No;
        foreach (var name in ClockNames.OfHandoff)
        {
            var clock = lead.Of(name).Clock;
            if (!clock.IsThere || clock.State != ClockState.Breached
                || !clock.Due.IsIn(Minute.Of(period.Start), Minute.Of(period.End)))
                continue;
            var local = clock.Due.Plus(-1).ToInstant()!.Value.InZone(team.Calendar.Zone);
            if ((int)local.DayOfWeek == weekday && local.Hour == hour)
                return new(clock.Due, Figures.Verdict.Good);
        }

        return Judged.No;
    }
}

/// <summary>The numbers of the scorecard that are no metrics, by which their leads are listed.</summary>
public static class FigureLeadNames
{
    /// <summary><c>stage.accepted</c>: the leads of a cohort that took a step of the funnel.</summary>
    public const string Stage = "stage";

    /// <summary>The leads of a cohort that may still come further.</summary>
    public const string Open = "open";

    /// <summary><c>reason.not_a_fit</c>: the leads of a cohort that ended for a reason.</summary>
    public const string Reason = "reason";

    /// <summary><c>started.Accept</c>: leads of which a clock started in the period.</summary>
    public const string Started = "started";

    /// <summary><c>unmet.Accept</c>: those of them whose promise was not kept, yet or for ever.</summary>
    public const string Unmet = "unmet";

    /// <summary><c>broken.5.16</c>: leads of which a clock was broken on a weekday (1 Monday) in an hour.</summary>
    public const string Broken = "broken";

    /// <summary><c>rep.accepted_in_time.ID</c>, <c>rep.accepted_then.ID</c>: of one rep.</summary>
    public const string Rep = "rep";

    /// <summary>The rep of whom a name asks; null: it asks of none.</summary>
    public static PersonId? RepOf(string name) => name.Split('.', 3) is [Rep, _, var who] ? new PersonId(who) : null;

    /// <summary>Handoffs of persons whose last one had just ended.</summary>
    public const string CameBack = "came_back";

    /// <summary>Leads accepted in the period, whenever they qualified.</summary>
    public const string AcceptedThen = "accepted_then";

    /// <summary>Leads that qualified in the period and were accepted, whether or not the person came back too soon.</summary>
    public const string Waited = "waited";
}

/// <summary>The leads of one value of a dimension, or all but those.</summary>
/// <param name="Dimension">As <see cref="SliceTable.Dimension"/>.</param>
public sealed record FigureSlice(string Dimension, string Value, bool IsOfOthers = false)
{
    public bool Has(in LeadFact lead, Staff staff) => (DayParts.ValueOf(lead, Dimension, staff) == Value) != IsOfOthers;
}
