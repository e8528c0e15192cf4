using System.Collections.Immutable;
using Handoff.Service.Packing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Lookups;

namespace Handoff.Sqlite.Streams;

/// <summary>
/// A turn as its rows hold it. A packed row is a tenth as long and shares its page with others, and pages are what a commit costs. Made before the
/// turn is queued: the writer's thread has no time for it.
/// </summary>
/// <param name="Turn">The turn.</param>
/// <param name="State">Its state.</param>
/// <param name="Events">Its events: <see cref="EventRow"/>.</param>
/// <param name="Keys">The keys of its lookups, in their order.</param>
internal sealed record PackedTurn(Turn Turn, byte[] State, byte[] Events, ImmutableArray<LookupKey> Keys)
{
    public static PackedTurn Of(Turn turn) => new(
        turn, Packer.Ledger.Pack(turn.State.Span), Packer.Ledger.Pack(EventRow.Write(turn.Events)), [.. turn.Lookups.Select(static lookup => LookupKey.Of(lookup.Key))]);
}
