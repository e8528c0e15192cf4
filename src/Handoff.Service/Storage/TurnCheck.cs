using NodaTime;

namespace Handoff.Service.Storage;

/// <summary>
/// Refuses a turn that no store could write, before anything of it is written: it must not fail those that share its write.
/// </summary>
public static class TurnCheck
{
    /// <summary>Checks a turn.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="checkRange">Throws where the store cannot keep an instant; null: it keeps every one.</param>
    /// <exception cref="ArgumentException">The turn is not one that a lead or a person can have.</exception>
    public static void Check(Turn turn, Action<Instant>? checkRange = null)
    {
        if (turn.Events.IsDefaultOrEmpty)
            throw new ArgumentException("A turn has at least one event.", nameof(turn));
        if (turn.ExpectedVersion < 0)
            throw new ArgumentException("The version that was read is 0 or more.", nameof(turn));
        if (turn.NewKey is not null && turn.ExpectedVersion != 0)
            throw new ArgumentException("Only the first turn of a lead brings its key.", nameof(turn));
        if (turn.Stream.Kind != StreamKind.Lead && (turn.NewKey is not null || turn.Record is not null || turn.Erases))
            throw new ArgumentException("Only a lead has a key and a record.", nameof(turn));
        if (turn.Lookups.DistinctBy(static lookup => lookup.Key, StringComparer.Ordinal).Count() != turn.Lookups.Length)
            throw new ArgumentException("A turn claims a lookup once.", nameof(turn));
        if (checkRange is null)
            return;
        foreach (var at in Instants(turn))
            checkRange(at);
    }

    private static IEnumerable<Instant> Instants(Turn turn) =>
    [
        .. turn.Events.Select(static happened => happened.At),
        .. turn.Copies.Select(static copy => copy.At),
        .. turn.Lookups.Select(static lookup => lookup.ExpiresAt).Append(turn.NextWakeUp).OfType<Instant>(),
    ];
}
