using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>A lead of which a figure says something else than it did.</summary>
/// <param name="Row">The lead.</param>
/// <param name="Was">What the metric said of it when the figure was reported.</param>
/// <param name="Verdict">What it says now.</param>
/// <param name="Event">The last event that made it say something else.</param>
public sealed record FigureChange(LeadRow Row, Verdict Was, Verdict Verdict, LeadEvent Event)
{
    public LeadId Lead => Row.Id;

    /// <summary>The word of the event in the ledger.</summary>
    public string Step => LeadStory.TypeOf(Event);
}

/// <summary>
/// Lists the leads by which a figure differs from what was reported. Their events are told again, so that it is exact also where a step was
/// taken back or a contest was answered.
/// </summary>
public sealed class FigureChanges(
    IFactStore facts, LeadRowReading rows, LeadStories stories, CompanyInForce company, AgreementVersions versions)
{
    private const int AtOnce = 32;

    /// <summary>Lists them, the one that changed last first; none if nothing was reported.</summary>
    /// <param name="sight">Whose leads are counted.</param>
    /// <param name="metric">The figure.</param>
    /// <param name="period">Its period.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImmutableArray<FigureChange>> ListAsync(
        FigureSight sight, Metric metric, FigurePeriod period, CancellationToken cancellation)
    {
        var promised = Promised.At(await versions.InForceAsync(cancellation), period.Start)
            .Where(one => one.Promise.Metric == metric.Name && one.Period.Name == period.Name);
        if ((await FrozenFigures.ReadAsync(facts, promised, cancellation)).Values.FirstOrDefault() is not { } frozen)
            return [];
        var changed = rows.ReadAsync(RowQuery.All with { ChangedFrom = frozen.At, ReceivedBefore = period.End }, cancellation)
            .Where(row => (sight.Teams is null || sight.Teams.Contains(row.Team))
                // What is restated belongs to the period of the qualification, which stays.
                && (!metric.IsRestated || (row.Milestones.QualifiedAt is { } at && period.Contains(at))));
        var changes = new List<FigureChange>();
        await foreach (var some in changed.Chunk(AtOnce).WithCancellation(cancellation))
        {
            var told = await Task.WhenAll(some.Select(row => ChangeOfAsync(row, metric, period, frozen.At, cancellation)));
            changes.AddRange(told.OfType<FigureChange>());
        }

        return
        [
            .. changes.OrderByDescending(change => change.Event.At).ThenBy(change => change.Lead.Value, StringComparer.Ordinal),
        ];
    }

    private async Task<FigureChange?> ChangeOfAsync(
        LeadRow row, Metric metric, FigurePeriod period, Instant since, CancellationToken cancellation)
    {
        var terms = (await company.AgreementAsync(row.Agreement, cancellation)).Figures;
        var events = await stories.EventsAsync(row.Id, cancellation);
        var lead = LeadEvolution.Replay(events.TakeWhile(happened => happened.At <= since));
        var (was, last) = (Said(lead), default(LeadEvent));
        var said = was;
        foreach (var happened in events.SkipWhile(happened => happened.At <= since))
        {
            lead = LeadEvolution.Evolve(lead, happened);
            if (Said(lead) is var next && next != said)
                (said, last) = (next, happened);
        }

        return last is null || was == said ? null : new(row, was.Verdict, said.Verdict, last);

        (Verdict Verdict, decimal? Amount) Said(Lead then)
        {
            if (then.Reception is null)
                return default;
            var fact = LeadFact.Of(LeadRow.Of(then), terms, company.Staff);
            var judged = metric.Rule(fact);
            return !judged.At.IsIn(Minute.Of(period.Start), Minute.Of(period.End)) ? default
                : (judged.Verdict, metric.Amount(fact.Money) is { IsSome: true } amount ? amount.Amount : null);
        }
    }
}
