using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.AzureTables.DataProtection;

/// <summary>
/// Encrypts a key of Data Protection with AES-GCM, under a key of its own that the vault wraps: a copy of the store opens no link.
/// </summary>
internal sealed class VaultKeyEncryptor(VaultKey vault) : IXmlEncryptor
{
    internal const int KeyBytes = 32;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var content = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        using (var cipher = new AesGcm(key, tag.Length))
            cipher.Encrypt(nonce, content, content, tag);
        var (version, wrapped) = vault.Wrap(key);
        CryptographicOperations.ZeroMemory(key);
        var sealedElement = new XElement(
            "sealed",
            new XAttribute("by", version),
            new XAttribute("key", Convert.ToBase64String(wrapped)),
            new XAttribute("nonce", Convert.ToBase64String(nonce)),
            new XAttribute("tag", Convert.ToBase64String(tag)),
            Convert.ToBase64String(content));
        return new(sealedElement, typeof(VaultKeyDecryptor));
    }
}

/// <summary>
/// Decrypts what <see cref="VaultKeyEncryptor"/> encrypted. Data Protection creates it by its type's name, which is stored with the key.
/// </summary>
internal sealed class VaultKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var vault = services.GetRequiredService<VaultKey>();
        var key = vault.Unwrap(Text(encryptedElement, "by"), Convert.FromBase64String(Text(encryptedElement, "key")));
        var content = Convert.FromBase64String(encryptedElement.Value);
        var tag = Convert.FromBase64String(Text(encryptedElement, "tag"));
        using (var cipher = new AesGcm(key, tag.Length))
            cipher.Decrypt(Convert.FromBase64String(Text(encryptedElement, "nonce")), content, tag, content);
        CryptographicOperations.ZeroMemory(key);
        return XElement.Parse(Encoding.UTF8.GetString(content));
    }

    private static string Text(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw new CryptographicException($"A sealed key of links has no '{name}'.");
}
