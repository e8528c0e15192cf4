using Handoff.People;

namespace Handoff.Routing;

/// <summary>
/// Those who are considered for a lead. A thread makes one choice at a time and works on the same list again for the next, so that a choice
/// allocates what it results in.
/// </summary>
internal sealed class Shortlist
{
    [ThreadStatic]
    private static Shortlist? _idle;

    private readonly List<Candidate> _candidates = [];
    private int _used;

    private Shortlist()
    {
    }

    /// <summary>The reps of the team, in the order of the file.</summary>
    public List<Candidate> Team { get; } = [];

    /// <summary>Those of them who can take the lead and are the first on shift.</summary>
    public List<Candidate> Pool { get; } = [];

    /// <summary>An empty list, to be ended; one that was left by an exception is not used again.</summary>
    public static Shortlist Begin()
    {
        var list = _idle ?? new Shortlist();
        _idle = null;
        return list;
    }

    /// <summary>One more who is considered.</summary>
    public Candidate Consider(Rep rep, RotaEntry entry)
    {
        if (_used == _candidates.Count)
            _candidates.Add(new());
        var candidate = _candidates[_used++];
        candidate.Be(rep, entry);
        return candidate;
    }

    /// <summary>The choice is made.</summary>
    public void End()
    {
        Team.Clear();
        Pool.Clear();
        _used = 0;
        _idle = this;
    }
}
