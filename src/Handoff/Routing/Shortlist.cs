namespace Handoff.Routing;

/// <summary>The reps who are considered for one lead.</summary>
internal sealed class Shortlist
{
    /// <summary>The reps of the team, in the order of the file.</summary>
    public List<Candidate> Team { get; } = [];

    /// <summary>The eligible reps who are on shift first.</summary>
    public List<Candidate> Pool { get; } = [];
}
