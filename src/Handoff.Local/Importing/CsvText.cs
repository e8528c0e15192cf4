using System.Text;

namespace Handoff.Local.Importing;

/// <summary>Finds out how a file's bytes are text and what parts its values.</summary>
internal static class CsvText
{
    private const int Sniffed = 1 << 16;

    /// <summary>Finds the encoding; a sentence without its subject when the file is no text.</summary>
    public static string? Find(FileStream file, string? named, out Encoding encoding)
    {
        encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var start = Start(file);
        if (start.Length == 0)
            return "is empty. Its first line names the columns, each further line is a lead.";
        if (start.AsSpan().StartsWith("PK\u0003\u0004"u8) || start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "is a workbook, not a CSV file. In Excel choose 'Save as' and 'CSV UTF-8'.";
        if (OfMark(start) is { } marked)
            encoding = marked;
        else if (named is not null)
            return Named(named, ref encoding);
        return encoding is UTF8Encoding && start.AsSpan(0, Math.Min(start.Length, 4096)).Contains((byte)0) ? "is not a text file." : null;
    }

    /// <summary>What parts the values: what a line <c>sep=;</c> says, else what fits the rows best: several, if they fit alike.</summary>
    public static IReadOnlyList<char> Separators(FileStream file, Encoding encoding)
    {
        // What is cut at the end of the sample is not for this to judge.
        var lenient = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        var text = lenient.GetString(Start(file)).TrimStart('\uFEFF', '\r', '\n', ' ');
        return text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && CanPart(text[4])
            ? [text[4]]
            : CsvSeparator.Find(text, isWhole: file.Length <= Sniffed);
    }

    /// <summary>Whether a sign can part values: none that values are made of, quoted with or ended by.</summary>
    public static bool CanPart(char sign) =>
        sign == '\t'
        || (char.IsAscii(sign) && !char.IsLetterOrDigit(sign) && !char.IsControl(sign) && sign is not ('"' or '\'' or ' ' or '#'));

    /// <summary>The line, from 1, of the first bytes that are not in the encoding.</summary>
    public static int FirstWrongLine(FileStream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var block = new byte[Sniffed];
        var characters = new char[4];
        var line = 1;
        try
        {
            for (int read; (read = file.Read(block)) > 0;)
            {
                // A byte at a time: this reads once, after a mistake.
                for (var at = 0; at < read; at++)
                    line += characters.AsSpan(0, decoder.GetChars(block.AsSpan(at, 1), characters, flush: false)).Count('\n');
            }
        }
        catch (DecoderFallbackException)
        {
            // Here it is.
        }

        return line;
    }

    /// <summary>The bytes of the mark at the beginning that tells the encoding; 0 when there is none.</summary>
    public static int MarkLength(FileStream file, Encoding encoding)
    {
        ReadOnlySpan<byte> mark = encoding switch
        {
            UTF8Encoding => [0xEF, 0xBB, 0xBF],
            UnicodeEncoding => encoding.GetBytes("\uFEFF"),
            _ => [],
        };
        return Start(file, mark.Length).AsSpan().SequenceEqual(mark) ? mark.Length : 0;
    }

    private static byte[] Start(FileStream file, int most = Sniffed)
    {
        file.Position = 0;
        var start = new byte[Math.Min(most, file.Length)];
        file.ReadExactly(start);
        return start;
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? new UTF8Encoding(false, throwOnInvalidBytes: true)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : null;

    private static string? Named(string name, ref Encoding encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            encoding = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return null;
        }
        catch (ArgumentException)
        {
            return $"cannot be read as '{name}': there is no such encoding here. Some are utf-8, windows-1252, windows-1250, " +
                "iso-8859-15, utf-16.";
        }
    }
}
