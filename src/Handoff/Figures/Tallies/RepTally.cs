using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Agreements;
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
        foreach (var metric in Metrics.OfClocks)
        {
            var judged = metric.Rule(lead);
            if (!judged.Counts || !judged.At.IsIn(_from, _to) || metric.Clock is not { } name || lead.AnswersFor(name) is not { } rep)
                continue;
            ref var clocks = ref Of(lead, rep).Clocks[(int)name];
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
                    one.Key.Team, one.Key.Rep.Value, ShareFigure.Of(one.Value.Leads, ofTeam[one.Key.Team]),
                    one.Value.Share(ClockName.Accept), one.Value.Share(ClockName.FirstContact), one.Value.Share(ClockName.Feedback))),
        ];
    }

    private One Of(in LeadFact lead, PersonId rep)
    {
        ref var one = ref CollectionsMarshal.GetValueRefOrAddDefault(_reps, (lead.Traits.Team, rep), out _);
        return one ??= new();
    }

    private sealed class One
    {
        public (int Good, int All)[] Clocks { get; } = new (int, int)[Metrics.OfClocks.Length];

        public int Leads { get; set; }

        public ShareFigure Share(ClockName clock) => ShareFigure.Of(Clocks[(int)clock].Good, Clocks[(int)clock].All);
    }
}
