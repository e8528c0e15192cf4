using System.Globalization;
using Handoff.Qualification;

namespace Handoff.Service.Importing;

/// <summary>Says what is wrong with a row.</summary>
public static class RowProblems
{
    private const string Quote = "put a value that contains the separator between quotes.";

    /// <summary>Bytes of one row as it is posted: as much as the intake takes of one lead.</summary>
    private const int LargestPost = 1 << 20;

    /// <summary>Why a row cannot be posted, or null.</summary>
    public static string? OfSize(RowPost post) =>
        post.Body.Length > LargestPost ? "This is more than a lead may have (1 MiB). Shorten its longest values." : null;

    /// <summary>One line: each field and what to do about it.</summary>
    public static string Say(IEnumerable<FieldProblem> problems) =>
        string.Join(' ', problems.Select(problem => $"{problem.Field}: {problem.Message}"));

    /// <summary>
    /// Why a row has no sure place for its values, or null. Programs that leave out blank values at the end are read as meant.
    /// </summary>
    public static string? OfShape(TableRow row, int columns) =>
        row.Cells.Length > columns && row.Cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell))
        ? string.Create(CultureInfo.InvariantCulture, $"There are {row.Cells.Length} values under {columns} headers: {Quote}")
        : null;
}
