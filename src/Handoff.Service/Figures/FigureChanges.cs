using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>A lead of which a figure says something else than it did.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Was">What the metric said of it then.</param>
/// <param name="Verdict">What it says now.</param>
/// <param name="Step">The last step that decides figures: <c>qualified</c>, <c>accepted</c>, <c>sales_qualified</c>, <c>ended</c>,
/// <c>won</c>, <c>lost</c>.</param>
/// <param name="At">When it was taken, to the minute.</param>
/// <param name="Reason">The code of the reason for which it ended, or null.</param>
public sealed record FigureChange(LeadId Lead, Verdict Was, Verdict Verdict, string Step, Instant At, string? Reason);

/// <summary>Lists the leads by which a figure differs from what was reported.</summary>
public sealed class FigureChanges(FactReading facts)
{
    /// <summary>Lists them, the one that changed last first.</summary>
    /// <param name="sight">Whose leads are counted.</param>
    /// <param name="metric">The figure.</param>
    /// <param name="period">Its period.</param>
    /// <param name="since">When it was frozen.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<ImmutableArray<FigureChange>> ListAsync(
        FigureSight sight, Metric metric, FigurePeriod period, Instant since, CancellationToken cancellation)
    {
        var (from, to, then) = (Minute.Of(period.Start), Minute.Of(period.End), Minute.Of(since));
        return facts.ReadAsync(
            (_, book) =>
            {
                var changes = new List<FigureChange>();
                for (var place = 0; place < book.Count; place++)
                {
                    ref readonly var lead = ref book.At(place);
                    var judged = metric.Rule(lead);
                    if (!judged.At.IsIn(from, to) || !sight.Sees(lead))
                        continue;
                    var was = metric.Rule(lead.AsOf(then)).Verdict;
                    if (was == judged.Verdict)
                        continue;
                    changes.Add(new(
                        book.LeadAt(place), was, judged.Verdict, lead.LastStep,
                        lead.LastStepAt.ToInstant()!.Value, lead.End?.Reason));
                }

                return changes.OrderByDescending(change => change.At).ThenBy(change => change.Lead.Value, StringComparer.Ordinal)
                    .ToImmutableArray();
            },
            cancellation);
    }
}
