using System.Collections.Immutable;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up why the leads of a period ended, by source.</summary>
internal sealed class ReasonTally
{
    private readonly Dictionary<EndFact, Dictionary<string, int>> _ends = [];
    private readonly SortedDictionary<string, int> _qualified = new(StringComparer.Ordinal);

    public void Add(in LeadFact lead)
    {
        var source = lead.Traits.Source;
        _qualified[source] = _qualified.GetValueOrDefault(source) + 1;
        if (lead.End is not { } end)
            return;
        if (!_ends.TryGetValue(end, out var bySource))
            _ends[end] = bySource = new(StringComparer.Ordinal);
        bySource[source] = bySource.GetValueOrDefault(source) + 1;
    }

    public ImmutableArray<ReasonFigure> Build()
    {
        var all = _qualified.Values.Sum();
        return
        [
            .. _ends.Select(end => new ReasonFigure(
                    end.Key.Reason, end.Key.Fault, end.Key.Effect, ShareFigure.Of(end.Value.Values.Sum(), all),
                    [
                        .. _qualified.Select(
                            source => new SourceShare(
                                source.Key, ShareFigure.Of(end.Value.GetValueOrDefault(source.Key), source.Value))),
                    ]))
                .OrderByDescending(reason => reason.OfQualified.S).ThenBy(reason => reason.Code, StringComparer.Ordinal)
                .ThenBy(reason => reason.Fault),
        ];
    }
}
