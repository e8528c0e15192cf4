using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Security;

/// <summary>A few bytes can unfold to gigabytes: nothing that comes compressed is unfolded.</summary>
public abstract class CompressedBodyTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    public static TheoryData<string> Encodings => ["gzip", "br", "deflate", "zstd", "identity, gzip"];

    [HostTheory]
    [MemberData(nameof(Encodings))]
    public async Task No_address_unfolds_a_compressed_body(string encoding)
    {
        await using var host = await THost.StartAsync();
        var id = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceMinutesAsync(5);
        var (offer, manage) = ((await host.LastMailAsync("offer")).Offer, (await host.LastMailAsync("breach")).Manage);
        var before = (await host.LeadAsync(id)).Events.Length;
        var watcher = await host.WatcherAsync();
        var json =
            Zip("""{"email":"bomb@analytical.example","form":"demo","outcome":"lost","action":"away"}""" + new string(' ', 10_000_000));
        var form = Zip("action=accept&address=anna.greco%40acme.example&email=bomb%40analytical.example" + new string('+', 10_000_000));
        Assert.InRange(json.Length, 1, 100_000);

        foreach (var (path, isJson) in new[]
        {
            ("/api/leads/website", true), ($"/api/leads/{id}/outcome", true), ("/api/people/0123456789abcdef0123/absence", true),
            (offer, false), (manage, false), ("/signin", false), ("/signout", false), ("/status", false), ("/leads", false),
        }.Concat(host.Routes.Where(route => route.Takes("POST", "/")).Select(_ => ("/", false))))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(isJson ? json : form) };
            request.Headers.Add("X-Handoff-Key", "demo");
            request.Headers.Add("Cookie", $"{Reader.Cookie}={watcher.Session}");
            request.Content.Headers.ContentType =
                new MediaTypeHeaderValue(isJson ? "application/json" : "application/x-www-form-urlencoded");
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
            using var answer = await host.Http.SendAsync(request);
            Assert.True(
                answer.StatusCode is HttpStatusCode.UnsupportedMediaType
                    || (path == "/signout" && answer.StatusCode == HttpStatusCode.Forbidden),
                $"{path} answers {answer.StatusCode} to {encoding}.");
        }

        await host.SettleAsync();
        Assert.Equal(before, (await host.LeadAsync(id)).Events.Length);
        var mails = await host.MailsAsync();
        Assert.DoesNotContain(mails, mail => mail.Kind == "signin" && mail.To == "anna.greco@acme.example");
        Assert.DoesNotContain(mails, mail => mail.Text.Contains("bomb@", StringComparison.Ordinal));
    }

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            zip.Write(Encoding.ASCII.GetBytes(text));
        return zipped.ToArray();
    }
}
