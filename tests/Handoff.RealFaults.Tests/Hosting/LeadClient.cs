using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Handoff.Benchmarks.Hosting;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>What a lead is answered with.</summary>
internal sealed record Receipt(string Id, string Status);

/// <summary>A lead as <c>GET /api/leads/{id}</c> tells it.</summary>
internal sealed record SeenLead(string Id, string Status, string? Owner);

/// <summary>Who stands before the host and asks again until he is answered, as a form vendor does; and what he was promised.</summary>
internal sealed class LeadClient(Uri address) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(15) };

    public LeadClient(HostProcess host)
        : this(host.Address)
    {
    }

    /// <summary>Each acknowledged lead, with the key under which it was posted.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Posts once.</summary>
    public async Task<HttpResponseMessage> TryPostAsync(string key, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website")
        {
            Content = JsonContent.Create(
                new
                {
                    email = $"{key}@company-{key}.example",
                    name = $"Person {key}",
                    company = $"Company {key}",
                    country = "IT",
                    form = "demo"
                }),
        };
        request.Headers.Add("X-Handoff-Key", "demo");
        request.Headers.Add("Idempotency-Key", key);
        return await _http.SendAsync(request, cancellation);
    }

    /// <summary>Posts until it is acknowledged.</summary>
    public async Task<Receipt> PostAsync(string key, CancellationToken cancellation = default)
    {
        using var answer = await UntilAnsweredAsync(() => TryPostAsync(key, cancellation), cancellation);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Accepted, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        var receipt = (await answer.Content.ReadFromJsonAsync<Receipt>(JsonSerializerOptions.Web, cancellation))!;
        Acknowledged[receipt.Id] = key;
        return receipt;
    }

    /// <summary>Presses a button of a link until it is answered.</summary>
    public async Task<HttpStatusCode> PressAsync(Uri link, string action, CancellationToken cancellation = default)
    {
        using var answer = await UntilAnsweredAsync(async () =>
        {
            using var form = new FormUrlEncodedContent([new("action", action)]);
            return await _http.PostAsync(new Uri(link.AbsolutePath, UriKind.Relative), form, cancellation);
        }, cancellation);
        return answer.StatusCode;
    }

    /// <summary>The answer's status, or null: there was none.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<HttpStatusCode> EraseAsync(string id)
    {
        using var answer = await _http.DeleteAsync(new Uri($"/api/leads/{id}", UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>The lead; null: there is none.</summary>
    public async Task<SeenLead?> LeadAsync(string id)
    {
        using var answer = await _http.GetAsync(new Uri($"/api/leads/{id}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SeenLead>(JsonSerializerOptions.Web);
    }

    public Task<string> TextAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => _http.Dispose();

    private static async Task<HttpResponseMessage> UntilAnsweredAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var answer = await ask();
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                    return answer;
                answer.Dispose();
            }
            catch (Exception e) when (
                e is HttpRequestException or IOException or SocketException
                || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // A socket that closes between connect and first use comes out of HttpClient unwrapped.
                // Nobody is there, or he went in the middle of the answer.
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }
}
