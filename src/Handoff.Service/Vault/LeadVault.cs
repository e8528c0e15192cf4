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

    /// <summary>A key for a new lead: 32 random bytes.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Seals a lead's record under its key.</summary>
    public static byte[] Seal(string leadId, byte[] key, LeadRecord record) => Seal(key, LedgerJson.Write(record), leadId);

    /// <summary>The lead's personal data, or null: there is none, or it was erased.</summary>
    public async ValueTask<LeadRecord?> OpenAsync(string leadId, CancellationToken cancellation) =>
        (await OpenWithKeyAsync(leadId, known: null, cancellation))?.Record;

    /// <summary>
    /// The lead's key and data, or null: it was erased. The key is asked for now, so that nothing of an erased lead goes out or is written
    /// anew.
    /// </summary>
    /// <param name="known">Its data where that was opened before, or null.</param>
    public async ValueTask<(byte[] Key, LeadRecord Record)?> OpenWithKeyAsync(
        string leadId, LeadRecord? known, CancellationToken cancellation)
    {
        if (await keys.FindKeyAsync(leadId, cancellation) is not { } key)
            return null;
        if (known is not null)
            return (key, known);
        return await streams.FindRecordAsync(leadId, cancellation) is { } box ? (key, LedgerJson.ReadRecord(Open(key, box, leadId))) : null;
    }

    /// <summary>Seals the packed copy of a message under the keys of all leads that it names: destroying one of them destroys it.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="keys">The leads' keys, by their ids.</param>
    public static byte[] SealCopy(string id, IReadOnlyDictionary<string, byte[]> keys, byte[] copy) =>
        Seal(CopyKey(keys.OrderBy(lead => lead.Key, StringComparer.Ordinal).Select(lead => lead.Value)), copy, id);

    /// <summary>Opens the packed copy of a message, or null: a lead that it names was erased.</summary>
    public async ValueTask<byte[]?> OpenCopyAsync(string id, IEnumerable<string> leadIds, byte[] box, CancellationToken cancellation) =>
        await CopyKeyAsync(leadIds, cancellation) is { } key ? Open(key, box, id) : null;

    private async ValueTask<byte[]?> CopyKeyAsync(IEnumerable<string> leadIds, CancellationToken cancellation)
    {
        List<byte[]> all = [];
        foreach (var id in leadIds.Order(StringComparer.Ordinal))
        {
            if (await keys.FindKeyAsync(id, cancellation) is not { } key)
                return null;
            all.Add(key);
        }

        return CopyKey(all);
    }

    /// <param name="leadKeys">The keys of the leads, in the order of the leads' ids.</param>
    private static byte[] CopyKey(IEnumerable<byte[]> leadKeys) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. leadKeys.SelectMany(key => key)], 32, info: "handoff.copy.v1"u8.ToArray());

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
        aes.Decrypt(
            box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain,
            Encoding.UTF8.GetBytes(boundTo));
        return plain;
    }
}
