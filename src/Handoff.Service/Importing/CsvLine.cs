namespace Handoff.Service.Importing;

/// <summary>One line of a CSV file that we write (RFC 4180), guarded against formulas.</summary>
public static class CsvLine
{
    /// <summary>The line with its end.</summary>
    public static string Of(char separator, IEnumerable<string> cells) =>
        string.Join(separator, cells.Select(cell => Quoted(FormulaGuard.Put(cell), separator))) + "\r\n";

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().IndexOfAny(['"', '\r', '\n', separator]) >= 0 || cell.Length != cell.AsSpan().Trim().Length
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
