using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Handoff.Acceptance.Hosting;

/// <summary>A page as a reader got it.</summary>
public sealed record SeenPage(HttpStatusCode Status, string? Location, IDocument Document, HttpResponseMessage Answer)
{
    public string Main => Document.QuerySelector("main")?.TextContent ?? "";

    public string Token =>
        Document.QuerySelector("input[name=token]")?.GetAttribute("value") ?? throw new InvalidOperationException("The page has no form.");

    public IEnumerable<string> Leads =>
        Document.QuerySelectorAll("a[href^='/leads/']").Select(link => link.GetAttribute("href")!["/leads/".Length..].Split('?')[0])
        .Distinct(StringComparer.Ordinal);

    /// <summary>An element as it stands on the page.</summary>
    public static string Read(IElement element) => Words(element.TextContent);

    /// <summary>White space of any length is one space, and none is none.</summary>
    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// Somebody with a browser, at another machine: asks under the product's public name, and carries a session if there is one.
/// </summary>
public sealed class Reader(ProductHost host, string? session = null, string asks = "handoff.example")
{
    public const string Cookie = "handoff-session";

    public string? Session { get; private set; } = session;

    /// <summary>Whoever sits at the machine itself.</summary>
    public static Reader AtTheMachine(ProductHost host) => new(host, null, host.Http.BaseAddress!.Authority);

    /// <summary>Signs in as somebody of the files.</summary>
    public static async Task<Reader> SignedInAsync(ProductHost host, string address)
    {
        var reader = new Reader(host);
        var link = await reader.LinkAsync(address);
        var entered = await reader.PostAsync(link);
        Assert.Equal((HttpStatusCode.SeeOther, "/board"), (entered.Status, entered.Location));
        return reader;
    }

    /// <summary>Asks for a link and takes it out of the mail.</summary>
    public async Task<string> LinkAsync(string address, params (string Name, string Value)[] more)
    {
        // It is sent behind the answer, and the links of before are used up.
        var before = (await LinksAsync(address)).Length;
        await PostAsync("/signin", [("address", address), .. more]);
        for (var looks = 0; looks < 500; looks++)
        {
            if (await LinksAsync(address) is { } links && links.Length > before)
                return links[^1];
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        throw new TimeoutException("No sign-in link came.");
    }

    private async Task<string[]> LinksAsync(string address) =>
        [.. (await host.MailsAsync()).Where(mail => mail.Kind == "signin" && mail.To == address).Select(mail => mail.Link("signin"))];

    public Task<SeenPage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(new(HttpMethod.Get, path), headers);

    public Task<SeenPage> HeadAsync(string path) => SendAsync(new(HttpMethod.Head, path), []);

    public Task<SeenPage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, fields, []);

    public Task<SeenPage> PostAsync(string path, (string Name, string Value)[] fields, (string Name, string Value)[] headers) => SendAsync(
        new(HttpMethod.Post,
            path)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) }, headers);

    private async Task<SeenPage> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        using (request)
        {
            request.Headers.Host = asks;
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            if (Session is not null)
                request.Headers.Add("Cookie", $"{Cookie}={Session}");
            var answer = await host.Visitor.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                Session = cookies.Single().Split(';')[0][(Cookie.Length + 1)..] is { Length: > 0 } value ? value : null;
            var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            return new(answer.StatusCode, answer.Headers.Location?.OriginalString, document, answer);
        }
    }
}
