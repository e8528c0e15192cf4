using System.Collections.Immutable;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>An event to be appended.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Json">The event, UTF-8 JSON.</param>
public sealed record NewEvent(Instant At, string Type, ReadOnlyMemory<byte> Json);

/// <summary>
/// Everything that one turn writes; it is written whole or not at all (design section 4).
/// </summary>
public sealed record Turn
{
    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version that was read; 0 creates the stream.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>
    /// The tag that was read, so that a wake-up which the turn did not see is not overwritten: such a commit conflicts. Null: the version
    /// alone decides.
    /// </summary>
    public string? ExpectedTag { get; init; }

    /// <summary>The events, at least one. The new version is the expected one and their count.</summary>
    public required ImmutableArray<NewEvent> Events { get; init; }

    /// <summary>The new state: what all events of the stream add up to.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>When the stream next needs a turn, or null.</summary>
    public required Instant? NextWakeUp { get; init; }

    /// <summary>The lead's row; null of a stream that is no lead's.</summary>
    public RowWrite? Row { get; init; }

    /// <summary>A new lead's key: 32 random bytes under which its personal data is sealed. Kept apart from everything else.</summary>
    public byte[]? NewKey { get; init; }

    /// <summary>The lead's personal data, sealed under its key; null leaves what is there.</summary>
    public byte[]? Record { get; init; }

    /// <summary>Lookup keys to claim; the commit conflicts when one has changed since it was read.</summary>
    public ImmutableArray<LookupWrite> Lookups { get; init; } = [];

    /// <summary>What the turn changes in rotas.</summary>
    public ImmutableArray<RotaChange> Rota { get; init; } = [];

    /// <summary>
    /// The version of the rota on which a rep was chosen, by team; the commit conflicts when it has changed. Null: nobody was chosen.
    /// </summary>
    public RotaGuard? RotaGuard { get; init; }

    /// <summary>Copies of messages that were sent.</summary>
    public ImmutableArray<MailCopy> Copies { get; init; } = [];

    /// <summary>Destroys the lead's key, record and person keys, and every copy of a message that names it.</summary>
    public bool Erases { get; init; }
}

/// <summary>The rota on which a decision rests.</summary>
/// <param name="Team">The team.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RotaGuard(string Team, long Version);

/// <summary>What became of a commit.</summary>
public enum CommitResult
{
    /// <summary>Everything is durable.</summary>
    Committed,

    /// <summary>Something that the turn rests on has changed; nothing was written. Read again and decide again.</summary>
    Conflict,

    /// <summary>
    /// The rota on which a rep was chosen has changed, and nothing else was looked at; nothing was written. Choose again.
    /// </summary>
    RotaChanged,
}

/// <summary>A commit that has returned.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Tag">The tag of the head as it was written: the next turn may rest on it without a read. Empty after a conflict, and where
/// the store does not know it.</param>
public readonly record struct Commit(CommitResult Result, string Tag)
{
    /// <summary>A conflict: nothing was written.</summary>
    public static Commit Conflict { get; } = new(CommitResult.Conflict, "");

    /// <summary>The rota on which the turn rests has changed: nothing was written.</summary>
    public static Commit RotaChanged { get; } = new(CommitResult.RotaChanged, "");

    /// <summary>A turn that is durable, with the tag of its head.</summary>
    public static Commit Of(string tag) => new(CommitResult.Committed, tag);

    /// <summary>Whether everything is durable.</summary>
    public bool IsDone => Result == CommitResult.Committed;
}
