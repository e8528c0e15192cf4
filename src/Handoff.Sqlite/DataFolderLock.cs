using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite;

/// <summary>
/// Holds <c>handoff.lock</c> open for this store alone. On Windows the file's share mode keeps others out; on Unix .NET takes an advisory
/// lock (flock) with it, which the system releases when the process ends, however it ends. The file itself stays and means nothing.
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
            return new DataFolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        // A folder or a file that cannot be written is another matter, and says so by itself.
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && Trouble.OfOpening(folder, e) is null)
        {
            throw new DataFolderInUseException(
                $"The data folder {folder} is in use by another running handoff. Stop that one first, or give this one a data folder of its own (--data DIR).",
                e);
        }
    }

    public void Dispose() => _file.Dispose();
}
