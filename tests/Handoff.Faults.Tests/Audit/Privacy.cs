using System.Text;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Promise 7: no event, state or lookup holds a lead's personal data, and the sealed record does not show it.</summary>
internal static class Privacy
{
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes(Vendors.Mark);

    public static void Check(SimulatedWorld world, Turn turn)
    {
        var shows = Shows(turn.State.Span) || Shows(turn.Record) || turn.Events.Any(one => Shows(one.Json.Span))
            || turn.Copies.Any(copy => Shows(copy.Sealed))
            || turn.Lookups.Any(
                lookup => lookup.Key.Contains(Vendors.Mark, StringComparison.Ordinal)
                || lookup.Data.Contains(Vendors.Mark, StringComparison.Ordinal));
        if (shows)
            world.Break($"Promise 7: personal data stays in the record, and a turn of {world.NameOf(turn.Stream)} shows it.");
    }

    private static bool Shows(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Mark) >= 0;
}
