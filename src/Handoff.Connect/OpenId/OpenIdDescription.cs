using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Handoff.Connect.OpenId;

/// <summary>
/// The provider's description with its keys, kept for some hours. Whoever meets a key that is not among them waits for it to be read anew,
/// where the usual manager reads it behind the answer and turns the first comer away.
/// </summary>
internal sealed class OpenIdDescription(string address, IDocumentRetriever documents, bool isLocal, TimeProvider time)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    // However many tokens come with keys that nobody knows.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);

    // While the provider hangs, whoever comes next is told at once instead of waiting as long again.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _reading = new(1);
    private OpenIdConnectConfiguration? _read;
    private DateTimeOffset _readAt;
    private DateTimeOffset _renewedAt;
    private DateTimeOffset? _failedAt;
    private volatile bool _isStale;

    /// <inheritdoc/>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_read is { } kept && !IsDue())
            return kept;
        await _reading.WaitAsync(cancel);
        try
        {
            if (_read is { } meanwhile && !IsDue())
                return meanwhile;
            if (time.GetUtcNow() - _failedAt < Silent)
                throw new IOException("The provider's description could not be read a moment ago.");
            var read = await ReadAsync();
            var now = time.GetUtcNow();
            _renewedAt = _isStale ? now : _renewedAt;
            (_readAt, _isStale, _read, _failedAt) = (now, false, read, null);
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void RequestRefresh() => _isStale = true;

    public void Dispose() => _reading.Dispose();

    private bool IsDue() => time.GetUtcNow() - _readAt >= Kept || (_isStale && time.GetUtcNow() - _renewedAt >= Apart);

    /// <summary>Reads for all who wait: who asked first and leaves does not end it.</summary>
    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        try
        {
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, CancellationToken.None);
            RequireSafe(read.AuthorizationEndpoint);
            RequireSafe(read.TokenEndpoint);
            return read;
        }
        catch
        {
            _failedAt = time.GetUtcNow();
            throw;
        }
    }

    /// <summary>What the description leads to gets the code and the secret: over HTTPS, as the description itself came.</summary>
    private void RequireSafe(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var to) || (to.Scheme != "https" && !(isLocal && to.IsLoopback)))
            throw new InvalidOperationException("The provider's description leads to an address without HTTPS.");
    }
}
