using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Leads;

namespace Handoff.Figures.Tallies;

/// <summary>
/// Adds up the leads of a period's cohort by what they have in common, by the rules of the metrics; slices and reasons are sums of these.
/// </summary>
internal sealed class SliceTally(FigurePeriod period, Minute now)
{
    // By reference: the facts of a store share their traits, and leads that share none are summed all the same.
    private readonly Dictionary<LeadTraits, One> _alike = new(ReferenceEqualityComparer.Instance);

    public void Add(in LeadFact lead)
    {
        ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, lead.Traits, out _);
        alike ??= new(period, now);
        alike.Qualified++;
        alike.Won += lead.Outcome == Outcome.Won ? 1 : 0;
        alike.Accepted.Add(lead, Metrics.AcceptanceRate.Rule(lead));
        alike.Returned.Add(lead, Metrics.ReturnedAsBad.Rule(lead));
        alike.Wanted.Add(lead, Metrics.LookedFor.Rule(lead));
        if (lead.End is { } end)
            CollectionsMarshal.GetValueRefOrAddDefault(alike.Ends, end, out _)++;
    }

    public SliceTable By(string dimension) => new(dimension,
    [
        .. _alike.GroupBy(one => one.Key.Value(dimension), one => one.Value, StringComparer.Ordinal)
            .Select(slice =>
            {
                var all = slice.ToList();
                var qualified = all.Sum(one => one.Qualified);
                return new Slice(
                    slice.Key, qualified, Share(all, one => one.Accepted), Share(all, one => one.Returned),
                    ShareFigure.Of(all.Sum(one => one.Won), qualified));
            })
            .OrderByDescending(slice => slice.Qualified).ThenBy(slice => slice.Value, StringComparer.Ordinal),
    ]);

    /// <summary>The customer that both sides look for, by these dimensions.</summary>
    public LookedFor LookedFor(IEnumerable<string> dimensions)
    {
        var all = Share([.. _alike.Values], one => one.Wanted);
        var missing = Math.Max(0, Figures.LookedFor.FewestWanted - all.S);
        return new(all, missing, missing > 0 ? [] : [.. dimensions.Select(By).Where(table => !table.Slices.IsEmpty)]);

        LookedForTable By(string dimension) => new(dimension,
        [
            .. _alike.GroupBy(one => one.Key.Value(dimension), one => one.Value, StringComparer.Ordinal)
                .Select(slice => (Value: slice.Key, Wanted: Share([.. slice], one => one.Wanted)))
                .Where(slice => slice.Wanted.N >= Figures.LookedFor.FewestOfValue)
                .Select(slice => new LookedForSlice(
                    slice.Value, slice.Wanted, ShareFigure.Of(all.S - slice.Wanted.S, all.N - slice.Wanted.N)))
                .OrderByDescending(slice => slice.Wanted.N).ThenBy(slice => slice.Value, StringComparer.Ordinal),
        ]);
    }

    public ImmutableArray<ReasonFigure> Reasons()
    {
        var sources = _alike.GroupBy(one => one.Key.Source, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(source => (
                Name: source.Key, Qualified: source.Sum(one => one.Value.Qualified),
                Ends: source.SelectMany(one => one.Value.Ends).GroupBy(end => end.Key)
                    .ToDictionary(end => end.Key, end => end.Sum(one => one.Value))))
            .ToList();
        var qualified = sources.Sum(source => source.Qualified);
        return
        [
            .. sources.SelectMany(source => source.Ends.Keys).Distinct().Select(end => new ReasonFigure(
                    end.Reason, end.Fault, end.Effect,
                    ShareFigure.Of(sources.Sum(source => source.Ends.GetValueOrDefault(end)), qualified),
                    [
                        .. sources.Select(
                            source => new SourceShare(
                                source.Name, ShareFigure.Of(source.Ends.GetValueOrDefault(end), source.Qualified))),
                    ]))
                .OrderByDescending(reason => reason.OfQualified.S).ThenBy(reason => reason.Code, StringComparer.Ordinal)
                .ThenBy(reason => reason.Fault),
        ];
    }

    private static ShareFigure Share(List<One> all, Func<One, MetricTally> tally) =>
        ShareFigure.Of(all.Sum(one => tally(one).Good), all.Sum(one => tally(one).Good + tally(one).Bad));

    private sealed class One(FigurePeriod period, Minute now)
    {
        public int Qualified { get; set; }

        public int Won { get; set; }

        public MetricTally Accepted { get; } = new(Metrics.AcceptanceRate, period, now);

        public MetricTally Returned { get; } = new(Metrics.ReturnedAsBad, period, now);

        public MetricTally Wanted { get; } = new(Metrics.LookedFor, period, now);

        public Dictionary<EndFact, int> Ends { get; } = [];
    }
}
