using Handoff.Leads;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up the leads of a period by one dimension, by the rules of the metrics.</summary>
internal sealed class SliceTally(string dimension, FigurePeriod period, Minute now)
{
    private readonly Dictionary<string, One> _slices = new(StringComparer.Ordinal);

    public void Add(in LeadFact lead, Judged accepted, Judged returned)
    {
        var value = lead.Traits.Value(dimension);
        if (!_slices.TryGetValue(value, out var slice))
            _slices[value] = slice = new(period, now);
        slice.Qualified++;
        slice.Won += lead.Outcome == Outcome.Won ? 1 : 0;
        slice.Accepted.Add(lead, accepted);
        slice.Returned.Add(lead, returned);
    }

    public SliceTable Build() => new(dimension,
    [
        .. _slices.Select(slice => new Slice(
                slice.Key, slice.Value.Qualified, slice.Value.Accepted.Share, slice.Value.Returned.Share,
                ShareFigure.Of(slice.Value.Won, slice.Value.Qualified)))
            .OrderByDescending(slice => slice.Qualified).ThenBy(slice => slice.Value, StringComparer.Ordinal),
    ]);

    private sealed class One(FigurePeriod period, Minute now)
    {
        public int Qualified { get; set; }

        public int Won { get; set; }

        public MetricTally Accepted { get; } = new(Metrics.AcceptanceRate, period, now);

        public MetricTally Returned { get; } = new(Metrics.ReturnedAsBad, period, now);
    }
}
