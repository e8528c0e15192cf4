using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>
/// How work goes on that others have overtaken: again and again, with pauses that grow and differ, until its patience ends. Many who write
/// the same at once thus wait for each other, and nobody is refused for it while the store keeps up.
/// </summary>
public sealed class Contention(TimeProvider time)
{
    /// <summary>How long it is tried; whoever waits for an answer does not wait longer.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    /// <summary>A process that stood still has not tried, however long that was.</summary>
    private const int FewestTries = 10;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private readonly KeyedLock _choosing = new();

    /// <summary>Begins a piece of work.</summary>
    public Attempts Begin() => new(time, _choosing);

    /// <summary>The attempts of one piece of work.</summary>
    public sealed class Attempts : IDisposable
    {
        private readonly TimeProvider _time;
        private readonly KeyedLock _choosing;
        private readonly long _began;
        private int _overtaken;
        private IDisposable? _chooses;

        internal Attempts(TimeProvider time, KeyedLock choosing) => (_time, _choosing, _began) = (time, choosing, time.GetTimestamp());

        /// <summary>Whether it was overtaken before.</summary>
        public bool IsAgain => _overtaken > 0;

        /// <summary>
        /// Its choice was overtaken by another of the same team: returns when it is to choose again. Those who were overtaken choose one
        /// after the other, in the order in which they were, so that none of them is always too late.
        /// </summary>
        /// <exception cref="StoreUnavailableException">It was tried long enough.</exception>
        public async ValueTask ChooseAgainAsync(string team, CancellationToken cancellation)
        {
            GiveUpInTime();
            _overtaken++;
            _chooses ??= await _choosing.EnterAsync(team, cancellation);
        }

        /// <summary>Ends it; the next one may choose.</summary>
        public void Dispose() => _chooses?.Dispose();

        private void GiveUpInTime()
        {
            if (_overtaken >= FewestTries && _time.GetElapsedTime(_began) > Patience)
                throw new StoreUnavailableException(
                    $"Others kept writing the same for {Patience.TotalSeconds:F0} s, and nothing of this was stored.");
        }

        /// <summary>It was overtaken: returns when it is time to try again. The first time that is at once.</summary>
        /// <exception cref="StoreUnavailableException">It was tried long enough.</exception>
        public async Task OvertakenAsync(CancellationToken cancellation)
        {
            GiveUpInTime();
            if (_overtaken++ == 0)
                return;
            var most = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(_overtaken, 10)));
            // The clock's last digits differ from one to the next, so those who were overtaken together do not come back together.
            await Task.Delay(most * ((1 + (_time.GetTimestamp() % 997)) / 998.0), _time, cancellation);
        }
    }
}
