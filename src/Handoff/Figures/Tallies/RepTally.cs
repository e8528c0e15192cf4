using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.People;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up what each rep kept, and had, in a period.</summary>
internal sealed class RepTally(FigurePeriod period)
{
    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly Dictionary<(string Team, PersonId Rep), One> _reps = [];

    public void Add(in LeadFact lead)
    {
        foreach (var metric in (ReadOnlySpan<Metric>)[Metrics.AcceptedInTime, Metrics.ContactedInTime, Metrics.FeedbackInTime])
        {
            var judged = metric.Rule(lead);
            if (!judged.Counts || !judged.At.IsIn(_from, _to) || lead.AnswersFor(metric) is not { } rep)
                continue;
            ref var clocks = ref Of(lead, rep).Clocks[metric == Metrics.AcceptedInTime ? 0 : metric == Metrics.ContactedInTime ? 1 : 2];
            clocks = (clocks.Good + (judged.IsGood ? 1 : 0), clocks.All + 1);
        }

        if (lead.IsWithSomebody && lead.AcceptedAt.IsIn(_from, _to))
            Of(lead, lead.Holder).Leads++;
    }

    public ImmutableArray<RepFigures> Build()
    {
        var ofTeam = _reps.GroupBy(one => one.Key.Team, StringComparer.Ordinal)
            .ToDictionary(team => team.Key, team => team.Sum(one => one.Value.Leads), StringComparer.Ordinal);
        return
        [
            .. _reps.OrderBy(one => one.Key.Team, StringComparer.Ordinal).ThenBy(one => one.Key.Rep.Value, StringComparer.Ordinal)
                .Select(one => new RepFigures(
                    one.Key.Team, one.Key.Rep.Value, ShareFigure.Of(one.Value.Leads, ofTeam[one.Key.Team]), one.Value.Share(0),
                    one.Value.Share(1), one.Value.Share(2))),
        ];
    }

    private One Of(in LeadFact lead, PersonId rep)
    {
        ref var one = ref CollectionsMarshal.GetValueRefOrAddDefault(_reps, (lead.Traits.Team, rep), out _);
        return one ??= new();
    }

    private sealed class One
    {
        public (int Good, int All)[] Clocks { get; } = new (int, int)[3];

        public int Leads { get; set; }

        public ShareFigure Share(int clock) => ShareFigure.Of(Clocks[clock].Good, Clocks[clock].All);
    }
}
