using Handoff.People;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>What became of a decision, with the figure by which it is judged before and after it.</summary>
/// <param name="IsDone">Null: it is open; true: carried out; false: given up.</param>
/// <param name="Before">The figure of the last period that was over when it was decided; null: there was none.</param>
/// <param name="After">The figure of the last period that began after it; null: none is over, or too few leads are in it to say.</param>
public sealed record DecisionFate(
    int Number, string Text, PersonId Owner, LocalDate Due, bool? IsDone, string? Metric, decimal? Expected, decimal? Before,
    decimal? After)
{
    public bool IsPercent { get; init; }
}
