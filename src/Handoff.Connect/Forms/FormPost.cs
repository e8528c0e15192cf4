namespace Handoff.Connect.Forms;

/// <summary>What a vendor posted, as it came.</summary>
public sealed record FormPost
{
    /// <summary>The raw bytes: a signature is over these.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The header <c>Content-Type</c>, or null.</summary>
    public required string? ContentType { get; init; }

    /// <summary>The value of a header; null: it was not sent, or more than once.</summary>
    public required Func<string, string?> Header { get; init; }

    public string Method { get; init; } = "POST";

    /// <summary>The public address that was posted to, with what it asks: some vendors sign it.</summary>
    public required Uri Url { get; init; }
}
