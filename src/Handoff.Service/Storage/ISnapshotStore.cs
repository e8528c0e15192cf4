namespace Handoff.Service.Storage;

/// <summary>
/// Keeps what was made of rows and can be made of them again, so that a start need not read them all: opaque bytes by name, without
/// personal data. Whoever finds something missing makes it anew.
/// </summary>
public interface ISnapshotStore
{
    /// <summary>The bytes of that name, or null.</summary>
    ValueTask<byte[]?> FindSnapshotAsync(string name, CancellationToken cancellation);

    /// <summary>Sets the bytes of a name.</summary>
    ValueTask SaveSnapshotAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>The names of all that is kept, in no order.</summary>
    ValueTask<IReadOnlyList<string>> ListSnapshotsAsync(CancellationToken cancellation);

    /// <summary>Drops the bytes of a name; none there is no mistake.</summary>
    ValueTask DropSnapshotAsync(string name, CancellationToken cancellation);
}
