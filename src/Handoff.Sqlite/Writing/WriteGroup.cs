using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Lookups;
using Handoff.Sqlite.Rotas;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>What shares one transaction.</summary>
/// <param name="main"><c>handoff.db</c>, its transaction begun.</param>
/// <param name="keys"><c>keys.db</c>.</param>
/// <param name="keysBeside">Whether the keys of new leads are written by <see cref="KeyCommit"/> meanwhile: then <c>keys.db</c> is not touched here.</param>
/// <param name="memory">What the writer keeps in memory.</param>
/// <param name="now">The time of the commit.</param>
internal sealed class WriteGroup(Database main, Database keys, bool keysBeside, WriterMemory memory, Instant now)
{
    public Database Main => main;

    public Instant Now => now;

    public RecentLookups Recent => memory.Recent;

    public HashSet<string> ErasedLeads => memory.Erased;

    /// <summary>The turns that were written, with the tags of their heads.</summary>
    public List<(Turn Turn, string Tag)> Written { get; } = [];

    /// <summary>Streams whose heads were written without a turn.</summary>
    public List<StreamId> Touched { get; } = [];

    public RotaGroup Rotas { get; } = new(memory.Book);

    /// <summary>Whether all rotas were written anew.</summary>
    public bool ReplacedRotas { get; set; }

    /// <summary>Whether a lead was erased, so that the logs are to be emptied.</summary>
    public bool Erased { get; set; }

    /// <summary><c>keys.db</c> for reading.</summary>
    public Database Keys => keysBeside ? throw new InvalidOperationException("keys.db is written beside this group.") : keys;

    /// <summary><c>keys.db</c> for writing.</summary>
    public Database KeysToWrite()
    {
        if (!Keys.InTransaction)
            keys.Begin();
        return keys;
    }

    /// <summary>Writes a new lead's key, unless it is written beside.</summary>
    public void WriteKey(NewLeadKey key)
    {
        if (!keysBeside)
            KeysToWrite().Use("INSERT OR REPLACE INTO keys (lead, key) VALUES (?1, ?2)").Bind(1, key.Lead).Bind(2, key.Key).Run();
    }

    /// <summary>
    /// Makes all durable, the keys first: a key without its lead is harmless and a lead without its key is lost, while a key to be destroyed
    /// has to be gone whatever happens next. Keys that are written beside must be durable already.
    /// </summary>
    public void Commit()
    {
        Rotas.Save(main);
        if (!keysBeside && keys.InTransaction)
            keys.Commit();
        main.Commit();
    }
}
