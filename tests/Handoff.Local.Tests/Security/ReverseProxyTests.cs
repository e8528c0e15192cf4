using System.Net;
using Handoff.Local.Serving;
using Handoff.Local.Tests.Hosting;
using Handoff.Local.Verbs;
using Handoff.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>Once the host has a key or is published, this machine's address opens nothing: a plain reverse proxy has it too.</summary>
public sealed class ReverseProxyTests
{
    private const string Key = "a key of the administrator";

    private static readonly (string Method, string Path)[] Doors =
    [
        ("GET", "/"), ("POST", "/"), ("GET", "/mailbox"), ("GET", "/mailbox/messages.json"), ("GET", "/mailbox/{mail}/html"),
        ("GET", "/board"), ("GET", "/board?wall=1"), ("GET", "/team"), ("GET", "/agreement"), ("GET", "/leads"), ("GET", "/leads.csv"),
        ("GET", "/scorecard.csv"),
            ("GET", "/scorecard"),
            ("GET", "/status"), ("POST", "/status"),
            ("POST", "/leads"),
        ("GET", "/leads/{lead}"),
        ("GET", "/leads/{lead}/mail/{mail}"), ("GET", "/leads/{lead}/mail/{mail}/html"),
        ("GET", "/api/leads/{lead}"), ("POST", "/api/leads/{lead}/outcome"), ("GET", "/api/people"), ("GET", "/api/agreement"),
            ("GET", "/api/audit"), ("GET", "/api/scorecard"), ("POST", "/api/metrics"),
        ("POST", "/api/people/{person}/absence"),
        ("DELETE", "/api/leads/{lead}"),
    ];

    public static TheoryData<string, string?, string?> Published => new()
    {
        { "through 1.1", Key, null }, { "through 1.0", Key, null }, { "directly", Key, null },
        { "through 1.1", null, "https://leads.acme.example" }, { "through 1.0", null, "https://leads.acme.example" },
        { "directly", null, "https://leads.acme.example" },
        { "through 1.1", Key, "https://leads.acme.example" }, { "directly", Key, "http://127.0.0.1:5080" }, { "through 1.0", null, null },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task No_address_of_this_machine_opens_a_door_of_a_host_that_is_published_or_has_a_key(string way, string? key, string? url)
    {
        await using var host = await RunningHost.StartAsync(Settings(key, url));
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        var version = way.EndsWith("1.0", StringComparison.Ordinal) ? HttpVersion.Version10 : HttpVersion.Version11;
        await using var proxy = await PlainProxy.StartAsync(host.Http.BaseAddress!, version);
        using var client = Client(way == "directly" ? host.Http.BaseAddress! : proxy.Address);

        foreach (var (method, path) in Doors)
        {
            var status = await AskAsync(client, method, path.Replace("{lead}", lead, StringComparison.Ordinal));
            Assert.Equal((method, path, false), (method, path, IsOpen(status)));
        }

        // What is everybody's still is, through the proxy too.
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "GET", "/signin"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "GET", "/readyz"));
        if (key is null)
            return;
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        foreach (var path in new[] { "/mailbox", "/mailbox/messages.json", $"/api/leads/{lead}", "/api/people", "/api/audit" })
            Assert.Equal((path, HttpStatusCode.OK), (path, await AskAsync(client, "GET", path)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(null, "http://localhost:5080")]
    [InlineData(null, "http://127.0.0.1:5080/")]
    [InlineData(null, "http://[::1]:5080")]
    public async Task A_host_of_a_laptop_stays_open_to_it(string? key, string? url)
    {
        await using var host = await RunningHost.StartAsync(Settings(key, url));
        using var client = Client(host.Http.BaseAddress!);

        foreach (var path in new[] { "/", "/mailbox", "/board", "/api/people" })
            Assert.Equal((path, HttpStatusCode.OK), (path, await AskAsync(client, "GET", path)));
        var says = ServeVerb.Door(host.Services.GetRequiredService<AdminAccess>());
        Assert.Contains("this machine sees and administers everything", says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://leads.acme.example", true)]
    [InlineData("http://leads.acme.example", true)]
    [InlineData("https://localhost.acme.example", true)]
    [InlineData("https://127.0.0.1.nip.example", true)]
    [InlineData("http://192.168.1.20:5080", true)]
    [InlineData("http://10.0.0.1", true)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[2001:db8::1]", true)]
    [InlineData("http://my-laptop:5080", true)]
    [InlineData("https://leads.acme.example/sales/", true)]
    [InlineData(" https://leads.acme.example ", true)]
    [InlineData("http://localhost", false)]
    [InlineData("http://LOCALHOST:5080/", false)]
    [InlineData("https://localhost:5081", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://127.8.9.10", false)]
    [InlineData("http://[::1]:5080/", false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData(null, false)]
    public void A_public_address_closes_the_door_unless_it_is_this_machines_own(string? url, bool closes)
    {
        var address = PublicAddress.Read(url, "http://127.0.0.1:5080");

        Assert.Equal(!closes, AdminAccess.OfEmbeddedHost(_ => null, address.Site, address.IsSet).TrustsThisMachine);
    }

    [Theory]
    [InlineData("leads.acme.example")]
    [InlineData("ftp://leads.acme.example")]
    [InlineData("/leads")]
    [InlineData("https://")]
    public void What_is_no_public_address_is_told_in_a_sentence(string url)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => PublicAddress.Read(url, "http://127.0.0.1:5080"));

        Assert.StartsWith("HANDOFF_PUBLIC_URL is an address such as", refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(string? key, string? url) => new(StringComparer.Ordinal)
    {
        [AdminAccess.Variable] = key,
        [PublicAddress.Variable] = url,
    };

    private static bool IsOpen(HttpStatusCode status) => status is not (HttpStatusCode.Unauthorized or HttpStatusCode.SeeOther);

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string method, string path)
    {
        var form = method == "POST" ? new FormUrlEncodedContent([new("query", "ada")]) : null;
        using var request = new HttpRequestMessage(new(method), path) { Content = form };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
