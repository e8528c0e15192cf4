using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Acceptance.Hosting;

namespace Handoff.Acceptance.Api;

/// <summary>A program that asks by a key of its own.</summary>
public sealed class ApiCaller(ProductHost host, string key)
{
    /// <summary>A program whose key was made by the administrator.</summary>
    public static async Task<ApiCaller> WithAsync(ProductHost host, params string[] scopes)
    {
        using var made = await host.Http.PostAsJsonAsync(
            new Uri("/api/keys", UriKind.Relative), new { name = string.Join(' ', scopes), scopes });
        made.EnsureSuccessStatusCode();
        var key = await made.Content.ReadFromJsonAsync<JsonElement>();
        return new(host, key.GetProperty("key").GetString()!) { Id = key.GetProperty("id").GetString()! };
    }

    public string Id { get; init; } = "";

    public string Key => key;

    public async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string path, HttpMethod? method = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await host.Visitor.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
