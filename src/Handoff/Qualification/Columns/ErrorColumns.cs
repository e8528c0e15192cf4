namespace Handoff.Qualification.Columns;

/// <summary>
/// The columns that an import puts before the original ones where it writes what it could not use; imported again, they are left out.
/// </summary>
public static class ErrorColumns
{
    /// <summary>The number of these columns.</summary>
    public const int Count = 2;

    /// <summary>The line of the file, from 1.</summary>
    public const string Line = "line";

    public const string Problem = "problem";

    /// <summary>Whether a header begins with them.</summary>
    public static bool Lead(IReadOnlyList<string> headers) => headers.Count > Count && headers[0] == Line && headers[1] == Problem;
}
