using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Handoff.Service.Storage;

namespace Handoff.Service.MailEvents;

/// <summary>
/// The opaque name under which a mail goes out: its stream and its number there, nothing personal. A provider gives it back with what it
/// tells of the mail.
/// </summary>
/// <param name="Stream">The stream of the lead, or of a person's alerts.</param>
/// <param name="Number">The mail's number there, 1 or more.</param>
public sealed record MessageName(StreamId Stream, int Number)
{
    private const int Longest = 200;

    /// <summary>Reads a name; false when it is none of ours.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out MessageName? name)
    {
        name = null;
        if (text is null or { Length: > Longest } || text.LastIndexOf('-') is not (> 0 and var dash)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            return false;
        var stream = StreamId.Named(text[..dash]);
        if (stream.Id.Length == 0 || !stream.Id.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_'))
            return false;
        name = new(stream, number);
        return true;
    }

    /// <summary>The name as the mail carries it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream.Name}-{Number}");
}
