using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Service.Company;

namespace Handoff.Service.Figures;

/// <summary>Finds what the two sides would disagree about in a period, from the facts by which figures are counted.</summary>
public sealed class DisagreementReading(FactReading facts, CompanyInForce company)
{
    private static readonly ImmutableArray<string> Always =
        [SliceNames.Source, SliceNames.Team, SliceNames.Tier, SliceNames.Country, DayParts.Dimension];

    /// <param name="period">The period.</param>
    /// <param name="before">All that stood out the week before.</param>
    /// <param name="told">What the last report told.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The sharpest, and all that stand out.</returns>
    public Task<(ImmutableArray<Disagreement> Sharpest, ImmutableArray<Disagreement> StandOut)> FindAsync(
        FigurePeriod period, ImmutableArray<Disagreement> before, ImmutableArray<Disagreement> told, CancellationToken cancellation)
    {
        var (agreement, staff) = (company.Agreement, company.Staff);
        // The recorded source is told apart from the one of sources.yaml.
        var recorded = agreement.Dimensions.Select(one => one.Name == SliceNames.Source ? SliceNames.UtmSource : one.Name);
        var fold = new DisagreementFold(
            period, [.. Always, .. recorded], [.. agreement.Reasons.Select(reason => (reason.Code, reason.Fault))], staff);
        return facts.ReadAsync(
            (_, book) =>
            {
                foreach (ref readonly var lead in book.Facts)
                    fold.Add(lead);

                var found = SharpestDisagreements.InARow(fold.Build(), before);
                return (SharpestDisagreements.Of(found, told, fold.Within), found);
            },
            cancellation);
    }
}
