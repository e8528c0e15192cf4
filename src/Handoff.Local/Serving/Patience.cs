namespace Handoff.Local.Serving;

/// <summary>How long a client may take, in real time; then its connection is ended.</summary>
internal sealed record Patience
{
    /// <summary>For the headers of a request.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Before a body has to flow, and after it has stopped to; more than a second.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(5);
}
