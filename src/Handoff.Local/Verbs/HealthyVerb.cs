using System.CommandLine;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff healthy</c>: for a container without a shell, whose engine asks by a command whether it lives.</summary>
internal static class HealthyVerb
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    public static Command Make()
    {
        var url = new Option<string>("--url")
        {
            Description = "Where it listens.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var healthy = new Command("healthy", "Asks a host on this machine whether it is ready. Exit code 0 or 1.") { url };
        healthy.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(url), cancellation));
        return healthy;
    }

    public static async Task<int> RunAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate($"{url.TrimEnd('/')}/readyz", UriKind.Absolute, out var ready))
            return Tell.Refusal($"{url} is no address.");
        using var client = new HttpClient { Timeout = Longest };
        try
        {
            using var answer = await client.GetAsync(ready, cancellation);
            return answer.IsSuccessStatusCode ? 0 : Tell.Refusal($"{ready} answers {(int)answer.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return Tell.Refusal($"{ready} does not answer.");
        }
    }
}
