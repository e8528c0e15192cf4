namespace Handoff.Sqlite;

/// <summary>The data folder cannot be used: it is damaged, cannot be written, or its disk is full. Its message says what to do.</summary>
public sealed class DataFolderUnusableException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DataFolderUnusableException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderUnusableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFolderUnusableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
