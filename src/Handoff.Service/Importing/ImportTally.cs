using System.Collections.Immutable;

namespace Handoff.Service.Importing;

/// <summary>Counts of an import, or of what one would bring.</summary>
public sealed class ImportTally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Status, string Tier), int> _taken = [];
    private readonly SortedDictionary<int, string> _problems = [];

    /// <summary>Rows that were in before.</summary>
    public int Before { get; private set; }

    /// <summary>Rows that were looked at.</summary>
    public int Done { get; private set; }

    /// <summary>What could not be used, by line.</summary>
    public ImmutableSortedDictionary<int, string> Problems
    {
        get
        {
            lock (_lock)
                return _problems.ToImmutableSortedDictionary();
        }
    }

    /// <summary>How many rows could not be used.</summary>
    public int Unusable => _problems.Count;

    /// <summary>How many rows were taken now.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
                return _taken.Values.Sum();
        }
    }

    /// <summary>How many were taken with that status.</summary>
    public int With(string status) => Tiers(status).Sum(tier => tier.Count);

    /// <summary>How many were taken with that status, by tier.</summary>
    public ImmutableArray<(string Tier, int Count)> Tiers(string status)
    {
        lock (_lock)
            return [.. _taken.Where(entry => entry.Key.Status == status).Select(entry => (entry.Key.Tier, entry.Value))];
    }

    internal int Take(string status, string tier)
    {
        lock (_lock)
        {
            _taken[(status, tier)] = _taken.GetValueOrDefault((status, tier)) + 1;
            return ++Done;
        }
    }

    internal int Refuse(int line, string problem)
    {
        lock (_lock)
        {
            _problems[line] = problem;
            return ++Done;
        }
    }

    internal int Know()
    {
        lock (_lock)
        {
            Before++;
            return ++Done;
        }
    }
}
