using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Storage;

namespace Handoff.Service.Intake;

/// <summary>
/// Makes lookup keys: keyed hashes (HMAC-SHA256 under a secret of the store), so that an address cannot be found out by trying (DESIGN section 4).
/// </summary>
public sealed class LookupKeys(ILeadKeyStore keys)
{
    private byte[]? _secret;

    /// <summary>The key of a person's address, normalised. It is grouped with the company's, so that one write claims both.</summary>
    public async ValueTask<string> PersonAsync(string address, CancellationToken cancellation)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return $"person:{await HashAsync(domain, cancellation)}.{await HashAsync(address, cancellation)}";
    }

    /// <summary>The key of a person's phone, normalised.</summary>
    public ValueTask<string> PhoneAsync(string phone, CancellationToken cancellation) => MakeAsync("person", phone, cancellation);

    /// <summary>The key of a company's mail domain.</summary>
    public ValueTask<string> CompanyAsync(string domain, CancellationToken cancellation) => MakeAsync("company", domain, cancellation);

    /// <summary>The key of a vendor's delivery by its <c>Idempotency-Key</c>.</summary>
    public ValueTask<string> DeliveryAsync(string source, string idempotencyKey, CancellationToken cancellation) =>
        MakeAsync("delivery", $"{source}\n{idempotencyKey}", cancellation);

    /// <summary>The key of a vendor's delivery by its body.</summary>
    public ValueTask<string> BodyAsync(string source, byte[] bodyHash, CancellationToken cancellation) =>
        MakeAsync("body", $"{source}\n{Convert.ToHexString(bodyHash)}", cancellation);

    private async ValueTask<string> MakeAsync(string kind, string text, CancellationToken cancellation) => $"{kind}:{await HashAsync(text, cancellation)}";

    private async ValueTask<string> HashAsync(string text, CancellationToken cancellation)
    {
        _secret ??= await keys.SecretAsync("lookups", cancellation);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text)));
    }
}
