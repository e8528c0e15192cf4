using NodaTime;

namespace Handoff.Figures;

/// <summary>
/// An instant as whole minutes, rounded down: periods begin on whole minutes, so it is in the same period as the instant. The default is
/// <see cref="None"/>. Knows the years 2000 to 4000; earlier instants are its first minute.
/// </summary>
public readonly record struct Minute(int Value) : IComparable<Minute>
{
    private static readonly Instant Epoch = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>No instant.</summary>
    public static Minute None => default;

    public bool IsNone => Value == 0;

    public bool IsSome => Value != 0;

    public static Minute Of(Instant at) => new(Math.Max(1, (int)Math.Floor((at - Epoch).TotalMinutes) + 1));

    public static Minute Of(Instant? at) => at is { } some ? Of(some) : None;

    /// <summary>The beginning of the minute; null: there is none.</summary>
    public Instant? ToInstant() => IsNone ? null : Epoch + Duration.FromMinutes(Value - 1);

    /// <summary>How many minutes later this is.</summary>
    public int Since(Minute earlier) => Value - earlier.Value;

    /// <summary>So many minutes later; of none, none.</summary>
    public Minute Plus(int minutes) => IsNone ? None : new(Value + minutes);

    /// <summary>Whether it lies in [<paramref name="from"/>, <paramref name="to"/>); none never does.</summary>
    public bool IsIn(Minute from, Minute to) => Value >= from.Value && Value < to.Value;

    public int CompareTo(Minute other) => Value.CompareTo(other.Value);

    public static bool operator <(Minute one, Minute other) => one.Value < other.Value;

    public static bool operator >(Minute one, Minute other) => one.Value > other.Value;

    public static bool operator <=(Minute one, Minute other) => one.Value <= other.Value;

    public static bool operator >=(Minute one, Minute other) => one.Value >= other.Value;
}
