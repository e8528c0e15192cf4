using System.Collections.Frozen;
using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;

namespace Handoff.Figures;

/// <summary>The figures that Handoff measures by itself. Tests are in none of them, and duplicates, which never qualified.</summary>
public static class Metrics
{
    private static readonly int AnswerMinutes = (int)Math.Ceiling(LeadAsk.AnsweredWithin.TotalMinutes) + 1;
    private static readonly int UndoMinutes = (int)Math.Ceiling(Undo.Within.TotalMinutes) + 1;

    public static Metric QualifiedLeads { get; } = new("qualified_leads", Side.Marketing, MetricKind.Count, false, Qualified);

    public static Metric GoodLeads { get; } = new("good_leads", Side.Marketing, MetricKind.Count, true, Good);

    public static Metric AcceptedLeads { get; } = new("accepted_leads", Side.Marketing, MetricKind.Count, true, Accepted);

    public static Metric AcceptanceRate { get; } = new("acceptance_rate", Side.Marketing, MetricKind.Share, true, AcceptedOfDecided);

    public static Metric ReturnedAsBad { get; } = new("returned_as_bad", Side.Marketing, MetricKind.Share, true, Returned);

    public static Metric Completeness { get; } = new("completeness", Side.Marketing, MetricKind.Share, false, Complete);

    public static Metric AcceptedInTime { get; } = OfClock("accepted_in_time", ClockName.Accept);

    public static Metric ContactedInTime { get; } = OfClock("contacted_in_time", ClockName.FirstContact);

    public static Metric FeedbackInTime { get; } = OfClock("feedback_in_time", ClockName.Feedback);

    public static Metric AttemptsKept { get; } = new("attempts_kept", Side.Sales, MetricKind.Share, false, Attempts);

    /// <summary>Of those who were asked in the period; silence is no "no".</summary>
    public static Metric LeadsSayingNo { get; } =
        new("leads_saying_no", Side.Sales, MetricKind.Share, true, (in lead) => Asked(lead, lead.SaidNo));

    /// <summary>As <see cref="LeadsSayingNo"/>, of those whom somebody called. No commitment names it.</summary>
    public static Metric LeadsSayingYes { get; } = LeadsSayingNo with
    {
        Name = "leads_saying_yes",
        Rule = (in lead) => Asked(lead, lead.SaidYes),
    };

    /// <summary>Of the period in which the CRM called the lead an opportunity.</summary>
    public static Metric PipelineCreated { get; } = new("pipeline_created", Side.Marketing, MetricKind.Money, false, Pipeline)
    {
        Amount = static money => money.Pipeline,
    };

    /// <summary>Of the period in which the lead was won.</summary>
    public static Metric WonAmount { get; } = new("won_amount", Side.Sales, MetricKind.Money, false, Won)
    {
        Amount = static money => money.Won,
    };

    /// <summary>As <see cref="PipelineCreated"/>, of the period in which the lead qualified.</summary>
    public static Metric PipelineOfCohort { get; } = PipelineCreated with
    {
        Name = "pipeline_of_cohort",
        IsRestated = true,
        Rule = static (in lead) => Pipeline(lead) with { At = lead.QualifiedAt },
    };

    /// <summary>As <see cref="WonAmount"/>, of the period in which the lead qualified.</summary>
    public static Metric WonOfCohort { get; } = WonAmount with
    {
        Name = "won_of_cohort",
        IsRestated = true,
        Rule = static (in lead) => Won(lead) with { At = lead.QualifiedAt },
    };

    /// <summary>Won or accepted, against returned as bad: <see cref="Figures.LookedFor"/>. No commitment names it.</summary>
    public static Metric LookedFor { get; } = new("looked_for", Side.Marketing, MetricKind.Share, true, Wanted);

    /// <summary>The promises that a clock measures, in the order of the clocks.</summary>
    public static ImmutableArray<Metric> OfClocks { get; } = [AcceptedInTime, ContactedInTime, FeedbackInTime];

    /// <summary>Every figure that a commitment may name.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        QualifiedLeads, GoodLeads, AcceptedLeads, AcceptanceRate, ReturnedAsBad, Completeness,
        AcceptedInTime, ContactedInTime, FeedbackInTime, AttemptsKept, LeadsSayingNo, PipelineCreated, WonAmount,
    ];

    private static readonly FrozenDictionary<string, Metric> ByName =
        All.Concat([PipelineOfCohort, WonOfCohort, LookedFor, LeadsSayingYes])
            .ToFrozenDictionary(metric => metric.Name, StringComparer.Ordinal);

    /// <summary>The metric of that name; null: it is not measured here.</summary>
    public static Metric? Find(string name) => ByName.GetValueOrDefault(name);

    private static Metric OfClock(string name, ClockName clock) =>
        new(name, Side.Sales, MetricKind.Share, false, (in lead) => InTime(lead, lead.Of(clock).Clock)) { Clock = clock };

    private static Judged Qualified(in LeadFact lead) =>
        lead.IsOfCohort ? new(lead.QualifiedAt, Verdict.Good, lead.QualifiedAt) : Judged.No;

    /// <summary>A lead is good until a reason of marketing's fault ends it.</summary>
    private static Judged Good(in LeadFact lead) => !lead.IsOfCohort ? Judged.No
        : IsBad(lead) ? new(lead.QualifiedAt, Unless(lead, Verdict.Outside), BadFrom(lead))
        : new(lead.QualifiedAt, Verdict.Good, SettledAt(lead));

    private static Judged Accepted(in LeadFact lead) => AcceptedOf(lead, Verdict.Outside);

    private static Judged AcceptedOfDecided(in LeadFact lead) =>
        lead.IsLeftOutIfLate && lead.Accept is { IsThere: true, State: ClockState.Breached } ? Judged.No : AcceptedOf(lead, Verdict.Bad);

    private static Judged AcceptedOf(in LeadFact lead, Verdict otherwise) => !lead.IsOfCohort ? Judged.No
        : lead.AcceptedAt.IsSome ? new(lead.QualifiedAt, Verdict.Good, lead.AcceptedAt.Plus(UndoMinutes))
        : lead.IsOverturned ? new(lead.QualifiedAt, Verdict.Outside, BadFrom(lead))
        : lead.EndedAt.IsSome ? new(lead.QualifiedAt, Unless(lead, otherwise), BadFrom(lead))
        : lead.Status == LeadStatus.Erased ? new(lead.QualifiedAt, Verdict.Erased, lead.QualifiedAt)
        : new(lead.QualifiedAt, Verdict.Undecided);

    private static Judged Returned(in LeadFact lead) => !lead.IsOfCohort ? Judged.No
        : IsBad(lead) ? new(lead.QualifiedAt, Unless(lead, Verdict.Good), BadFrom(lead))
        : lead.AcceptedAt.IsSome || lead.EndedAt.IsSome ? new(lead.QualifiedAt, Verdict.Bad, SettledAt(lead))
        : lead.Status == LeadStatus.Erased ? new(lead.QualifiedAt, Verdict.Erased, lead.QualifiedAt)
        : new(lead.QualifiedAt, Verdict.Undecided);

    private static Judged Wanted(in LeadFact lead) => !lead.IsOfCohort ? Judged.No
        : lead.Outcome == Outcome.Won ? new(lead.QualifiedAt, Verdict.Good)
        : IsBad(lead) ? new(lead.QualifiedAt, Unless(lead, Verdict.Bad))
        : new(lead.QualifiedAt, lead.AcceptedAt.IsSome ? Verdict.Good : Verdict.Outside);

    private static Judged Complete(in LeadFact lead) =>
        lead.IsOfCohort ? new(lead.QualifiedAt, lead.IsComplete ? Verdict.Good : Verdict.Bad, lead.QualifiedAt) : Judged.No;

    /// <summary>Clocks count in the period of their deadline, so at its end every one of them is judged.</summary>
    private static Judged InTime(in LeadFact lead, ClockFact clock) => !lead.Counts || !clock.IsThere ? Judged.No : clock.State switch
    {
        ClockState.Met => new(clock.Due, Verdict.Good, SettledAt(lead)),
        ClockState.Breached => new(clock.Due, Verdict.Bad, SettledAt(lead)),
        ClockState.Running or ClockState.Paused => new(clock.Due, Verdict.Undecided),
        _ => Judged.No,
    };

    private static Judged Attempts(in LeadFact lead) => lead is { Counts: true, IsUnreached: true }
        ? new(lead.EndedAt, lead.IsTriedEnough ? Verdict.Good : Verdict.Bad, lead.EndedAt.Plus(UndoMinutes))
        : Judged.No;

    /// <summary>An answer may change for as long as the link lives.</summary>
    private static Judged Asked(in LeadFact lead, bool says) => lead is { Counts: true, AskedAt.IsSome: true }
        ? new(lead.AskedAt, says ? Verdict.Good : Verdict.Bad, lead.AskedAt.Plus(AnswerMinutes))
        : Judged.No;

    private static Judged Pipeline(in LeadFact lead) => lead is { Counts: true, Money.Pipeline: { IsSome: true } pipeline }
        ? new(pipeline.At, Verdict.Good, pipeline.At)
        : Judged.No;

    private static Judged Won(in LeadFact lead) => lead is { Counts: true, Money.Won: { IsSome: true } won }
        ? new(won.At, Verdict.Good, won.At)
        : Judged.No;

    /// <summary>While a contest of its return waits, a lead stands apart.</summary>
    private static Verdict Unless(in LeadFact lead, Verdict verdict) => lead.IsContested ? Verdict.Contested : verdict;

    private static bool IsBad(in LeadFact lead) => lead.End is { Fault: Fault.Marketing };

    private static Minute BadFrom(in LeadFact lead) =>
        lead.EndStandsFrom.IsSome ? Latest(lead.EndStandsFrom, lead.EndedAt.Plus(UndoMinutes)) : Minute.None;

    /// <summary>From when on nobody can take back what became of it; none while it is open.</summary>
    private static Minute SettledAt(in LeadFact lead) => lead.Status.HasClocks() ? Minute.None
        : Latest(lead.OutcomeAt, lead.FeedbackAt, lead.EndedAt, lead.AcceptedAt, lead.QualifiedAt).Plus(UndoMinutes);

    private static Minute Latest(params ReadOnlySpan<Minute> all)
    {
        var latest = Minute.None;
        foreach (var one in all)
            latest = one > latest ? one : latest;
        return latest;
    }
}
