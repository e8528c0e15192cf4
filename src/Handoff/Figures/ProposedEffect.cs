using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;

namespace Handoff.Figures;

/// <summary>How a changed length of a clock would have judged past leads, by the times that people took.</summary>
/// <param name="Present">What is promised now.</param>
/// <param name="Proposed">What is proposed.</param>
/// <param name="Now">Of the judged clocks those that kept the present promise.</param>
/// <param name="Then">The same of the proposed one.</param>
public sealed record ClockEffect(string Tier, ClockName Clock, ClockTerms Present, ClockTerms Proposed, ShareFigure Now, ShareFigure Then);

/// <summary>In how many past periods a changed promise would have been kept, by the figures that were reported.</summary>
public sealed record PromiseEffect(Commitment Proposed, int Periods, int KeptNow, int KeptThen);

/// <summary>What can be told of the effect of a proposal from the past; what is in neither list cannot.</summary>
public sealed record ProposedEffect(ImmutableArray<ClockEffect> Clocks, ImmutableArray<PromiseEffect> Promises)
{
    /// <summary>The promises of which the proposal changes the figure alone, as they are and as they would be.</summary>
    public static IEnumerable<(Commitment Present, Commitment Proposed)> ChangedPromises(Agreement inForce, Agreement proposed) =>
        from now in inForce.Commitments
        from then in proposed.Commitments
        where now.AtLeast != then.AtLeast && (now with { AtLeast = then.AtLeast }) == then
        select (now, then);
}

/// <summary>Counts by which of two lengths past clocks were kept, in one pass over the facts.</summary>
/// <param name="since">From when on a lead qualified.</param>
public sealed class ClockEffectFold(Agreement inForce, Agreement proposed, Minute since)
{
    private readonly Changed[] _changed =
    [
        .. from now in inForce.Tiers
           join then in proposed.Tiers on now.Name equals then.Name
           from clock in ClockNames.OfHandoff
           let changed = new Changed(now.Name, clock, now.Terms(clock)!, then.Terms(clock)!)
           where changed.IsComparable
           select changed,
    ];

    /// <summary>How many leads of any time qualified.</summary>
    public int Qualified { get; private set; }

    public void Add(in LeadFact lead)
    {
        if (!lead.Counts)
            return;
        Qualified++;
        if (lead.QualifiedAt < since)
            return;
        foreach (var one in _changed)
        {
            if (one.Tier == lead.Traits.Tier)
                one.Add(lead.Of(one.Clock).Clock);
        }
    }

    public ImmutableArray<ClockEffect> Build() => [.. _changed.Where(one => one.Judged > 0).Select(one => one.Build())];

    private sealed class Changed(string tier, ClockName clock, ClockTerms now, ClockTerms then)
    {
        private readonly int? _nowMinutes = Minutes(now);
        private readonly int? _thenMinutes = Minutes(then);
        private int _keptNow;
        private int _keptThen;

        public string Tier => tier;

        public ClockName Clock => clock;

        public int Judged { get; private set; }

        /// <summary>Open and elapsed minutes, or working days, are not compared.</summary>
        public bool IsComparable =>
            now.Mode == then.Mode && (_nowMinutes, _thenMinutes) is ({ } one, { } other) && one != other;

        public void Add(ClockFact fact)
        {
            if (!fact.IsJudged)
                return;
            Judged++;
            _keptNow += fact.IsMet && fact.RanMinutes <= _nowMinutes ? 1 : 0;
            _keptThen += fact.IsMet && fact.RanMinutes <= _thenMinutes ? 1 : 0;
        }

        public ClockEffect Build() =>
            new(tier, clock, now, then, ShareFigure.Of(_keptNow, Judged), ShareFigure.Of(_keptThen, Judged));

        private static int? Minutes(ClockTerms terms) => !terms.Within.IsDays ? (int)terms.Within.Measured.TotalMinutes
            : terms.Mode == ClockMode.Elapsed ? terms.Within.Days * 24 * 60 : null;
    }
}
