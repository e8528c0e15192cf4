using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>What became of a decision, with the figure by which it is judged before and after it.</summary>
/// <param name="IsDone">Null: it is open; true: carried out; false: given up.</param>
/// <param name="Before">The figure of the last period that was over when it was decided; null: there was none.</param>
/// <param name="After">The figure of the last period that began after it; null: there is none yet, or there will be none.</param>
public sealed record DecisionFate(
    int Number, string Text, PersonId Owner, LocalDate Due, bool? IsDone, string? Metric, decimal? Expected, decimal? Before,
    decimal? After)
{
    /// <summary>With fewer leads than this a figure after a decision says nothing yet.</summary>
    private const int FewestAfter = 20;

    /// <summary>After so many periods few leads are what there is to judge by.</summary>
    public const int MostPeriods = 3;

    public bool IsPercent { get; init; }

    /// <summary>Of how many leads <see cref="After"/> is, where they are few; null: of enough.</summary>
    public int? AfterOfFew { get; init; }

    /// <summary>Whether it is known what came of it, or that no figure will tell.</summary>
    public bool IsJudged { get; init; }

    /// <summary>The same decision with its figures.</summary>
    /// <param name="promise">The promise that it names.</param>
    /// <param name="before">Of the last period that was over when it was decided.</param>
    /// <param name="after">Of the last period that began after it and is over; null: nothing was measured.</param>
    /// <param name="periods">How many periods that began after it are over.</param>
    public DecisionFate Judged(Commitment promise, Figure? before, Figure? after, int periods)
    {
        var few = after is Figure.Share { Of.N: < FewestAfter and var leads } ? leads : (int?)null;
        var value = after?.ValueFor(promise);
        var isJudged = periods >= MostPeriods || (periods > 0 && value is not null && few is null);
        return this with
        {
            Before = before?.ValueFor(promise),
            After = isJudged ? value : null,
            AfterOfFew = isJudged ? few : null,
            IsPercent = promise.IsPercent,
            IsJudged = isJudged,
        };
    }
}
