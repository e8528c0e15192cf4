using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Handoff.AzureTables;
using Handoff.Stores.Tests.Contract;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>The keys of links are encrypted under a key that never leaves the vault.</summary>
[NeedsAzurite]
public sealed class VaultKeyTests : IDisposable
{
    private readonly string _prefix = Wire.NewPrefix();
    private readonly Vault _vault = new("https://acme.vault.example/keys/links");

    public void Dispose() => _vault.Dispose();

    [StoreFact]
    public async Task What_one_instance_protects_another_one_reads_through_the_vault()
    {
        var text = (await ProtectorAsync(_vault)).Protect("offer 1");

        Assert.Equal("offer 1", (await ProtectorAsync(_vault)).Unprotect(text));
        Assert.Equal(["wrapkey", "unwrapkey"], _vault.Calls.Distinct(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_copy_of_the_store_holds_no_key()
    {
        (await ProtectorAsync(_vault)).Protect("offer 1");

        var container = new BlobContainerClient((await Azurite.Shared).ConnectionString, $"{_prefix}-dataprotection");
        var blob = Assert.Single(container.GetBlobs().ToList());
        var stored = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains("<sealed by=\"https://acme.vault.example/keys/links/1\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_rotated_key_opens_what_its_earlier_version_wrapped()
    {
        var text = (await ProtectorAsync(_vault)).Protect("offer 1");
        _vault.Rotate();

        Assert.Equal("offer 1", (await ProtectorAsync(_vault)).Unprotect(text));
    }

    [StoreFact]
    public async Task A_key_of_another_vault_is_not_asked()
    {
        var text = (await ProtectorAsync(_vault)).Protect("offer 1");
        using var other = new Vault("https://other.vault.example/keys/links");

        Assert.ThrowsAny<CryptographicException>(() => ProtectorAsync(other).GetAwaiter().GetResult().Unprotect(text));
        Assert.DoesNotContain("unwrapkey", other.Calls);
    }

    private async Task<IDataProtector> ProtectorAsync(Vault vault)
    {
        var options = new AzureTablesOptions
        {
            ConnectionString = (await Azurite.Shared).ConnectionString,
            Prefix = _prefix,
            Credential = new Someone(),
            Configure = client =>
            {
                if (client is not BlobClientOptions)
                    client.Transport = new HttpClientTransport(vault);
            },
        };
        var services = new ServiceCollection().AddLogging();
        services.AddAzureDataProtection(options, vault.Key);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("links");
    }

    private sealed class Someone : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Wraps and unwraps as Key Vault's REST interface does.</summary>
    private sealed class Vault(string key) : HttpMessageHandler
    {
        private readonly List<RSA> _versions = [RSA.Create(2048)];

        public Uri Key { get; } = new(key);

        public List<string> Calls { get; } = [];

        public void Rotate() => _versions.Add(RSA.Create(2048));

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer token", request.Headers.Authorization?.ToString());
            Assert.Equal("?api-version=7.4", request.RequestUri!.Query);
            var call = request.RequestUri.Segments[^1];
            Calls.Add(call);
            using var asked = JsonDocument.Parse(request.Content!.ReadAsStream(cancellationToken));
            Assert.Equal("RSA-OAEP-256", asked.RootElement.GetProperty("alg").GetString());
            var value = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("value").GetString());
            var version = call == "wrapkey" ? _versions.Count
                : int.Parse(request.RequestUri.Segments[^2].TrimEnd('/'), System.Globalization.CultureInfo.InvariantCulture);
            var rsa = _versions[version - 1];
            var done = call == "wrapkey" ? rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256)
                : rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256);
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"kid":"{{Key}}/{{version}}","value":"{{Base64Url.EncodeToString(done)}}"}"""),
            };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            foreach (var version in _versions)
                version.Dispose();
            base.Dispose(disposing);
        }
    }
}
