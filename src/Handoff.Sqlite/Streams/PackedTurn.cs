using Handoff.Service.Packing;
using Handoff.Service.Storage;

namespace Handoff.Sqlite.Streams;

/// <summary>
/// A turn as its rows hold it. A packed row is a tenth as long and shares its page with others, and pages are what a commit costs. Made before the
/// turn is queued: the writer's thread has no time for it.
/// </summary>
/// <param name="Turn">The turn.</param>
/// <param name="State">Its state.</param>
/// <param name="Events">Its events: <see cref="EventRow"/>.</param>
internal sealed record PackedTurn(Turn Turn, byte[] State, byte[] Events)
{
    public static PackedTurn Of(Turn turn) => new(turn, Packer.Ledger.Pack(turn.State.Span), Packer.Ledger.Pack(EventRow.Write(turn.Events)));
}
