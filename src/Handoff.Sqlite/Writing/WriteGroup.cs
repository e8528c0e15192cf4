using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Rotas;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>What shares one transaction.</summary>
/// <param name="main"><c>handoff.db</c>, its transaction begun.</param>
/// <param name="keys"><c>keys.db</c>.</param>
/// <param name="book">The rotas.</param>
/// <param name="now">The time of the commit.</param>
internal sealed class WriteGroup(Database main, Database keys, RotaBook book, Instant now)
{
    public Database Main => main;

    public Instant Now => now;

    public RotaGroup Rotas { get; } = new(book);

    /// <summary>Whether all rotas were written anew.</summary>
    public bool ReplacedRotas { get; set; }

    /// <summary>Whether a lead was erased, so that the logs are to be emptied.</summary>
    public bool Erased { get; set; }

    /// <summary><c>keys.db</c> for reading.</summary>
    public Database Keys => keys;

    /// <summary><c>keys.db</c> for writing.</summary>
    public Database KeysToWrite()
    {
        if (!keys.InTransaction)
            keys.Begin();
        return keys;
    }

    /// <summary>
    /// Makes all durable, the keys first: a key without its lead is harmless and a lead without its key is lost, while a key to be destroyed
    /// has to be gone whatever happens next.
    /// </summary>
    public void Commit()
    {
        Rotas.Save(main);
        if (keys.InTransaction)
            keys.Commit();
        main.Commit();
    }
}
