namespace Handoff.Service.Storage;

/// <summary>
/// The keys under which leads' personal data is sealed, kept apart from the data and in backups no longer than 30 days (design section 4).
/// A key is written before the lead that needs it.
/// </summary>
public interface ILeadKeyStore
{
    /// <summary>A lead's key, or null when it was destroyed or never made.</summary>
    ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation);

    /// <summary>The secret of this name, made at random (32 bytes) at first use; for the keyed hashes of lookup keys.</summary>
    ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation);

    /// <summary>The ids of all leads ever erased: a restored store applies them before anything else.</summary>
    ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation);
}
