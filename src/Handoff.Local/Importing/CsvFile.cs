using System.Collections.Immutable;
using System.Text;
using Handoff.Qualification.Columns;
using Handoff.Service.Importing;
using Sylvan.Data.Csv;

namespace Handoff.Local.Importing;

/// <summary>What came of opening a file.</summary>
internal abstract record CsvOpening
{
    /// <summary>It is text in a known encoding, and has a header.</summary>
    public sealed record Opened(CsvFile File) : CsvOpening;

    public sealed record Refused(string Why) : CsvOpening;
}

/// <summary>That a file is not sound, and where. The message names the line.</summary>
internal sealed class CsvMistakeException(string message) : Exception(message);

/// <summary>
/// A CSV file that is held open, so that it stays the same while it is checked, imported and read again for its errors. Memory does not
/// grow with it: a record has at most <see cref="LongestRecord"/> characters.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    /// <summary>Characters of one record: as much as the intake takes of one lead.</summary>
    public const int LongestRecord = 1 << 20;

    private readonly string _path;
    private readonly FileStream _stream;
    private bool _isErrors;

    private CsvFile(string path, FileStream stream, Encoding encoding, char separator) =>
        (_path, _stream, Encoding, Separator) = (path, stream, encoding, separator);

    /// <summary>How its bytes are text.</summary>
    public Encoding Encoding { get; }

    public char Separator { get; }

    /// <summary>The first row that is not blank.</summary>
    public ImmutableArray<string> Header { get; private set; } = [];

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="encoding">The name of its encoding, or null: as its first bytes say, else UTF-8.</param>
    /// <param name="separator">What parts its values, or null: as its rows say.</param>
    public static CsvOpening Open(string path, string? encoding, char? separator)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(
                path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CsvOpening.Refused(
                Directory.Exists(path) ? $"{path} is a folder. Name a CSV file." : $"{path} cannot be read: {e.Message}");
        }

        try
        {
            if (CsvText.Find(stream, encoding, out var found) is { } why)
                return Refuse($"{path} {why}");
            var separators = separator is { } said ? [said] : CsvText.Separators(stream, found);
            if (separators.Count > 1)
            {
                var names = string.Join(" or ", separators.Select(Name));
                return Refuse($"{path}: its values may be parted by {names}. Say which: --separator.");
            }

            var file = new CsvFile(path, stream, found, separators[0]);
            file.Header = file.Records().FirstOrDefault(record => !IsBlank(record.Cells))?.Cells ?? [];
            file._isErrors = ErrorColumns.Lead(file.Header);
            file.Header = file.Unguarded(file.Header);
            return file.Header.IsEmpty ? Refuse($"{path} is empty. Its first line names the columns, each further line is a lead.")
                : new CsvOpening.Opened(file);
        }
        catch (CsvMistakeException e)
        {
            return Refuse(e.Message);
        }

        CsvOpening.Refused Refuse(string because)
        {
            stream.Dispose();
            return new(because);
        }
    }

    public static string Name(char separator) => separator == '\t' ? "tabs" : $"'{separator}'";

    /// <summary>The rows below the header that are not blank. Can be read again and again, one reader at a time.</summary>
    /// <exception cref="CsvMistakeException">The file is not sound from some line on.</exception>
    public IEnumerable<TableRow> Rows() =>
        Records().Where(record => !IsBlank(record.Cells)).Skip(1).Select(record => record with { Cells = Unguarded(record.Cells) });

    public void Dispose() => _stream.Dispose();

    /// <summary>Of a file of errors the cells as they were before we wrote it.</summary>
    private ImmutableArray<string> Unguarded(ImmutableArray<string> cells) => _isErrors ? [.. cells.Select(FormulaGuard.Take)] : cells;

    private static bool IsBlank(ImmutableArray<string> cells) => cells.All(string.IsNullOrWhiteSpace);

    private IEnumerable<TableRow> Records()
    {
        _stream.Position = CsvText.MarkLength(_stream, Encoding);
        using var text = new StreamReader(_stream, Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
        using var csv = Guard(1, () => CsvDataReader.Create(text, new()
        {
            HasHeaders = false,
            Delimiter = Separator,
            CsvStyle = CsvStyle.Standard,
            BufferSize = 1 << 16,
            MaxBufferSize = LongestRecord,
            OwnsReader = false,
        }));
        var line = 1;
        while (Guard(line, csv.Read))
        {
            var cells = ImmutableArray.CreateBuilder<string>(csv.RowFieldCount);
            for (var place = 0; place < csv.RowFieldCount; place++)
                cells.Add(csv.GetString(place));
            var isFirst = line == 1;
            var row = new TableRow(line, cells.MoveToImmutable());
            line += LinesIn(csv.GetRawRecordSpan());
            // A hint that Excel writes and reads; it is not the header.
            if (!isFirst || !row.Cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                yield return row;
        }
    }

    private static int LinesIn(ReadOnlySpan<char> record)
    {
        var lines = record.Count('\n');
        for (var at = record.IndexOf('\r'); at >= 0 && at < record.Length;)
        {
            if (at + 1 == record.Length || record[at + 1] != '\n')
                lines++;
            var next = record[(at + 1)..].IndexOf('\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return lines;
    }

    private T Guard<T>(int line, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvRecordTooLargeException)
        {
            throw Mistake(line, "what begins here is longer than a lead can be (1 MiB). Is there a quote that is not closed, or is this " +
                "not a CSV file?");
        }
        catch (CsvFormatException)
        {
            throw Mistake(
                line, "a quoted value that begins here is not closed, or something follows its closing quote. Write a quote inside a " +
                    "quoted value twice.");
        }
        catch (DecoderFallbackException)
        {
            throw Mistake(
                CsvText.FirstWrongLine(_stream, Encoding),
                $"this is not {Encoding.WebName}. Save the file as 'CSV UTF-8', or say how it is encoded: --encoding windows-1252.");
        }
    }

    private CsvMistakeException Mistake(int line, string what) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_path}:{line}: {what}"));
}
