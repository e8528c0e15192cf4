using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Handoff.Qualification;
using Handoff.Service.Storage;

namespace Handoff.Service.Intake;

/// <summary>The lookup keys of whoever asks.</summary>
/// <param name="Group">What the keys have in common; null: there is neither an address nor a phone.</param>
/// <param name="ByAddress">The key of the address, or null.</param>
/// <param name="ByPhone">The key of the phone, or null.</param>
/// <param name="Company">The key of the mail domain, or null.</param>
public sealed record PersonKeys(string? Group, string? ByAddress, string? ByPhone, string? Company);

/// <summary>
/// Makes lookup keys: keyed hashes (HMAC-SHA256 under a secret of the store), so that an address cannot be found out by trying (design
/// section 4).
/// </summary>
public sealed class LookupKeys(ILeadKeyStore keys)
{
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <summary>The key of a person's address, normalised.</summary>
    public async ValueTask<string> AddressAsync(string address, CancellationToken cancellation) =>
        $"person:{await HashAsync(Domain(address), cancellation)}.{await HashAsync(address, cancellation)}";

    /// <summary>The key of a phone, normalised.</summary>
    public async ValueTask<string> PhoneAsync(string phone, CancellationToken cancellation) =>
        $"person:{await HashAsync(phone, cancellation)}";

    /// <summary>
    /// The keys of whoever asks. They are grouped by the mail domain (by the phone, where there is no address), so that one write claims
    /// them.
    /// </summary>
    public async ValueTask<PersonKeys> PersonAsync(Contact contact, CancellationToken cancellation)
    {
        var phone = contact.Phone is { } number ? await HashAsync(number, cancellation) : null;
        if (contact.Email is not { } address)
            return new(phone, null, phone is null ? null : $"person:{phone}", null);
        var domain = await HashAsync(Domain(address), cancellation);
        return new(
            domain, $"person:{domain}.{await HashAsync(address, cancellation)}", phone is null ? null
            : $"person:{phone}", $"company:{domain}");
    }

    /// <summary>The key by which the directory finds a person of the company. No lead's key is like it.</summary>
    public async ValueTask<string> ColleagueAsync(string address, CancellationToken cancellation) =>
        $"address:{await HashAsync($"colleague\n{address}", cancellation)}";

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    /// <summary>The key of a vendor's delivery by its <c>Idempotency-Key</c>.</summary>
    public async ValueTask<string> DeliveryAsync(string source, string idempotencyKey, CancellationToken cancellation) =>
        $"delivery:{await HashAsync($"{source}\n{idempotencyKey}", cancellation)}";

    /// <summary>
    /// The key of a vendor's delivery by its body, in the group of whoever asks in it: the same body names the same person.
    /// </summary>
    public async ValueTask<string> BodyAsync(string source, byte[] bodyHash, string? group, CancellationToken cancellation)
    {
        var hash = await HashAsync($"{source}\n{Convert.ToHexString(bodyHash)}", cancellation);
        return group is null ? $"body:{hash}" : $"body:{group}.{hash}";
    }

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
