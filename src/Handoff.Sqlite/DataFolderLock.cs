using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite;

/// <summary>
/// Holds <c>handoff.lock</c> open for this store alone. On Windows the file's share mode keeps others out; on Unix .NET takes an advisory
/// lock (flock) with it, which the system releases when the process ends, however it ends. The file itself stays and means nothing. Where
/// somebody deleted it under a running host, SQLite's own lock on the data still keeps others out.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Somebody else holds it.</exception>
    public static DataFolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "handoff.lock");
        try
        {
            // Who could open the file of a lock could hold it.
            PrivateFile.Close(path);
            var file = PrivateFile.New(path, FileMode.OpenOrCreate);
            if (!Database.IsInUse(Path.Combine(folder, Schema.Data.FileName)))
                return new DataFolderLock(file);
            file.Dispose();
            throw InUse(folder, inner: null);
        }
        // A folder or a file that cannot be written is another matter, and says so by itself.
        catch (IOException e) when (
            e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && Trouble.OfOpening(folder, e) is null)
        {
            throw InUse(folder, e);
        }
    }

    private static DataFolderInUseException InUse(string folder, Exception? inner) => new(
        $"The data folder {folder} is in use by another running handoff. "
        + "Stop that one first, or give this one a data folder of its own (--data DIR).", inner!);

    public void Dispose() => _file.Dispose();
}
