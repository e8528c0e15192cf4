using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Rotas;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>The writes that share one transaction of each file.</summary>
internal sealed class WriteGroup
{
    private WriteGroup(Database main, Database keys, RotaBook book, Instant now) => (Main, Keys, Rotas, Now) = (main, keys, new(book), now);

    public Database Main { get; }

    /// <summary><c>keys.db</c>, for reading.</summary>
    public Database Keys { get; }

    public Instant Now { get; }

    public RotaGroup Rotas { get; }

    /// <summary>The rotas as they are after all were replaced; null: they were not.</summary>
    public IReadOnlyCollection<RotaSnapshot>? ReplacedRotas { get; set; }

    /// <summary>Whether something was erased, so that the logs are to be emptied.</summary>
    public bool Erased { get; set; }

    public static WriteGroup Begin(Database main, Database keys, RotaBook book, Instant now)
    {
        main.Begin();
        return new(main, keys, book, now);
    }

    /// <summary>Returns <c>keys.db</c> for writing. Few groups need it, and one that does waits for the disk twice.</summary>
    public Database KeysToWrite()
    {
        if (!Keys.InTransaction)
            Keys.Begin();
        return Keys;
    }

    /// <summary>
    /// Makes everything durable, the keys first: a key without its lead is harmless, a lead without its key is lost; and a key that is to
    /// be destroyed has to be gone whatever happens next.
    /// </summary>
    public void Commit()
    {
        Rotas.Save(Main);
        if (Keys.InTransaction)
            Keys.Commit();
        Main.Commit();
    }
}
