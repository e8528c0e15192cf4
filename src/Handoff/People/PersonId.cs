using System.Security.Cryptography;
using System.Text;

namespace Handoff.People;

/// <summary>
/// One person of the company, known by the e-mail address in <c>people.yaml</c>. An address under <c>reps</c> and once under
/// <c>people</c> is one person (design section 4).
/// </summary>
/// <param name="Address">The address, trimmed and lower-cased.</param>
public readonly record struct PersonId(string Address)
{
    /// <summary>No person: where a message goes to a stream instead.</summary>
    public static PersonId Nobody { get; } = new("");

    /// <summary>Makes the id of an address as somebody wrote it: trimmed and lower-cased.</summary>
    public static PersonId Of(string address) => new(address.Trim().ToLowerInvariant());

    /// <summary>
    /// A name without the address in it, for URLs, instance ids and logs (promise 7): the first 80 bits of the address's SHA-256, in
    /// lower-case hexadecimal. It is opaque, not secret.
    /// </summary>
    public string Opaque() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Address)).AsSpan(0, 10));

    /// <summary>Returns the address.</summary>
    public override string ToString() => Address;
}
