using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up how the leads accepted in a period were spread over the reps of each team.</summary>
internal sealed class SpreadTally(FigurePeriod period)
{
    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly SortedDictionary<string, Dictionary<PersonId, int>> _teams = new(StringComparer.Ordinal);

    public void Add(in LeadFact lead)
    {
        if (!lead.IsWithSomebody || !lead.AcceptedAt.IsIn(_from, _to))
            return;
        if (!_teams.TryGetValue(lead.Traits.Team, out var reps))
            _teams[lead.Traits.Team] = reps = [];
        reps[lead.Holder] = reps.GetValueOrDefault(lead.Holder) + 1;
    }

    public ImmutableArray<TeamSpread> Build() => [.. _teams.Select(team =>
    {
        var counts = team.Value.Values.Order().ToArray();
        return new TeamSpread(team.Key, counts.Length, counts[0], counts[(counts.Length - 1) / 2], counts[^1]);
    })];
}
