using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>An absence that somebody told: added to <c>away</c> in the files.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Start">The first instant away.</param>
/// <param name="End">The first instant back, or null while nobody knows.</param>
public sealed record RecordedAbsence(string Person, Instant Start, Instant? End);

/// <summary>A text that is kept as it was when it was first stored: a version of the agreement, a file that was in force.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">The text.</param>
public sealed record StoredText(string Name, string Content);

/// <summary>Facts that belong to no stream.</summary>
public interface IFactStore
{
    /// <summary>Every absence that was told and is not over at <paramref name="from"/>.</summary>
    ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation);

    /// <summary>Adds an absence; the same start replaces the end.</summary>
    ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation);

    /// <summary>Drops every absence that was told of a person, as <see cref="DropAsync"/> does.</summary>
    /// <param name="person">The person's id.</param>
    ValueTask DropAbsencesAsync(string person, CancellationToken cancellation);

    /// <summary>The text of that name, or null.</summary>
    ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation);

    /// <summary>Stores a text whose name is not there yet; one that is stays as it is.</summary>
    ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation);

    /// <summary>A small value by name (the reconciler's heartbeat, the mark of a demonstration), or null.</summary>
    ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation);

    /// <summary>Every small value whose name begins with <paramref name="prefix"/>, by name.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation);

    /// <summary>Claims a name, once: of several who claim it one is told true, whichever process asks.</summary>
    /// <param name="name">The name.</param>
    /// <param name="until">From then on the claim may be forgotten; whoever claims must refuse by then for another reason.</param>
    /// <param name="now">The product's time.</param>
    /// <param name="cancellation">Cancels before it is written.</param>
    ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation);

    /// <summary>Sets a small value.</summary>
    ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation);

    /// <summary>
    /// Drops the text and the value of that name; none there is no mistake. When it answers, no file of the store holds what was
    /// dropped, nor what these names held before; a backup may.
    /// </summary>
    ValueTask DropAsync(string name, CancellationToken cancellation);
}
