using NodaTime;

namespace Handoff.Faults.Tests.World;

/// <summary>The world's time. It jumps from one thing that is to happen to the next; nothing in it waits.</summary>
internal sealed class SimulatedTime(Instant start) : SynchronizationContext, IClock
{
    private readonly PriorityQueue<Action, (long Ticks, long Order)> _agenda = new();
    private long _order;

    public Instant Now { get; private set; } = start;

    public Instant GetCurrentInstant() => Now;

    /// <summary>When the next thing happens, or null: nothing will.</summary>
    public Instant? Next => _agenda.TryPeek(out _, out var at) ? Instant.FromUnixTimeTicks(at.Ticks) : null;

    /// <summary>Something happens at a time; what is past happens now. At the same time: in the order in which it was put down.</summary>
    public void At(Instant at, Action happens) => _agenda.Enqueue(happens, (Instant.Max(at, Now).ToUnixTimeTicks(), _order++));

    public void In(Duration after, Action happens) => At(Now + after, happens);

    /// <summary>Time passes in which nothing happens.</summary>
    public void PassTo(Instant at) => Now = Instant.Max(Now, at);

    public void HappenNext()
    {
        _agenda.TryDequeue(out var happens, out var at);
        PassTo(Instant.FromUnixTimeTicks(at.Ticks));
        happens!();
    }

    /// <summary>
    /// A continuation that cannot run where it is goes on at once, in order: there is one thread, and chance is the seed's alone.
    /// </summary>
    public override void Post(SendOrPostCallback d, object? state) => At(Now, () => d(state));

    public override SynchronizationContext CreateCopy() => this;
}
