using System.Runtime.InteropServices;

namespace Handoff.Figures;

/// <summary>What a metric says of one lead.</summary>
public enum Verdict
{
    /// <summary>It is in neither number of the metric.</summary>
    Outside,

    /// <summary>It counts in the numerator, and in the denominator.</summary>
    Good,

    /// <summary>It counts in the denominator alone.</summary>
    Bad,

    /// <summary>It will be told later: it stands beside the figure, in neither number.</summary>
    Undecided,

    /// <summary>It was erased before anybody could tell: beside the figure, for ever in neither number.</summary>
    Erased,

    /// <summary>Marketing contests its return, and nobody has answered: beside the figure, in neither number until then.</summary>
    Contested,
}

/// <summary>What a metric says of one lead, and in which period.</summary>
/// <param name="At">The instant to whose period the lead belongs; none: the metric does not know the lead.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="SettledFrom">From when on nothing can change it; none: something still may.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Judged(Minute At, Verdict Verdict, Minute SettledFrom = default)
{
    /// <summary>The metric does not know the lead.</summary>
    public static Judged No => default;

    /// <summary>Whether it is in the denominator.</summary>
    public bool Counts => Verdict is Verdict.Good or Verdict.Bad;

    public bool IsGood => Verdict == Verdict.Good;

    public bool IsSettled(Minute now) => SettledFrom.IsSome && SettledFrom <= now;
}
