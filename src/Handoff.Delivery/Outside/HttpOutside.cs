using System.Net.Http.Headers;
using Handoff.Service.Outside;

namespace Handoff.Delivery.Outside;

/// <summary>Asks vendors over HTTP. A redirect is an answer, not a way: it could lead anywhere.</summary>
public sealed class HttpOutside : IOutside, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Longest,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };

    /// <inheritdoc/>
    public async Task<OutsideAnswer> AskAsync(OutsideCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(call.Form is null ? HttpMethod.Get : HttpMethod.Post, call.Address);
        if (call.Form is { } form)
            request.Content = new FormUrlEncodedContent(form);
        if (call.Bearer is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            return new OutsideAnswer.Said((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            return new OutsideAnswer.Silent("no answer in time");
        }
        catch (HttpRequestException e)
        {
            return new OutsideAnswer.Silent($"no answer ({e.HttpRequestError})");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
