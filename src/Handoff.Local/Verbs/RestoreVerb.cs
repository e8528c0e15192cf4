using System.Globalization;
using Handoff.Local.Backups;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Sqlite.Snapshots;
using Microsoft.Extensions.Logging.Abstractions;

namespace Handoff.Local.Verbs;

/// <summary>
/// <c>handoff restore</c>: puts a backup in the place of a data folder, without what was erased and the keys that were revoked since
/// (docs/operations.md).
/// </summary>
internal static class RestoreVerb
{
    public static int Run(RestoreOptions options, TimeProvider time)
    {
        try
        {
            return FindBackup(options) switch
            {
                (var path, { } manifest, null) =>
                    KeptAsync(options, manifest, Restore(options, path, manifest, time.GetUtcNow()), time).GetAwaiter().GetResult(),
                var (_, _, why) => Tell.Refusal($"{why} Nothing was restored."),
            };
        }
        catch (Exception e) when (e is DataFolderInUseException or DataFolderVersionException or DataFolderUnusableException
            or IOException or UnauthorizedAccessException)
        {
            return Tell.Refusal(e.Message);
        }
    }

    /// <summary>The backup that was meant, if it can be used; else why not.</summary>
    private static (string Path, BackupManifest? Manifest, string? Why) FindBackup(RestoreOptions options)
    {
        var (path, manifest) = BackupManifest.Read(options.From) is { } given ? (options.From, given)
            : BackupFolder.List(options.From).FirstOrDefault();
        if (manifest is null)
            return ("", null,
                $"There is no backup in {options.From}. Name a folder that `handoff backup --to` was given, or one of the backups in it.");
        var read = StoreSnapshot.Versions;
        string? why = null;
        if ((manifest.DataSchema, manifest.KeysSchema) != read)
            why = $"{path} was made by another version of handoff: use that one.";
        else if (manifest.FindChanged(path) is { } changed)
            why = $"{path} is not what was written: {changed} is missing or its checksum differs. Take another backup.";
        else if (!BackupFolder.HasKeys(path) && !options.WithoutKeys)
            why = $"{path} is older than {BackupFolder.KeysAreKept.Days} days and its keys are deleted: give --without-keys to restore " +
                "the ledgers and figures alone. No open lead can be worked on then.";
        else if (File.Exists(Path.Combine(options.Data, StoreSnapshot.DataFile)) && !options.Replace)
            why = $"{options.Data} holds data already. Give an empty folder, or --replace to put what is there aside.";
        return (path, manifest, why);
    }

    /// <summary>
    /// The restored log tells that it is one. A key that was revoked since the backup stays revoked: it may be in the wrong hands.
    /// </summary>
    private static async Task<int> KeptAsync(
        RestoreOptions options, BackupManifest manifest, HashSet<string> revoked, TimeProvider time)
    {
        var clock = new ProductClock(time);
        await using var store = await SqliteStore.OpenAsync(options.Data, clock);
        var log = new AuditLog(store, clock, NullLogger<AuditLog>.Instance);
        await log.KeepAsync(Acts.Restore, AuditLog.CommandLine, BackupFolder.Name(manifest.TakenAt), AuditLog.Done);
        var keys = new ApiKeyBook(store, clock);
        foreach (var key in (await keys.ListAsync(default)).Where(key => key.RevokedAt is null && revoked.Contains(key.Id)))
        {
            await keys.RevokeAsync(key.Id, default);
            await log.KeepAsync(Acts.RevokeKey, AuditLog.CommandLine, AuditLog.ApiKey(key.Id), AuditLog.Done);
        }

        return 0;
    }

    /// <summary>Restores.</summary>
    /// <returns>The ids of the programs' keys that were revoked in what was there.</returns>
    private static HashSet<string> Restore(RestoreOptions options, string backup, BackupManifest manifest, DateTimeOffset now)
    {
        PrivateFolder.Make(options.Data);
        using var held = StoreSnapshot.Hold(options.Data);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(backup))!, BackupFolder.ErasedList);
        var erased = new HashSet<string>(BackupFolder.ReadErased(beside), StringComparer.Ordinal);
        var doubt = File.Exists(beside) ? "" : $"There is no {beside}: erase once more what was erased since the backup.";
        if (options.Erased is { } list)
            erased.UnionWith(
                BackupFolder.ReadErased(
                    File.Exists(list) ? list : throw new FileNotFoundException($"There is no list of erased leads at {list}.")));
        var revoked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in ReplacedData.FoldersWithKeys(options.Data).ToList())
        {
            if (StoreSnapshot.FindFacts(folder, ApiKeyBook.Kept) is { } kept)
                revoked.UnionWith(ApiKeyBook.RevokedIn(kept));
            else if (doubt.Length == 0)
                doubt = $"The keys of programs in {folder} cannot be read: revoke once more what was revoked since the backup.";
            if (StoreSnapshot.FindErased(folder) is { } present)
                erased.UnionWith(present);
            else
                doubt = $"The list of erased leads in {folder} cannot be read: erase once more what was erased since the newest backup.";
        }

        var aside = ReplacedData.PutAside(options.Data, now);
        var keys = Path.Combine(backup, BackupFolder.Keys);
        BackupFolder.CopyFiles(Path.Combine(keys, BackupFolder.LinkKeys), Path.Combine(options.Data, BackupFolder.LinkKeys));
        if (BackupFolder.HasKeys(backup))
            PrivateFile.Copy(Path.Combine(keys, StoreSnapshot.KeysFile), Path.Combine(options.Data, StoreSnapshot.KeysFile));
        // The data last: a folder without it is no data folder, so a restore that was broken off is begun again.
        PrivateFile.Copy(Path.Combine(backup, StoreSnapshot.DataFile), Path.Combine(options.Data, StoreSnapshot.DataFile));
        StoreSnapshot.Erase(options.Data, erased);
        // Last of all: until the restored data stands, nothing of what was there is lost.
        ReplacedData.DestroyKeys(options.Data);
        Report(options, backup, manifest, erased.Count, aside, doubt);
        return revoked;
    }

    private static void Report(RestoreOptions options, string backup, BackupManifest manifest, int erased, string? aside, string doubt)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Data} is {backup}: {manifest.Leads} leads " +
            $"as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC. Erased in it: {erased}."));
        Console.WriteLine(
            "What came later is not in it. Serve it: what fell due meanwhile is carried out at once, and the ledger says how late.");
        if (aside is not null)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"What was there is in {aside}, without its keys: ledgers and figures, nothing personal. Delete it when you are sure."));
        if (doubt.Length > 0)
            Console.Error.WriteLine(doubt);
    }
}
