using Handoff.Faults.Tests.World;
using Handoff.Routing;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Storage;
using Handoff.Service.Turns;

namespace Handoff.Faults.Tests.Plants;

/// <summary>A bug that a test plants where the product meets its ports; the product itself has no switch for it.</summary>
internal abstract class Plant
{
    /// <summary>No bug.</summary>
    public static Plant None { get; } = new Sound();

    public virtual IStreamStore Streams(SimulatedWorld world) => world.Store;

    public virtual IWakeUps WakeUps(IWakeUps real) => real;

    public virtual IMailTransport Transport(IMailTransport real) => real;

    public virtual ILinkProtector Links(ILinkProtector real) => real;

    public virtual Rota Rota(Rota read) => read;

    private sealed class Sound : Plant;
}
