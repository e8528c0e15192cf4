using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>Reads the scorecard for somebody.</summary>
public sealed class ScorecardReading(FactReading facts, CompanyInForce company, AgreementVersions versions)
{
    /// <summary>The period of a name in the organisation's zone; null: it names none.</summary>
    public FigurePeriod? PeriodNamed(string name) =>
        FigurePeriod.Named(name, company.Agreement.TimeZone, company.Agreement.Figures.YearStarts);

    /// <summary>Reads it.</summary>
    /// <param name="sight">Whose leads are counted.</param>
    /// <param name="period">Which period; null: the month that goes on.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Scorecard> ReadAsync(FigureSight sight, FigurePeriod? period, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var inForce = await versions.InForceAsync(cancellation);
        return await facts.ReadAsync(
            (now, book) =>
            {
                period ??= FigurePeriod.At(Agreements.Period.Month, now, agreement.TimeZone, agreement.Figures.YearStarts);
                var at = now < period.End ? now : period.End - Duration.Epsilon;
                var fold = new ScorecardFold(new()
                {
                    Now = now,
                    Period = period,
                    Promises = [.. Promised.At(inForce, at).Where(one => sight.Judges(one.Promise))],
                    Dimensions = [.. agreement.Dimensions.Select(dimension => dimension.Name)],
                    Staff = company.Staff,
                    Pace = ScorecardQuestion.PaceOf(agreement, company.Staff),
                });
                foreach (var piece in book.Pieces)
                {
                    foreach (ref readonly var lead in piece.Span)
                    {
                        if (sight.Sees(lead))
                            fold.Add(lead);
                    }
                }

                return fold.Build() with { Teams = sight.Teams?.ToImmutableArray() };
            },
            cancellation);
    }
}
