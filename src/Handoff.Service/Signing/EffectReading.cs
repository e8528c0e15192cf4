using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Signing;

/// <summary>
/// Estimates what a proposal would have changed: one pass over the facts in memory, and a year of kept figures of each changed promise.
/// </summary>
public sealed class EffectReading(FactReading facts, IFactStore store, CompanyInForce company, IClock clock)
{
    /// <summary>From how many qualified leads on the effect of a change can be estimated.</summary>
    public const int EnoughLeads = 200;

    private static readonly Duration Past = Duration.FromDays(365);

    /// <summary>Estimates it; null: there are too few leads.</summary>
    public async Task<ProposedEffect?> ReadAsync(Agreement proposed, CancellationToken cancellation)
    {
        var (inForce, since) = (company.Agreement, clock.GetCurrentInstant() - Past);
        var clocks = await facts.ReadAsync(
            (_, book) =>
            {
                var fold = new ClockEffectFold(inForce, proposed, Minute.Of(since));
                foreach (ref readonly var lead in book.Facts)
                    fold.Add(lead);

                return fold;
            },
            cancellation);
        if (clocks.Qualified < EnoughLeads)
            return null;
        var promises = ImmutableArray.CreateBuilder<PromiseEffect>();
        foreach (var (now, then) in ProposedEffect.ChangedPromises(inForce, proposed))
        {
            if (await EffectOfAsync(now, then, since, cancellation) is { Periods: > 0 } effect)
                promises.Add(effect);
        }

        return new(clocks.Build(), promises.ToImmutable());
    }

    private async Task<PromiseEffect> EffectOfAsync(
        Commitment now, Commitment then, Instant since, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        List<Promised> past = [];
        for (var period = FigurePeriod.At(now.Per, clock.GetCurrentInstant(), agreement.TimeZone, agreement.Figures.YearStarts).Before;
            period.Start >= since; period = period.Before)
            past.Add(new(now, period, period.Start, HeldBefore: false));
        var reported = await FrozenFigures.ReadAsync(store, past, cancellation);
        var values = reported.Values.Select(frozen => (frozen.Judged ?? frozen).Figure.ValueFor(now)).OfType<decimal>().ToList();
        return new(then, values.Count, values.Count(now.IsKeptBy), values.Count(then.IsKeptBy));
    }
}
