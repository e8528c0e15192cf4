using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Leads;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Vault;

/// <summary>
/// Seals and opens personal data (promise 7): AES-256-GCM under the lead's own key, bound to the lead's id. Once the key is destroyed
/// nothing opens it, in a backup either.
/// </summary>
public sealed class LeadVault(ILeadKeyStore keys, IStreamStore streams)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly OpenedRecords _opened = new();

    /// <summary>A key for a new lead: 32 random bytes.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Seals a lead's record under its key.</summary>
    public static byte[] Seal(string leadId, byte[] key, LeadRecord record) => Seal(key, LedgerJson.Write(record), leadId);

    /// <summary>The lead's personal data, or null: there is none, or it was erased.</summary>
    public async ValueTask<LeadRecord?> OpenAsync(string leadId, CancellationToken cancellation)
    {
        if (await keys.FindKeyAsync(leadId, cancellation) is not { } key || await streams.FindRecordAsync(leadId, cancellation) is not { } box)
        {
            Forget(leadId);
            return null;
        }

        if (_opened.Find(leadId, box) is { } opened)
            return opened;
        var record = LedgerJson.ReadRecord(Open(key, box, leadId));
        _opened.Keep(leadId, box, record);
        return record;
    }

    /// <summary>A sealed record is stored, and will be asked for at once.</summary>
    public void Keep(string leadId, byte[] box, LeadRecord record) => _opened.Keep(leadId, box, record);

    /// <summary>A lead was erased: its data leaves the memory too.</summary>
    public void Forget(string leadId) => _opened.Forget(leadId);

    /// <summary>Seals a changed record of a lead; null when its key is gone.</summary>
    public async ValueTask<byte[]?> ResealAsync(string leadId, LeadRecord record, CancellationToken cancellation) =>
        await keys.FindKeyAsync(leadId, cancellation) is { } key ? Seal(leadId, key, record) : null;

    /// <summary>Seals the packed copy of a message under the keys of all leads that it names: destroying one of them destroys it. Null when one is gone.</summary>
    public async ValueTask<byte[]?> SealCopyAsync(string id, IEnumerable<string> leadIds, byte[] copy, CancellationToken cancellation) =>
        await CopyKeyAsync(leadIds, cancellation) is { } key ? Seal(key, copy, id) : null;

    /// <summary>Opens the packed copy of a message, or null: a lead that it names was erased.</summary>
    public async ValueTask<byte[]?> OpenCopyAsync(string id, IEnumerable<string> leadIds, byte[] box, CancellationToken cancellation) =>
        await CopyKeyAsync(leadIds, cancellation) is { } key ? Open(key, box, id) : null;

    private async ValueTask<byte[]?> CopyKeyAsync(IEnumerable<string> leadIds, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        foreach (var id in leadIds.Order(StringComparer.Ordinal))
        {
            if (await keys.FindKeyAsync(id, cancellation) is not { } key)
                return null;
            all.Write(key);
        }

        return HKDF.DeriveKey(HashAlgorithmName.SHA256, all.ToArray(), 32, info: "handoff.copy.v1"u8.ToArray());
    }

    private static byte[] Seal(byte[] key, byte[] plain, string boundTo)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(boundTo));
        return box;
    }

    private static byte[] Open(byte[] key, byte[] box, string boundTo)
    {
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(boundTo));
        return plain;
    }
}
