using System.Globalization;
using Handoff.Service.Storage;

namespace Handoff.Local.Backups;

/// <summary>
/// A folder of backups: one folder each, named after its time, and <c>erased.txt</c>, the ids of all leads that any of them knows as
/// erased. In a backup the data stands by itself and what opens it, the keys of leads and of links, under <c>keys</c>.
/// </summary>
internal static class BackupFolder
{
    public const string Keys = "keys";
    public const string LinkKeys = "link-keys";
    public const string ErasedList = "erased.txt";
    private const string Unfinished = ".partial";

    /// <summary>How long keys are kept: an older backup opens nothing personal any more (design section 4).</summary>
    public static TimeSpan KeysAreKept { get; } = TimeSpan.FromDays(30);

    /// <summary>The folder in which a backup is made until it is whole.</summary>
    public static string UnfinishedName(DateTimeOffset at) => Name(at) + Unfinished;

    public static string Name(DateTimeOffset at) =>
        at.UtcDateTime.ToString("'handoff-'yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);

    public static bool HasKeys(string backup) => Directory.Exists(Path.Combine(backup, Keys));

    /// <summary>The whole backups in a folder, the newest first.</summary>
    public static IEnumerable<(string Path, BackupManifest Manifest)> List(string folder) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder)
            .Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal))
            .Select(path => (Path: path, Manifest: BackupManifest.Read(path)!)).Where(one => one.Manifest is not null)
            .OrderByDescending(one => one.Manifest.TakenAt);

    public static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        PrivateFolder.Make(to);
        foreach (var file in Directory.EnumerateFiles(from))
            PrivateFile.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Makes private what an earlier version, or a copy, left open to others.</summary>
    public static void Close(string folder)
    {
        PrivateFile.Close(Path.Combine(folder, ErasedList));
        foreach (var (path, _) in List(folder))
            PrivateFile.Close(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories));
    }

    /// <summary>Deletes the keys of backups that are too old, and what a broken-off backup left.</summary>
    /// <returns>How many backups lost their keys.</returns>
    public static int Prune(string folder, DateTimeOffset now)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, "handoff-*" + Unfinished))
            Directory.Delete(left, recursive: true);
        var old = List(folder).Where(one => one.Manifest.TakenAt < now - KeysAreKept && HasKeys(one.Path)).ToList();
        foreach (var (path, _) in old)
            DestroyKeys(Path.Combine(path, Keys));
        return old.Count;
    }

    public static void DestroyKeys(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            PrivateFile.Destroy(file);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The ids in a list of erased leads, one a line; none where there is no such file.</summary>
    public static IReadOnlySet<string> ReadErased(string file) =>
        (File.Exists(file) ? File.ReadLines(file) : []).Select(line => line.Trim()).Where(line => line.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Adds ids to the list of erased leads; it never loses one.</summary>
    public static void AddErased(string folder, IEnumerable<string> erased)
    {
        var file = Path.Combine(folder, ErasedList);
        var known = ReadErased(file);
        var all = known.Union(erased).Order(StringComparer.Ordinal).ToList();
        // An empty list says that nothing was erased; no list says nothing.
        if (all.Count == known.Count && File.Exists(file))
            return;
        using (var lines = new StreamWriter(PrivateFile.New(file + Unfinished)))
        {
            foreach (var one in all)
                lines.WriteLine(one);
        }

        File.Move(file + Unfinished, file, overwrite: true);
    }
}
