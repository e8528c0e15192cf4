using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Writing;
using Microsoft.Data.Sqlite;

namespace Handoff.Sqlite.Snapshots;

/// <summary>What is in a snapshot.</summary>
/// <param name="DataSchema">The schema version of the data.</param>
/// <param name="KeysSchema">The schema version of the keys.</param>
/// <param name="Leads">How many leads it holds.</param>
/// <param name="Erased">The ids of all leads that had been erased.</param>
public sealed record SnapshotContent(int DataSchema, int KeysSchema, long Leads, IReadOnlyList<string> Erased);

/// <summary>Copies of the files of a data folder: taken while a host serves it, and put in order where they are put back.</summary>
public static class StoreSnapshot
{
    private const int CacheKiB = 4 * 1024;

    /// <summary>The file of the data.</summary>
    public static string DataFile => Schema.Data.FileName;

    /// <summary>The file of the keys: what is kept 30 days at most.</summary>
    public static string KeysFile => Schema.Keys.FileName;

    /// <summary>The schema versions that this product reads.</summary>
    public static (int Data, int Keys) Versions => (Schema.Data.Version, Schema.Keys.Version);

    /// <summary>
    /// Copies the data and then the keys, each as of one moment, and checks the copies. In this order every lead of the copy has its key: a
    /// key is durable before its lead; and a lead erased between the two moments is in the list of the second.
    /// </summary>
    /// <param name="folder">The data folder, served or not.</param>
    /// <param name="data">Where the copy of the data goes; a file that is not there.</param>
    /// <param name="keys">Where the copy of the keys goes; a file that is not there.</param>
    /// <exception cref="DataFolderUnusableException">The data is damaged, or a file cannot be read or written.</exception>
    public static SnapshotContent Take(string folder, string data, string keys)
    {
        try
        {
            Copy(Path.Combine(folder, DataFile), data);
            Copy(Path.Combine(folder, KeysFile), keys);
            using var main = Checked(folder, data);
            using var secrets = Checked(folder, keys);
            return new(
                (int)main.Number("PRAGMA user_version"), (int)secrets.Number("PRAGMA user_version"),
                main.Number("SELECT count(*) FROM streams WHERE kind = ?1", StreamKind.Lead), Erasure.List(secrets));
        }
        catch (SqliteException e) when (Trouble.OfOpening(folder, e) is { } trouble)
        {
            throw new DataFolderUnusableException(trouble, e);
        }
    }

    /// <summary>Holds a data folder for this process alone.</summary>
    /// <exception cref="DataFolderInUseException">A host serves it.</exception>
    public static IDisposable Hold(string folder) => DataFolderLock.Take(folder);

    /// <summary>The ids of all leads that a data folder has erased; null: its keys cannot be read.</summary>
    public static IReadOnlyList<string>? FindErased(string folder)
    {
        try
        {
            using var keys = Database.OpenReader(Path.Combine(folder, KeysFile), CacheKiB);
            return Erasure.List(keys);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>The facts of a data folder whose names begin with a prefix; null: its data cannot be read.</summary>
    /// <param name="folder">A folder that is held.</param>
    public static IReadOnlyDictionary<string, string>? FindFacts(string folder, string prefix)
    {
        if (!File.Exists(Path.Combine(folder, DataFile)))
            return new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            // Who only reads would leave the files of a log behind.
            using var main = Database.OpenWriter(Path.Combine(folder, DataFile), CacheKiB);
            return SqliteStore.ListValues(main, prefix);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>
    /// Destroys in the files of a folder what was erased, before anything else reads them (design section 4). The ledgers are told by the
    /// host when it starts.
    /// </summary>
    /// <param name="folder">A folder that is held.</param>
    /// <param name="erased">The ids of all erased leads that are known of.</param>
    public static void Erase(string folder, IEnumerable<string> erased)
    {
        using var main = Database.OpenWriter(Path.Combine(folder, DataFile), CacheKiB);
        using var keys = Database.OpenWriter(Path.Combine(folder, KeysFile), CacheKiB);
        Schema.Keys.Prepare(keys);
        Schema.Data.Prepare(main);
        keys.Begin();
        foreach (var lead in erased)
            Erasure.DestroyKey(keys, lead);
        DropWithoutLead(main, keys);
        keys.Commit();
        Erasure.Repeat(main, keys);
        keys.EmptyLog();
        main.EmptyLog();
    }

    /// <summary>A key is durable before its lead, so a copy may have keys of leads that it does not have.</summary>
    private static void DropWithoutLead(Database main, Database keys)
    {
        foreach (var lead in keys.List("SELECT lead FROM keys", static row => row.GetString(0)))
        {
            if (main.Number("SELECT 1 FROM streams WHERE id = ?1 AND kind = ?2", lead, StreamKind.Lead) == 0)
                keys.Run("DELETE FROM keys WHERE lead = ?1", lead);
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = Database.OpenReader(from, CacheKiB);
        source.CopyTo(to);
    }

    private static Database Checked(string folder, string copy)
    {
        var database = Database.OpenReader(copy, CacheKiB);
        if (database.FindDamage(thorough: true) is not { } found)
            return database;
        database.Dispose();
        throw new DataFolderUnusableException(Trouble.Damaged(folder, $"{Path.GetFileName(copy)}: {found}"));
    }
}
