using System.Collections.Concurrent;
using System.Net;
using Handoff.RealFaults.Tests.Hosting;
using Handoff.RealFaults.Tests.Mails;

namespace Handoff.RealFaults.Tests.Killing;

/// <summary>
/// Clients that post leads all the time, and reps who accept every other offer by its link; all of them ask until they are answered.
/// </summary>
internal sealed class Load(LeadClient client, KillingOptions options) : IAsyncDisposable
{
    private readonly CancellationTokenSource _posting = new();
    private readonly ConcurrentBag<Task> _accepting = [];
    private Task[] _clients = [];

    /// <summary>Which rep was told that he accepted a lead.</summary>
    public ConcurrentDictionary<string, string> Accepted { get; } = new(StringComparer.Ordinal);

    public void Begin() => _clients = [.. Enumerable.Range(0, KillingOptions.Clients).Select(number => Task.Run(() => PostAsync(number)))];

    /// <summary>A rep reads his mail. Nobody waits for him.</summary>
    public Task OnOfferAsync(ArrivedOffer offer)
    {
        if (IsToBeAccepted(offer.Lead))
            _accepting.Add(Task.Run(() => AcceptAsync(offer)));
        return Task.CompletedTask;
    }

    /// <summary>Ends posting; who is in the middle of a lead is answered first.</summary>
    public async Task EndPostingAsync()
    {
        await _posting.CancelAsync();
        await Task.WhenAll(_clients);
    }

    public Task EndAcceptingAsync() => Task.WhenAll(_accepting);

    public ValueTask DisposeAsync()
    {
        _posting.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The last digit of a lead's id is random, so every other one.</summary>
    public static bool IsToBeAccepted(string lead) =>
        int.Parse(lead[^1..], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) % 2 == 0;

    private async Task PostAsync(int number)
    {
        for (var lead = 0; !_posting.IsCancellationRequested; lead++)
        {
            await client.PostAsync($"s{options.Seed}c{number}n{lead}");
            await Task.Delay(KillingOptions.Pause, TimeProvider.System);
        }
    }

    private async Task AcceptAsync(ArrivedOffer offer)
    {
        // Another answer is no promise: the lead may have passed on meanwhile, or the answer that promised it was cut off.
        if (await client.PressAsync(offer.Link, "accept") == HttpStatusCode.OK)
            Accepted.TryAdd(offer.Lead, offer.To);
    }
}
