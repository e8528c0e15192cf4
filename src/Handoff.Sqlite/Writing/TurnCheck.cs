using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>Refuses a turn that could not be written, before it is queued: it must not fail the group it would have shared.</summary>
internal static class TurnCheck
{
    /// <exception cref="ArgumentException">The turn is not one that a lead or a person can have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant is out of the store's range.</exception>
    public static void Check(Turn turn)
    {
        if (turn.Events.IsDefaultOrEmpty)
            throw new ArgumentException("A turn has at least one event.", nameof(turn));
        if (turn.ExpectedVersion < 0)
            throw new ArgumentException("The version that was read is 0 or more.", nameof(turn));
        if (turn.NewKey is not null && turn.ExpectedVersion != 0)
            throw new ArgumentException("Only the first turn of a lead brings its key.", nameof(turn));
        if (turn.Stream.Kind != StreamKind.Lead && (turn.NewKey is not null || turn.Record is not null || turn.Erases))
            throw new ArgumentException("Only a lead has a key and a record.", nameof(turn));
        for (var i = 1; i < turn.Lookups.Length; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (turn.Lookups[i].Key == turn.Lookups[earlier].Key)
                    throw new ArgumentException("A turn claims a lookup once.", nameof(turn));
            }
        }

        CheckRange(turn);
    }

    private static void CheckRange(Turn turn)
    {
        if (turn.NextWakeUp is { } wakeUp)
            _ = InstantColumn.Write(wakeUp);
        foreach (var happened in turn.Events)
            _ = InstantColumn.Write(happened.At);
        foreach (var lookup in turn.Lookups)
        {
            if (lookup.ExpiresAt is { } expiry)
                _ = InstantColumn.Write(expiry);
        }

        foreach (var copy in turn.Copies)
            _ = InstantColumn.Write(copy.At);
    }
}
