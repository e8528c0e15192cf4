namespace Handoff.Sqlite;

/// <summary>The data folder is used by another process, or was opened twice by this one. Its message says what to do.</summary>
public sealed class DataFolderInUseException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DataFolderInUseException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderInUseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderInUseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
