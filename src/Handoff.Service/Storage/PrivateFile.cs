namespace Handoff.Service.Storage;

/// <summary>
/// A file that only the process's own user can read and write: data, keys, and backups of them, whatever the folder is like and whoever
/// made it.
/// </summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes the file private: an empty one where there is none, and one that others could open no longer.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not make it.</exception>
    public static void Make(string path)
    {
        if (!File.Exists(path))
            New(path, FileMode.OpenOrCreate).Dispose();
        Close(path);
    }

    /// <summary>Makes files that are there private. Another user's stay as they are: <see cref="IsOpen"/> tells.</summary>
    /// <param name="paths">The files; those that are not there are passed over.</param>
    public static void Close(params IEnumerable<string> paths)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in paths)
        {
            if (!File.Exists(path) || !IsOpen(path))
                continue;
            try
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }
            catch (UnauthorizedAccessException)
            {
                // Its owner has to.
            }
        }
    }

    /// <summary>Opens a file for writing that is private from its first moment on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it may be there already.</param>
    public static FileStream New(string path, FileMode mode = FileMode.Create)
    {
        var how = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnly;
        return new FileStream(path, how);
    }

    /// <summary>Copies a file; the copy is private from its first moment on.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">A file that is not there.</param>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = New(to, FileMode.CreateNew);
        source.CopyTo(copy);
        copy.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Overwrites a file that is there, and deletes it. What a disk keeps of it beneath its own file system is out of reach.
    /// </summary>
    /// <param name="path">The file; if it is not there nothing is done.</param>
    public static void Destroy(string path)
    {
        if (!File.Exists(path))
            return;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            var nothing = new byte[64 * 1024];
            for (var left = file.Length; left > 0; left -= nothing.Length)
                file.Write(nothing, 0, (int)Math.Min(left, nothing.Length));
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    /// <summary>Whether other users of this machine may open the file, or the folder.</summary>
    /// <param name="path">The file or folder.</param>
    public static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;
}
