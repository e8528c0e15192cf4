using System.Globalization;
using Handoff.Local.Backups;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Snapshots;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff restore</c>: puts a backup in the place of a data folder, without what was erased since (docs/operations.md).</summary>
internal static class RestoreVerb
{
    public static int Run(RestoreOptions options, TimeProvider time)
    {
        try
        {
            return FindBackup(options) switch
            {
                (var path, { } manifest, null) => Restore(options, path, manifest, time.GetUtcNow()),
                var (_, _, why) => Tell.Refusal($"{why} Nothing was restored."),
            };
        }
        catch (Exception e) when (e is DataFolderInUseException or DataFolderVersionException or DataFolderUnusableException or IOException or UnauthorizedAccessException)
        {
            return Tell.Refusal(e.Message);
        }
    }

    /// <summary>The backup that was meant, if it can be used; else why not.</summary>
    private static (string Path, BackupManifest? Manifest, string? Why) FindBackup(RestoreOptions options)
    {
        var (path, manifest) = BackupManifest.Read(options.From) is { } given ? (options.From, given) : BackupFolder.List(options.From).FirstOrDefault();
        if (manifest is null)
            return ("", null, $"There is no backup in {options.From}. Name a folder that `handoff backup --to` was given, or one of the backups in it.");
        var newest = StoreSnapshot.Newest;
        string? why = null;
        if (manifest.DataSchema > newest.Data || manifest.KeysSchema > newest.Keys)
            why = $"{path} was made by a newer handoff: use that one.";
        else if (manifest.FindChanged(path) is { } changed)
            why = $"{path} is not what was written: {changed} is missing or its checksum differs. Take another backup.";
        else if (!BackupFolder.HasKeys(path) && !options.WithoutKeys)
            why = $"{path} is older than {BackupFolder.KeysAreKept.Days} days and its keys are deleted: give --without-keys to restore the ledgers and figures alone. No open lead can be worked on then.";
        else if (File.Exists(Path.Combine(options.Data, StoreSnapshot.DataFile)) && !options.Replace)
            why = $"{options.Data} holds data already. Give an empty folder, or --replace to put what is there aside.";
        return (path, manifest, why);
    }

    private static int Restore(RestoreOptions options, string backup, BackupManifest manifest, DateTimeOffset now)
    {
        PrivateFolder.Make(options.Data);
        using var held = StoreSnapshot.Hold(options.Data);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(backup))!, BackupFolder.ErasedList);
        var erased = new HashSet<string>(BackupFolder.ReadErased(beside), StringComparer.Ordinal);
        var doubt = File.Exists(beside) ? "" : $"There is no {beside}: erase once more what was erased since the backup.";
        if (options.Erased is { } list)
            erased.UnionWith(BackupFolder.ReadErased(File.Exists(list) ? list : throw new FileNotFoundException($"There is no list of erased leads at {list}.")));
        if (File.Exists(Path.Combine(options.Data, StoreSnapshot.KeysFile)))
        {
            if (StoreSnapshot.FindErased(options.Data) is { } present)
                erased.UnionWith(present);
            else
                doubt = $"The list of erased leads in {options.Data} cannot be read: erase once more what was erased since the newest backup.";
        }

        var aside = PutAside(options.Data, now);
        var keys = Path.Combine(backup, BackupFolder.Keys);
        BackupFolder.CopyFiles(Path.Combine(keys, BackupFolder.LinkKeys), Path.Combine(options.Data, BackupFolder.LinkKeys));
        if (BackupFolder.HasKeys(backup))
            File.Copy(Path.Combine(keys, StoreSnapshot.KeysFile), Path.Combine(options.Data, StoreSnapshot.KeysFile));
        // The data last: a folder without it is no data folder, so a restore that was broken off is begun again.
        File.Copy(Path.Combine(backup, StoreSnapshot.DataFile), Path.Combine(options.Data, StoreSnapshot.DataFile));
        StoreSnapshot.Erase(options.Data, erased);
        Report(options, backup, manifest, erased.Count, aside, doubt);
        return 0;
    }

    /// <summary>Moves what is in the data folder into a folder inside it; null: there was nothing.</summary>
    private static string? PutAside(string data, DateTimeOffset now)
    {
        var files = new[] { StoreSnapshot.DataFile, StoreSnapshot.KeysFile }
            .SelectMany(name => new[] { name, name + "-wal", name + "-shm" }).Where(name => File.Exists(Path.Combine(data, name))).ToList();
        var links = Path.Combine(data, BackupFolder.LinkKeys);
        if (files.Count == 0 && !Directory.Exists(links))
            return null;
        var aside = Path.Combine(data, "replaced-" + BackupFolder.Name(now));
        PrivateFolder.Make(aside);
        foreach (var name in files)
            File.Move(Path.Combine(data, name), Path.Combine(aside, name));
        if (Directory.Exists(links))
            Directory.Move(links, Path.Combine(aside, BackupFolder.LinkKeys));
        return aside;
    }

    private static void Report(RestoreOptions options, string backup, BackupManifest manifest, int erased, string? aside, string doubt)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Data} is {backup}: {manifest.Leads} leads as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC. Erased in it: {erased}."));
        Console.WriteLine("What came later is not in it. Serve it: what fell due meanwhile is carried out at once, and the ledger says how late.");
        if (aside is not null)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"What was there is in {aside}. Delete it when you are sure, within {BackupFolder.KeysAreKept.Days} days: it holds the keys of leads that may be erased from now on."));
        if (doubt.Length > 0)
            Console.Error.WriteLine(doubt);
    }
}
