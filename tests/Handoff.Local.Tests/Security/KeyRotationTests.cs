using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Local.Tests.Hosting;
using Handoff.Web.Access;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>A key of administration is changed without a gap, and the audit log tells which was used.</summary>
public sealed class KeyRotationTests
{
    [Fact]
    public async Task Both_keys_are_good_while_one_takes_the_place_of_the_other_and_the_log_tells_which()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [AdminAccess.Variable] = "the new key",
            [AdminAccess.PreviousVariable] = "the old key",
        });
        string?[] keys = ["the new key", "the old key", "another key", "the new key, the old key", "", null];
        HttpStatusCode[] answers = [.. await Task.WhenAll(keys.Select(key => AskAsync(host, "/api/people", key)))];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Unauthorized, 4)], answers);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, "/mailbox/messages.json", "the old key"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, "/mailbox/messages.json", "the old key"));
        using var request = Request("/api/audit", "the new key");
        using var answer = await host.Http.SendAsync(request);
        var log = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("entries").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("by")} {entry.GetProperty("act")}").Order(StringComparer.Ordinal);
        Assert.Equal(["key 1 list people", "key 2 list people", "key 2 read mailbox"], log);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningHost host, string path, string? key)
    {
        using var request = Request(path, key);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(string path, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return request;
    }
}
