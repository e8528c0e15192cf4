namespace Handoff.Sqlite;

/// <summary>
/// The data folder was written by another version of the product. Nothing in it was touched; its message says what to do.
/// </summary>
public sealed class DataFolderVersionException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DataFolderVersionException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderVersionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderVersionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
