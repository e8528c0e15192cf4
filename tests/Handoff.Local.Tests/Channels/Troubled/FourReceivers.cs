using System.Globalization;

namespace Handoff.Local.Tests.Channels.Troubled;

/// <summary>One receiver that is dead, one that is slow, one that lies and one that is asked too much.</summary>
internal sealed class FourReceivers : IAsyncDisposable
{
    /// <summary>Of so many events the liar throws one away.</summary>
    private const int LiesOnceIn = 5;

    private readonly Lock _lock = new();
    private TaskCompletionSource _moment = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ofMoment;

    private FourReceivers(Receiver dead, Receiver slow, Receiver lying, Receiver flooded, int mostInAMoment)
    {
        (Dead, Slow, Lying, Flooded) = (dead, slow, lying, flooded);
        dead.Answer = (_, _) => Task.FromResult(IsDead ? (503, false) : (204, true));
        slow.Answer = async (http, _) =>
        {
            // The connection is broken off after the sender's patience: such an event was not taken.
            await (IsSlow ? Moment : Task.CompletedTask).WaitAsync(http.RequestAborted);
            return (204, true);
        };
        lying.Answer = (_, id) => Task.FromResult((200, !Lies || id.Sum(letter => letter) % LiesOnceIn != 0));
        flooded.Answer = (http, _) =>
        {
            lock (_lock)
            {
                if (_ofMoment++ < mostInAMoment)
                    return Task.FromResult((204, true));
            }

            http.Response.Headers.RetryAfter = "60";
            return Task.FromResult((429, false));
        };
    }

    public Receiver Dead { get; }

    public Receiver Slow { get; }

    public Receiver Lying { get; }

    public Receiver Flooded { get; }

    public bool IsDead { get; set; } = true;

    /// <summary>Whether no answer comes before the clock has moved on.</summary>
    public bool IsSlow { get; set; } = true;

    /// <summary>Whether some of what is answered with 200 is thrown away.</summary>
    public bool Lies { get; set; } = true;

    public IReadOnlyList<(string Name, Receiver Receiver)> All =>
        [("dead", Dead), ("slow", Slow), ("lying", Lying), ("flooded", Flooded)];

    /// <summary>The folder's <c>channels.yaml</c>.</summary>
    public string File => "channels:\n" + string.Concat(All.Select(one => string.Create(CultureInfo.InvariantCulture, $"""
          - name: {one.Name}
            type: webhook
            url: {one.Receiver.Url}
            secret: {ChannelFolder.Secret}
            allow_private: true

        """)));

    private Task Moment
    {
        get
        {
            lock (_lock)
                return _moment.Task;
        }
    }

    /// <param name="mostInAMoment">So many requests the flooded one answers until the clock moves on.</param>
    public static async Task<FourReceivers> StartAsync(int mostInAMoment) => new(
        await Receiver.StartAsync(), await Receiver.StartAsync(), await Receiver.StartAsync(), await Receiver.StartAsync(), mostInAMoment);

    /// <summary>The clock moves on: what was held is answered, and the flood begins anew.</summary>
    public void PassMoment()
    {
        TaskCompletionSource over;
        lock (_lock)
        {
            (over, _moment, _ofMoment) = (_moment, new(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        }

        over.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        PassMoment();
        foreach (var (_, receiver) in All)
            await receiver.DisposeAsync();
    }
}
