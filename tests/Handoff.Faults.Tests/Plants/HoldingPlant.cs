using Handoff.Faults.Tests.World;
using Handoff.Service.Delivery;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Plants;

/// <summary>A mail is held as it was written, and goes out by itself later, whatever has become of its lead.</summary>
internal sealed class HoldingPlant : Plant
{
    private readonly List<(IMailTransport By, OutgoingMail Mail)> _held = [];
    private int _sent;

    // The transport is asked by the container's life; the store only tells that somebody was erased.
    public override IStreamStore Streams(SimulatedWorld world) => new Releasing(world, _held);

    public override IMailTransport Transport(IMailTransport real) => new Holding(this, real);

    private sealed class Holding(HoldingPlant plant, IMailTransport real) : IMailTransport
    {
        public string Name => "planted";

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            if (++plant._sent % 4 == 0)
                plant._held.Add((real, mail));
            return real.SendAsync(mail, cancellation);
        }
    }

    private sealed class Releasing(SimulatedWorld world, List<(IMailTransport By, OutgoingMail Mail)> held) : PlantedStore(world.Store)
    {
        public override ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
        {
            if (turn.Erases && held.Find(one => one.Mail.Text.Contains(turn.Stream.Id, StringComparison.Ordinal)) is { Mail: not null } one)
                world.Time.In(NodaTime.Duration.FromHours(9), () => _ = one.By.SendAsync(one.Mail, default));
            return Sound.CommitAsync(turn, cancellation);
        }
    }
}
