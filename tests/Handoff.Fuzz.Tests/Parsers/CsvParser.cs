using System.Collections.Immutable;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Local.Importing;
using Handoff.Qualification.Columns;
using Sylvan.Data.Csv;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>The CSV files that are imported, and the file of errors that is written of them and imported again.</summary>
internal static class CsvParser
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("handoff-fuzz-").FullName;

    public static IReadOnlyList<Parser> List { get; } =
    [
        new(
            "csv", Of(
                "email,name,company\r\nada@analytical.example,\"Lovelace, Ada\",Analytical " +
                "Engines\r\nbob@b.example,\"two\nlines\",=1+1\r\n", "sep=;\nemail;name\n\"a\"\"b\";c\n\n;d\n",
                "line,problem,email,phone\n2,no address,'-x,'+39021234567\n", "email\tname\na@b.it\t\u00e9\n"),
            ["\"", "\"\"", ",", ";", "\t", "|", "\r\n", "\r", "sep=", "\uFEFF", "=", "+", "-", "@", "'", "line,problem,", "\n\n"], Csv),
    ];

    private static void Csv(byte[] input)
    {
        var (path, errors) = (Path.Combine(Folder, "leads.csv"), Path.Combine(Folder, "leads.errors.csv"));
        File.WriteAllBytes(path, input);
        if (Read(path, null) is not var (file, rows))
            return;
        using (file)
        {
            File.Delete(errors);
            ErrorsFile.Write(errors, file, rows.ToImmutableSortedDictionary(row => row.Line, _ => "=not usable"));
        }

        if (rows.Count == 0)
            return;
        Holds(Read(errors, file.Separator) is not null, "a file of errors can be read");
        var (again, corrected) = Read(errors, file.Separator)!.Value;
        using (again)
        {
            Holds(Formulas(errors, file.Separator) == 0, "no cell of it is a formula");
            var skipped = ErrorColumns.Lead(file.Header) ? ErrorColumns.Count : 0;
            Holds(
                corrected.Count == rows.Count
                    && corrected.Zip(rows)
                    .All(pair => pair.First.Cells.Skip(ErrorColumns.Count).SequenceEqual(pair.Second.Cells.Skip(skipped))),
                "rows that are written as errors are read back");
        }
    }

    /// <summary>How many cells a spreadsheet would run: the file is read without taking the apostrophes back.</summary>
    private static int Formulas(string path, char separator)
    {
        using var csv =
            CsvDataReader.Create(path, new() { HasHeaders = false, Delimiter = separator, MaxBufferSize = CsvFile.LongestRecord });
        var formulas = 0;
        while (csv.Read())
            formulas += Enumerable.Range(0, csv.RowFieldCount)
                .Count(place => csv.GetString(place).TrimStart() is ['=' or '+' or '-' or '@', ..]);
        return formulas;
    }

    /// <summary>The rows, or null: the file is not sound, which is told.</summary>
    private static (CsvFile File, IReadOnlyList<Service.Importing.TableRow> Rows)? Read(string path, char? separator)
    {
        if (CsvFile.Open(path, null, separator) is not CsvOpening.Opened { File: var file })
            return null;
        try
        {
            return (file, [.. file.Rows()]);
        }
        catch (CsvMistakeException)
        {
            file.Dispose();
            return null;
        }
    }
}
