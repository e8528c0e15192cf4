using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Handoff.Local.Verbs;
using Handoff.Service.ApiKeys;
using Handoff.Web.Access;
using Handoff.Web.Http;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Keys;

/// <summary>The keys of a running host, on this machine or in Azure, by its API.</summary>
internal sealed class HostKeys : IKeyDesk, IDisposable
{
    private readonly HttpClient _http;
    private readonly TextWriter _error;

    /// <param name="url">The host's address.</param>
    /// <param name="key">A key that may administer, or null: the host trusts this machine.</param>
    /// <param name="error">Where it is told what cannot be.</param>
    public HostKeys(Uri url, string? key, TextWriter error)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(url.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(60),
        };
        if (!string.IsNullOrWhiteSpace(key))
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        _error = error;
    }

    public async Task<ImmutableArray<ApiKey>?> ListAsync(CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Get, "api/keys", null, cancellation);
        return answer is null ? null
            : [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).EnumerateArray().Select(KeyOf)];
    }

    public async Task<NewApiKey?> AddAsync(string name, ApiScopes scopes, CancellationToken cancellation)
    {
        using var body = JsonContent.Create(new { name, scopes = scopes.Words() });
        using var answer = await AskAsync(HttpMethod.Post, "api/keys", body, cancellation);
        if (answer is null)
            return null;
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new(KeyOf(made), made.GetProperty("key").GetString() ?? "");
    }

    public async Task<bool?> RevokeAsync(string id, CancellationToken cancellation)
    {
        using var answer = await AskAsync(HttpMethod.Delete, $"api/keys/{Uri.EscapeDataString(id)}", null, cancellation);
        return answer is null ? null : answer.StatusCode != HttpStatusCode.NotFound;
    }

    public void Dispose() => _http.Dispose();

    private static ApiKey KeyOf(JsonElement key) => new(
        key.GetProperty("id").GetString() ?? "", key.GetProperty("name").GetString() ?? "",
        ApiScopeWords.Read(key.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString() ?? "")),
        At(key, "addedAt") ?? default, At(key, "lastUsedAt"), At(key, "revokedAt"));

    private static Instant? At(JsonElement key, string name) =>
        key.TryGetProperty(name, out var at) && at.GetString() is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;

    private async Task<HttpResponseMessage?> AskAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = body };
            var answer = await _http.SendAsync(request, cancellation);
            var isOurs = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
            if (answer.IsSuccessStatusCode ? isOurs || answer.StatusCode == HttpStatusCode.NoContent
                : isOurs && answer.StatusCode == HttpStatusCode.NotFound && method == HttpMethod.Delete)
                return answer;
            Tell.Refusal(await SayAsync(answer, isOurs, cancellation), _error);
            answer.Dispose();
        }
        catch (Exception e) when (
            e is HttpRequestException or TaskCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            Tell.Refusal($"{_http.BaseAddress} does not answer ({e.Message}).", _error);
        }

        return null;
    }

    private async Task<string> SayAsync(HttpResponseMessage answer, bool isOurs, CancellationToken cancellation)
    {
        try
        {
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
                return $"{_http.BaseAddress} does not know the key in {AdminAccess.Variable}.";
            if (isOurs && await answer.Content.ReadFromJsonAsync<Problem>(cancellation) is { } problem)
                return problem.Detail;
        }
        catch (JsonException)
        {
            // It is no Handoff.
        }

        return $"{_http.BaseAddress} answers {(int)answer.StatusCode}. Is the address right?";
    }
}
