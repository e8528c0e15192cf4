using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Storage;

namespace Handoff.Service.Intake;

/// <summary>
/// Makes lookup keys: keyed hashes (HMAC-SHA256 under a secret of the store), so that an address cannot be found out by trying (DESIGN section 4).
/// </summary>
public sealed class LookupKeys(ILeadKeyStore keys)
{
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <summary>The keys of a person's address, normalised, and of its mail domain. They are grouped, so that one write claims both.</summary>
    public async ValueTask<(string Person, string Company)> PersonAsync(string address, CancellationToken cancellation)
    {
        var domain = await HashAsync(address[(address.LastIndexOf('@') + 1)..], cancellation);
        return ($"person:{domain}.{await HashAsync(address, cancellation)}", $"company:{domain}");
    }

    /// <summary>The key of a person's phone, normalised.</summary>
    public ValueTask<string> PhoneAsync(string phone, CancellationToken cancellation) => MakeAsync("person", phone, cancellation);

    /// <summary>The key of a vendor's delivery by its <c>Idempotency-Key</c>.</summary>
    public ValueTask<string> DeliveryAsync(string source, string idempotencyKey, CancellationToken cancellation) =>
        MakeAsync("delivery", $"{source}\n{idempotencyKey}", cancellation);

    /// <summary>The key of a vendor's delivery by its body.</summary>
    public ValueTask<string> BodyAsync(string source, byte[] bodyHash, CancellationToken cancellation) =>
        MakeAsync("body", $"{source}\n{Convert.ToHexString(bodyHash)}", cancellation);

    private async ValueTask<string> MakeAsync(string kind, string text, CancellationToken cancellation) => $"{kind}:{await HashAsync(text, cancellation)}";

    private async ValueTask<string> HashAsync(string text, CancellationToken cancellation)
    {
        // One that has the key already takes a third of the time.
        if (!_idle.TryTake(out var hash))
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, await keys.SecretAsync("lookups", cancellation));
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        var key = Convert.ToHexStringLower(hash.GetHashAndReset());
        _idle.Add(hash);
        return key;
    }
}
