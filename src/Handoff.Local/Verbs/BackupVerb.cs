using System.Globalization;
using Handoff.Local.Backups;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Snapshots;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff backup</c>: copies a data folder, while a host serves it or not (docs/operations.md).</summary>
internal static class BackupVerb
{
    public static int Run(string data, string to, TimeProvider time)
    {
        if (!File.Exists(Path.Combine(data, StoreSnapshot.DataFile)))
            return Tell.Refusal($"There is no data in {data}. Name the folder that `handoff serve --data` uses.");
        try
        {
            PrivateFolder.Make(to);
            BackupFolder.Close(to);
            var takenAt = time.GetUtcNow();
            var pruned = BackupFolder.Prune(to, takenAt);
            var (path, manifest) = Take(data, to, takenAt);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{path}: {manifest.Leads} leads, {manifest.Files.Sum(
                    file => file.Bytes) / 1e6:F1} MB, whole and sound, as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC."));
            if (PrivateFile.IsOpen(to))
                Console.WriteLine($"{to} is open to other users of this machine: close it (chmod go=). Its backups are closed to them.");
            if (pruned > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backups older than {BackupFolder.KeysAreKept.Days} days " +
                    $"whose keys were deleted now: {pruned}. What is personal in them cannot be read any more."));
            return 0;
        }
        catch (Exception e) when (e is DataFolderUnusableException or IOException or UnauthorizedAccessException)
        {
            return Tell.Refusal($"No backup was made. {e.Message}");
        }
    }

    private static (string Path, BackupManifest Manifest) Take(string data, string to, DateTimeOffset takenAt)
    {
        var unfinished = Path.Combine(to, BackupFolder.UnfinishedName(takenAt));
        try
        {
            PrivateFolder.Make(unfinished);
            var keys = Path.Combine(unfinished, BackupFolder.Keys);
            PrivateFolder.Make(keys);
            // The keys of links first: they are made when the host starts, long before a link.
            BackupFolder.CopyFiles(Path.Combine(data, BackupFolder.LinkKeys), Path.Combine(keys, BackupFolder.LinkKeys));
            var content =
                StoreSnapshot.Take(data, Path.Combine(unfinished, StoreSnapshot.DataFile), Path.Combine(keys, StoreSnapshot.KeysFile));
            var manifest = new BackupManifest(
                takenAt, content.DataSchema, content.KeysSchema, content.Leads, content.Erased.Count, BackupManifest.Describe(unfinished));
            manifest.Write(unfinished);
            var path = Path.Combine(to, BackupFolder.Name(takenAt));
            Directory.Move(unfinished, path);
            BackupFolder.AddErased(to, content.Erased);
            return (path, manifest);
        }
        catch
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }
}
