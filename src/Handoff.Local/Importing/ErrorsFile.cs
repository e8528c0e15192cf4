using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Handoff.Qualification.Columns;
using Handoff.Service.Importing;

namespace Handoff.Local.Importing;

/// <summary>
/// Writes the rows that could not be used, with their line and what to correct, so that they can be corrected and imported again.
/// </summary>
internal static class ErrorsFile
{
    private const string Ending = ".errors";

    /// <summary>Where errors go if nothing is said: <c>leads.errors.csv</c>, and those of that file <c>leads.errors.2.csv</c>.</summary>
    public static string PathFor(string input)
    {
        var (folder, name) = (Path.GetDirectoryName(input) ?? "", Path.GetFileNameWithoutExtension(input));
        if (name.EndsWith(Ending, StringComparison.Ordinal))
            return Path.Combine(folder, $"{name}.2.csv");
        var at = name.LastIndexOf(Ending + ".", StringComparison.Ordinal);
        return at > 0 && int.TryParse(name.AsSpan(at + Ending.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name[..at]}{Ending}.{number + 1}.csv"))
            : Path.Combine(folder, $"{name}{Ending}.csv");
    }

    /// <summary>Writes the file whole: the rows come from the file again, so memory does not grow with them.</summary>
    /// <returns>Where a file went that was there before and said something else, or null.</returns>
    public static string? Write(string path, CsvFile file, ImmutableSortedDictionary<int, string> problems)
    {
        var part = path + ".part";
        using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        {
            // The errors of an errors file: the columns are not put there twice.
            var skip = ErrorColumns.Lead(file.Header) ? ErrorColumns.Count : 0;
            writer.Write(CsvLine.Of(file.Separator, [ErrorColumns.Line, ErrorColumns.Problem, .. file.Header.Skip(skip)]));
            foreach (var row in file.Rows())
            {
                if (problems.TryGetValue(row.Line, out var problem))
                    writer.Write(
                        CsvLine.Of(file.Separator, [row.Line.ToString(CultureInfo.InvariantCulture), problem, .. row.Cells.Skip(skip)]));
            }
        }

        var kept = File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(part))
            ? Path.ChangeExtension(path, ".before.csv") : null;
        // Somebody may be correcting it.
        if (kept is not null)
            File.Move(path, kept, overwrite: true);
        File.Move(part, path, overwrite: true);
        return kept;
    }
}
