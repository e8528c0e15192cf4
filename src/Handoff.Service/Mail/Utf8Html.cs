using System.Text;

namespace Handoff.Service.Mail;

/// <summary>An HTML document in UTF-8, as it is sent and kept: what is rendered need not become a text first that only becomes bytes again. Equal when its bytes are.</summary>
/// <param name="bytes">The document; whoever gives them leaves them as they are.</param>
public sealed class Utf8Html(ReadOnlyMemory<byte> bytes) : IEquatable<Utf8Html>
{
    /// <summary>None.</summary>
    public static Utf8Html Empty { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The document, encoded.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>A document of a text.</summary>
    public static Utf8Html Of(string html) => html.Length == 0 ? Empty : new(Encoding.UTF8.GetBytes(html));

    /// <summary>The document as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(bytes.Span);

    /// <inheritdoc/>
    public bool Equals(Utf8Html? other) => other is not null && bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Utf8Html);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes.Span);
        return hash.ToHashCode();
    }
}
