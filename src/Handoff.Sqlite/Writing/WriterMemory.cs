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

    /// <summary>Reads everything anew.</summary>
    public void Reload(Database main, Database keys, object gate)
    {
        var stored = RotaRows.Load(main);
        lock (gate)
            book.Reload(stored);
        recent.Load(main);
        Erased.Clear();
        Erased.UnionWith(Erasure.List(keys));
    }
}
