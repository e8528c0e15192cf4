using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Lookups;
using Handoff.Sqlite.Rotas;
using Handoff.Sqlite.Streams;

namespace Handoff.Sqlite.Writing;

/// <summary>What the writer keeps in memory of what is durable, and reads again after a failed write.</summary>
/// <param name="book">The rotas; guarded by the writer's gate.</param>
/// <param name="recent">Lookups that count for minutes.</param>
/// <param name="streams">The streams written last.</param>
internal sealed class WriterMemory(RotaBook book, RecentLookups recent, RecentStreams streams)
{
    public RotaBook Book => book;

    public RecentLookups Recent => recent;

    /// <summary>The ids of erased leads; the writer's thread alone reads and changes it.</summary>
    public HashSet<string> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>A group is durable.</summary>
    public void Keep(WriteGroup group)
    {
        foreach (var (turn, tag) in group.Written)
            streams.Written(turn, tag);
        // Afterwards: of a stream that was both, the file knows.
        foreach (var touched in group.Touched)
            streams.Forget(touched);
    }

    /// <summary>Reads everything at the opening: the lookups beside what comes next.</summary>
    /// <param name="main"><c>handoff.db</c>.</param>
    /// <param name="keys"><c>keys.db</c>.</param>
    /// <param name="gate">Guards the rotas.</param>
    /// <param name="beside">One more connection to <c>handoff.db</c>; it is disposed of when the lookups are read.</param>
    public void Open(Database main, Database keys, object gate, Database beside)
    {
        recent.BeginLoad(beside);
        ReadRest(main, keys, gate);
    }

    /// <summary>Reads everything anew after a failed write.</summary>
    public void Reload(Database main, Database keys, object gate)
    {
        ReadRest(main, keys, gate);
        recent.Load(main);
    }

    private void ReadRest(Database main, Database keys, object gate)
    {
        var stored = RotaRows.Load(main);
        lock (gate)
            book.Reload(stored);
        Erased.Clear();
        Erased.UnionWith(Erasure.List(keys));
    }
}
