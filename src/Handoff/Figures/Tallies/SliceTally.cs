using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Leads;

namespace Handoff.Figures.Tallies;

/// <summary>
/// Adds up the leads of a period's cohort by what they have in common, by the rules of the metrics; slices and reasons are sums of these.
/// </summary>
internal sealed class SliceTally
{
    // By reference: the facts of a store share their traits, and leads that share none are summed all the same.
    private readonly Dictionary<LeadTraits, Sums> _alike = new(ReferenceEqualityComparer.Instance);

    public void Add(in LeadFact lead)
    {
        ref var alike = ref CollectionsMarshal.GetValueRefOrAddDefault(_alike, lead.Traits, out _);
        (alike ??= new()).Add(lead);
    }

    public SliceTable By(string dimension) => new(dimension,
    [
        .. Sum(dimension).Select(slice => new Slice(
                slice.Key, slice.Value.Qualified, Share(slice.Value.Accepted), Share(slice.Value.Returned),
                ShareFigure.Of(slice.Value.Won, slice.Value.Qualified)))
            .OrderByDescending(slice => slice.Qualified).ThenBy(slice => slice.Value, StringComparer.Ordinal),
    ]);

    /// <summary>The customer that both sides look for, by these dimensions.</summary>
    public LookedFor LookedFor(IEnumerable<string> dimensions)
    {
        var whole = new Sums();
        foreach (var alike in _alike.Values)
            whole.Add(alike);
        var all = Share(whole.Wanted);
        var missing = Math.Max(0, Figures.LookedFor.FewestWanted - all.S);
        return new(all, missing, missing > 0 ? [] : [.. dimensions.Select(By).Where(table => !table.Slices.IsEmpty)]);

        LookedForTable By(string dimension) => new(dimension,
        [
            .. Sum(dimension).Select(slice => (Value: slice.Key, Wanted: Share(slice.Value.Wanted)))
                .Where(slice => slice.Wanted.N >= Figures.LookedFor.FewestOfValue)
                .Select(slice => new LookedForSlice(
                    slice.Value, slice.Wanted, ShareFigure.Of(all.S - slice.Wanted.S, all.N - slice.Wanted.N)))
                .OrderByDescending(slice => slice.Wanted.N).ThenBy(slice => slice.Value, StringComparer.Ordinal),
        ]);
    }

    public ImmutableArray<ReasonFigure> Reasons()
    {
        var sources = Sum(SliceNames.Source).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(source => (Name: source.Key, source.Value.Qualified, Ends: source.Value.Ends ?? [])).ToList();
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

    private Dictionary<string, Sums> Sum(string dimension)
    {
        var slices = new Dictionary<string, Sums>(StringComparer.Ordinal);
        foreach (var (traits, alike) in _alike)
        {
            ref var slice = ref CollectionsMarshal.GetValueRefOrAddDefault(slices, traits.Value(dimension), out _);
            (slice ??= new()).Add(alike);
        }

        return slices;
    }

    private static ShareFigure Share((int Good, int All) of) => ShareFigure.Of(of.Good, of.All);

    // There are thousands of them: a tally of each metric would take too much.
    private sealed class Sums
    {
        public int Qualified { get; private set; }

        public int Won { get; private set; }

        public (int Good, int All) Accepted { get; private set; }

        public (int Good, int All) Returned { get; private set; }

        public (int Good, int All) Wanted { get; private set; }

        public Dictionary<EndFact, int>? Ends { get; private set; }

        /// <summary>Adds a lead that qualified in the period: so each of these metrics counts it in the period.</summary>
        public void Add(in LeadFact lead)
        {
            Qualified++;
            Won += lead.Outcome == Outcome.Won ? 1 : 0;
            Accepted = Plus(Accepted, Metrics.AcceptanceRate.Rule(lead));
            Returned = Plus(Returned, Metrics.ReturnedAsBad.Rule(lead));
            Wanted = Plus(Wanted, Metrics.LookedFor.Rule(lead));
            if (lead.End is { } end)
                Add(end, 1);
        }

        public void Add(Sums other)
        {
            Qualified += other.Qualified;
            Won += other.Won;
            Accepted = Plus(Accepted, other.Accepted);
            Returned = Plus(Returned, other.Returned);
            Wanted = Plus(Wanted, other.Wanted);
            if (other.Ends is null)
                return;
            foreach (var (end, leads) in other.Ends)
                Add(end, leads);
        }

        private void Add(EndFact end, int leads) =>
            CollectionsMarshal.GetValueRefOrAddDefault(Ends ??= [], end, out _) += leads;

        private static (int Good, int All) Plus((int Good, int All) one, Judged judged) =>
            Plus(one, (judged.IsGood ? 1 : 0, judged.Counts ? 1 : 0));

        private static (int Good, int All) Plus((int Good, int All) one, (int Good, int All) other) =>
            (one.Good + other.Good, one.All + other.All);
    }
}
