using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using NSubstitute;
using Xunit;

namespace Handoff.Service.Tests.Vault;

/// <summary>Copies of mails under the keys of the leads that they name.</summary>
public sealed class SealedCopiesTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task A_copy_is_sealed_as_it_always_was()
    {
        var vault = new LeadVault(new OneKey(), Substitute.For<IStreamStore>());

        Assert.Equal("packed"u8.ToArray(), await vault.OpenCopyAsync("a-1", ["a"], SealedByHand("packed"u8.ToArray()), default));
    }

    [Fact]
    public async Task A_copy_opens_and_one_whose_lead_was_erased_does_not()
    {
        var keys = new OneKey();
        var vault = new LeadVault(keys, Substitute.For<IStreamStore>());
        var copy = Encoding.UTF8.GetBytes("""{"id":"a-1"}""");
        var box = LeadVault.SealCopy("a-1", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["a"] = Key }, copy);

        Assert.Equal(copy, (await vault.OpenCopyAsync("a-1", ["a"], box, default)));
        keys.Destroy();
        Assert.Null(await vault.OpenCopyAsync("a-1", ["a"], box, default));
    }

    /// <summary>Nonce, tag and text, under a key derived from the lead's (HKDF, RFC 5869).</summary>
    private static byte[] SealedByHand(byte[] copy)
    {
        var box = new byte[28 + copy.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, 12));
        using var aes = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, Key, 32, info: "handoff.copy.v1"u8.ToArray()), 16);
        aes.Encrypt(box.AsSpan(0, 12), copy, box.AsSpan(28), box.AsSpan(12, 16), "a-1"u8);
        return box;
    }

    private sealed class OneKey : ILeadKeyStore
    {
        private byte[]? _key = Key;

        public void Destroy() => _key = null;

        public ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation) => new(_key);

        public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation) => throw new NotSupportedException();
    }
}
