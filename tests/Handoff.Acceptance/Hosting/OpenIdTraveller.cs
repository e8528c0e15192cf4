using System.Net;
using AngleSharp.Html.Parser;
using Handoff.Connect.OpenId;
using Xunit;

namespace Handoff.Acceptance.Hosting;

/// <summary>Somebody with a browser who goes to the provider and comes back, with all cookies that they were given.</summary>
public sealed class OpenIdTraveller(ProductHost host, string asks = "handoff.example")
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>The session, if they have one.</summary>
    public string? Session => _cookies.GetValueOrDefault(Reader.Cookie);

    /// <summary>What was set when they set out, whole.</summary>
    public IReadOnlyList<string> Given { get; private set; } = [];

    /// <summary>Presses the button: where it leads to.</summary>
    public async Task<Uri> SetOutAsync(string query = "")
    {
        var page = await SendAsync(new(HttpMethod.Get, OpenIdDoor.Path + query));
        Assert.Equal(HttpStatusCode.Found, page.Status);
        return page.Answer.Headers.Location!;
    }

    /// <summary>The provider's page posts its answer, from another site.</summary>
    public Task<SeenPage> ReturnAsync(params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, OpenIdDoor.Path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Origin", "https://provider.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        return SendAsync(request);
    }

    /// <summary>There and back, as who has that account.</summary>
    public async Task<SeenPage> SignInAsync(OpenIdProvider provider, OpenIdAccount who, string query = "") =>
        await ReturnAsync(provider.Authorize(await SetOutAsync(query), who));

    public async Task<SeenPage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Host = asks;
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(one => $"{one.Key}={one.Value}")));
            var answer = await host.Visitor.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                Keep(Given = [.. set]);
            var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            return new(answer.StatusCode, answer.Headers.Location?.OriginalString, document, answer);
        }
    }

    private void Keep(IEnumerable<string> set)
    {
        foreach (var cookie in set.Select(one => one.Split(';')[0].Split('=', 2)))
        {
            if (cookie[1].Length > 0)
                _cookies[cookie[0]] = cookie[1];
            else
                _cookies.Remove(cookie[0]);
        }
    }
}
