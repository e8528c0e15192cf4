using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Handoff.AzureTables.DataProtection;

/// <summary>
/// A key in Key Vault that wraps other keys; it never leaves the vault. The two calls of its REST interface (version 7.4) that are
/// needed, made without the vault's library: it is one more package for two requests.
/// </summary>
internal sealed class VaultKey
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string ApiVersion = "7.4";
    private static readonly string[] Scopes = ["https://vault.azure.net/.default"];

    private readonly HttpPipeline _pipeline;
    private readonly Uri _key;

    /// <summary>The key of that address, in its newest version.</summary>
    /// <param name="key">Such as https://VAULT.vault.azure.net/keys/links.</param>
    /// <param name="credential">Who may wrap and unwrap by it.</param>
    /// <param name="options">Tunes the requests.</param>
    public VaultKey(Uri key, TokenCredential credential, ClientOptions options)
    {
        options.Diagnostics.IsLoggingEnabled = false;
        _key = key;
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scopes));
    }

    /// <summary>Wraps a key by the newest version.</summary>
    /// <returns>The address of the version that wrapped it, and the wrapped key.</returns>
    public (string Version, byte[] Wrapped) Wrap(ReadOnlySpan<byte> key) => Call($"{_key.AbsoluteUri.TrimEnd('/')}/wrapkey", key);

    /// <summary>Unwraps a key by the version that wrapped it, which must be one of this key.</summary>
    /// <exception cref="InvalidOperationException">It is a version of another key.</exception>
    public byte[] Unwrap(string version, ReadOnlySpan<byte> wrapped) =>
        version.StartsWith(_key.AbsoluteUri.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
        ? Call($"{version}/unwrapkey", wrapped).Value
        : throw new InvalidOperationException("The keys of links were wrapped by a key of another vault.");

    private (string Version, byte[] Value) Call(string address, ReadOnlySpan<byte> value)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(new Uri($"{address}?api-version={ApiVersion}"));
        request.Headers.Add("Content-Type", "application/json");
        var body = $$"""{"alg":"{{Algorithm}}","value":"{{Base64Url.EncodeToString(value)}}"}""";
        request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(body));
        _pipeline.Send(message, CancellationToken.None);
        if (message.Response.IsError)
            throw new RequestFailedException(message.Response);
        using var answer = JsonDocument.Parse(message.Response.Content);
        return (answer.RootElement.GetProperty("kid").GetString()!,
            Base64Url.DecodeFromChars(answer.RootElement.GetProperty("value").GetString()));
    }
}
