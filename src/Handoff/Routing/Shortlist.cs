namespace Handoff.Routing;

/// <summary>Those who are considered for a lead.</summary>
internal sealed class Shortlist
{
    /// <summary>The reps of the team, in the order of the file.</summary>
    public List<Candidate> Team { get; } = [];

    /// <summary>Those of them who can take the lead and are the first on shift.</summary>
    public List<Candidate> Pool { get; } = [];
}
