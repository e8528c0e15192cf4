using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Streams;

/// <summary>Refuses a turn that could not be written, before anything of it is.</summary>
internal static class TurnCheck
{
    /// <exception cref="ArgumentException">The turn is not one that a lead or a person can have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant is out of the store's range.</exception>
    public static void Check(Turn turn)
    {
        if (turn.Events.IsDefaultOrEmpty)
            throw new ArgumentException("A turn has at least one event.", nameof(turn));
        if (turn.Events.Length > EventRows.MostEvents)
            throw new ArgumentException($"A turn has at most {EventRows.MostEvents} events.", nameof(turn));
        if (turn.ExpectedVersion < 0)
            throw new ArgumentException("The version that was read is 0 or more.", nameof(turn));
        if (turn.NewKey is not null && turn.ExpectedVersion != 0)
            throw new ArgumentException("Only the first turn of a lead brings its key.", nameof(turn));
        if (turn.Stream.Kind != StreamKind.Lead && (turn.NewKey is not null || turn.Record is not null || turn.Erases))
            throw new ArgumentException("Only a lead has a key and a record.", nameof(turn));

        if (turn.NextWakeUp is { } wakeUp)
            _ = InstantNumber.Of(wakeUp);
        foreach (var happened in turn.Events)
            _ = InstantNumber.Of(happened.At);
        foreach (var lookup in turn.Lookups)
        {
            if (lookup.ExpiresAt is { } expiry)
                _ = InstantNumber.Of(expiry);
        }

        foreach (var copy in turn.Copies)
            _ = InstantNumber.Of(copy.At);
    }
}
