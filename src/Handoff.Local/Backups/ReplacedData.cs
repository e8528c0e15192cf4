using Handoff.Service.Storage;
using Handoff.Sqlite.Snapshots;

namespace Handoff.Local.Backups;

/// <summary>
/// What a restore has put aside, in folders <c>replaced-…</c> of the data folder: the ledgers and figures, without any key. A lead that is
/// erased from now on must not be readable by a key that lies there, and nobody would think of it.
/// </summary>
internal static class ReplacedData
{
    private const string Prefix = "replaced-";

    private static readonly string[] KeyFiles = [.. WithLogs(StoreSnapshot.KeysFile)];

    /// <summary>Moves what is in the data folder into a folder inside it; null: there was nothing.</summary>
    public static string? PutAside(string data, DateTimeOffset now)
    {
        var files = WithLogs(StoreSnapshot.DataFile).Concat(KeyFiles).Where(name => File.Exists(Path.Combine(data, name))).ToList();
        var links = Path.Combine(data, BackupFolder.LinkKeys);
        if (files.Count == 0 && !Directory.Exists(links))
            return null;
        var aside = Path.Combine(data, Prefix + BackupFolder.Name(now));
        PrivateFolder.Make(aside);
        foreach (var name in files)
            File.Move(Path.Combine(data, name), Path.Combine(aside, name));
        if (Directory.Exists(links))
            Directory.Move(links, Path.Combine(aside, BackupFolder.LinkKeys));
        return aside;
    }

    /// <summary>
    /// The folders whose lists of erased leads count: the data folder, and what a restore put aside that was then broken off.
    /// </summary>
    public static IEnumerable<string> FoldersWithKeys(string data) =>
        Aside(data).Prepend(data).Where(folder => File.Exists(Path.Combine(folder, StoreSnapshot.KeysFile)));

    /// <summary>Destroys the keys in all that was ever put aside, once the restored data stands.</summary>
    public static void DestroyKeys(string data)
    {
        foreach (var aside in Aside(data))
        {
            foreach (var name in KeyFiles)
                PrivateFile.Destroy(Path.Combine(aside, name));
            BackupFolder.DestroyKeys(Path.Combine(aside, BackupFolder.LinkKeys));
            PrivateFile.Close(Directory.EnumerateFiles(aside));
        }
    }

    private static IEnumerable<string> Aside(string data) =>
        Directory.Exists(data) ? Directory.EnumerateDirectories(data, Prefix + "*") : [];

    private static IEnumerable<string> WithLogs(string name) => [name, name + "-wal", name + "-shm", name + "-journal"];
}
