using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Handoff.Sqlite.Databases;

/// <summary>What an error of SQLite means to whoever runs the product, and what he is to do.</summary>
internal static class Trouble
{
    /// <summary>Whether the file itself is not what was written: trying again does not help.</summary>
    public static bool IsDamage(Exception e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    /// <summary>What is said of a folder that is damaged.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="found">What was found.</param>
    public static string Damaged(string folder, string found) =>
        $"The data in {folder} is damaged ({found}). Stop the host, keep a copy of the folder, and restore the newest backup: "
        + $"handoff restore --from BACKUPS --data {folder} --replace. Nothing was changed.";

    /// <summary>Why a folder could not be opened, or null: it is none of the disk's troubles.</summary>
    public static string? OfOpening(string folder, Exception e) => e switch
    {
        _ when IsDamage(e) => Damaged(folder, e.Message),
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Full(folder),
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM } => Unwritable(folder, e.Message),
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } =>
            $"The disk of the data folder {folder} fails ({e.Message}). Look whether it has room and is sound, and start again; "
            + "nothing was changed.",
        IOException when Errno(e) == NoSpace => Full(folder),
        IOException when Errno(e) == ReadOnlyFileSystem => Unwritable(folder, e.Message),
        UnauthorizedAccessException => Unwritable(folder, e.Message),
        _ => null,
    };

    // .NET keeps the system's own number; those of Linux and macOS are the same here.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;

    private static int Errno(Exception e) => OperatingSystem.IsWindows() ? 0 : e.HResult;

    private static string Full(string folder) =>
        $"The disk of the data folder {folder} is full. Make room and start again; nothing was changed.";

    private static string Unwritable(string folder, string why) =>
        $"The data folder {folder} cannot be written ({why}). Make it writable for this user (its mount, owner and permissions) "
        + "and start again; nothing was changed.";
}
