using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Handoff.Connect.Bodies;

/// <summary>The character sets that a body may be in. All are strict: bytes that mean nothing are refused, not replaced.</summary>
internal static class Charset
{
    /// <summary>UTF-8, the default.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Western = Strict(1252);
    private static readonly Encoding Latin9 = Strict(28605);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Finds the encoding of a <c>charset</c> parameter; false: it is none of ours.</summary>
    public static bool TryFind(StringSegment name, [NotNullWhen(true)] out Encoding? encoding)
    {
        encoding = name.AsSpan().Trim('"') switch
        {
            var text when Is(text, "") || Is(text, "utf-8") || Is(text, "utf8") || Is(text, "us-ascii") => Utf8,
            // Browsers and mail programs mean windows-1252 when they say latin-1 (WHATWG Encoding).
            var text when Is(text, "iso-8859-1") || Is(text, "latin1") || Is(text, "windows-1252") => Western,
            var text when Is(text, "iso-8859-15") => Latin9,
            var text when Is(text, "utf-16") || Is(text, "utf-16le") => Utf16,
            _ => null,
        };
        return encoding is not null;
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
