using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Handoff.Local.Agreements;
using Handoff.Local.Verbs;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>handoff serve --start --speed</c>: a clock of its own, the same for everything in the process.</summary>
public sealed class DemonstrationTests
{
    private const int MostTries = 400;

    [Theory]
    [InlineData(2020)]
    [InlineData(2040)]
    public async Task Whatever_time_it_shows_a_delivery_is_forgotten_after_ten_minutes_of_its_own_clock(int year)
    {
        var folder = Directory.CreateTempSubdirectory("handoff-").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        using var stop = new CancellationTokenSource();
        // Ten minutes of it last a second.
        var serving =
            ServeVerb.RunAsync(new(url, folder, FolderLoader.Sample, Instant.FromUtc(year, 11, 26, 9, 0), Speed: 600), stop.Token);
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        try
        {
            await AnswersAsync(http, serving);

            var first = await PostAsync(http);
            Assert.Equal(first.Id, (await LaterAsync(http, first)).DuplicateOf);
        }
        finally
        {
            await stop.CancelAsync();
            Assert.Equal(0, await serving);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Receipt> LaterAsync(HttpClient http, Receipt first)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await PostAsync(http) is var receipt && receipt != first)
                return receipt;
            await PauseAsync();
        }

        throw new TimeoutException("The delivery is remembered for ever.");
    }

    private static async Task<Receipt> PostAsync(HttpClient http)
    {
        http.DefaultRequestHeaders.Remove("X-Handoff-Key");
        http.DefaultRequestHeaders.Add("X-Handoff-Key", "demo");
        using var answer = await http.PostAsJsonAsync("/api/leads/website", Calls.Ada);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Receipt>(JsonSerializerOptions.Web))!;
    }

    private static async Task AnswersAsync(HttpClient http, Task<int> serving)
    {
        for (var tries = 0; tries < MostTries && !serving.IsCompleted; tries++)
        {
            try
            {
                if ((await http.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await PauseAsync();
        }

        throw new TimeoutException($"It does not answer{(serving.IsCompleted ? $": it ended with {await serving}" : "")}.");
    }

    private static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
