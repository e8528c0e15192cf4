using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Benchmarks.Hosting;

namespace Handoff.Benchmarks.Packing;

/// <summary>
/// Ten days of the sample's company, played within minutes: people ask, reps accept, decline, call and give feedback by the links of their mails, or do
/// nothing, so that every ladder comes to its end. What it leaves in the store is what dictionaries are made of.
/// </summary>
internal sealed class PlayedDays(HttpClient http)
{
    private const int Leads = 700;
    private const int Speed = 3_600;
    private static readonly TimeSpan Playing = TimeSpan.FromMinutes(4);

    private static readonly string[] Countries = ["IT", "DE", "US", "FR", "GB"];
    private static readonly string[] Titles = ["CEO", "Head of Operations", "Student", "Buyer", ""];
    private static readonly string[] Reasons = ["not_my_territory", "no_capacity", "bad_contact_data", "not_a_fit", "not_now"];

    // The days are the same whenever they are played, as far as the clock allows.
    private readonly Random _chance = new(7);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Plays them in a data folder.</summary>
    public static async Task PlayAsync(string data, string agreement, CancellationToken cancellation)
    {
        var start = new HostStart(data, agreement);
        await using var host = await HostProcess.StartAsync(
            start with { Arguments = [.. start.Arguments, "--speed", Speed.ToString(CultureInfo.InvariantCulture)], Heard = static _ => { } }, cancellation);
        using var http = new HttpClient { BaseAddress = host.Address };
        await new PlayedDays(http).PlayAsync(cancellation);
    }

    private async Task PlayAsync(CancellationToken cancellation)
    {
        var end = TimeProvider.System.GetUtcNow() + Playing;
        for (var asked = 0; TimeProvider.System.GetUtcNow() < end;)
        {
            for (var i = 0; i < 20 && asked < Leads; i++, asked++)
                await AskAsync(cancellation);
            foreach (var message in await http.GetFromJsonAsync<JsonElement[]>("mailbox/messages.json", cancellation) ?? [])
                await ActAsync(message, cancellation);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellation);
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["email"] = $"{Word()}@{Word()}.example",
            ["first_name"] = Word(),
            ["last_name"] = Word(),
            ["company"] = $"{Word()} {Word()}",
            ["job_title"] = Titles[_chance.Next(Titles.Length)],
            ["country"] = Countries[_chance.Next(Countries.Length)],
            ["employees"] = _chance.Next(1, 900).ToString(CultureInfo.InvariantCulture),
            ["message"] = string.Join(' ', Enumerable.Range(0, _chance.Next(2, 25)).Select(_ => Word())),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/leads/website") { Content = JsonContent.Create(form) };
        request.Headers.Add("X-Handoff-Key", "demo");
        using var _ = await http.SendAsync(request, cancellation);
    }

    private async Task ActAsync(JsonElement message, CancellationToken cancellation)
    {
        if (!_done.Add(message.GetProperty("id").GetString()!) || _chance.Next(3) == 0)
            return;
        foreach (var link in message.GetProperty("links").EnumerateArray())
        {
            var fields = Reply(link.GetProperty("rel").GetString());
            if (fields is null)
                continue;
            using var content = new FormUrlEncodedContent(fields);
            using var _ = await http.PostAsync(new Uri(link.GetProperty("href").GetString()!), content, cancellation);
        }
    }

    private Dictionary<string, string>? Reply(string? rel) => (rel, _chance.Next(4)) switch
    {
        ("offer", 0) => new() { ["action"] = "decline", ["reason"] = Reasons[_chance.Next(Reasons.Length)], ["note"] = Word() },
        ("offer", _) => new() { ["action"] = "accept" },
        ("undo", 0) => new() { ["action"] = "undo" },
        ("contacted", > 1) => new() { ["action"] = "contacted", ["how"] = "called" },
        ("feedback", 0) => new() { ["action"] = "feedback", ["outcome"] = "qualified" },
        ("feedback", 1) => new() { ["action"] = "feedback", ["outcome"] = "returned", ["reason"] = "not_a_fit" },
        ("manage", 0) => new() { ["action"] = "take" },
        _ => null,
    };

    private string Word() => RandomWord.Of(_chance.Next(3, 10), _chance);
}
