using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Service.Company;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Figures;

/// <summary>A figure that another tool sends in; all as text and numbers, the use case judges it.</summary>
/// <param name="Metric">A metric that the agreement calls reported.</param>
/// <param name="Value">The figure; of a share, percent.</param>
/// <param name="At">The instant of which it tells, ISO 8601 in UTC; null: now.</param>
public sealed record MetricReport(string? Metric, decimal? Value, string? At);

/// <summary>What became of the report.</summary>
public abstract record MetricAnswer
{
    private MetricAnswer()
    {
    }

    /// <summary>200: kept. The same metric and instant again is no second report.</summary>
    public sealed record Kept(string Metric, decimal Value, Instant At) : MetricAnswer;

    /// <summary>422: a field is missing or wrong.</summary>
    public sealed record Invalid(string Field, string Message) : MetricAnswer;

    /// <summary>409: every period in which the instant lies is closed.</summary>
    public sealed record TooLate(string Message) : MetricAnswer;
}

/// <summary>Keeps figures that other tools send in.</summary>
public sealed class ReportedMetrics(IFactStore facts, CompanyInForce company, AgreementVersions versions, IClock clock)
{
    /// <summary>On how many working days after its end a period is open for reports.</summary>
    private const int OpenFor = 5;

    private const decimal Largest = 1_000_000_000_000m;

    private static readonly Duration ClocksApart = Duration.FromMinutes(5);

    public async Task<MetricAnswer> RecordAsync(MetricReport report, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (report.Value is not (>= 0 and <= Largest and var value))
            return new MetricAnswer.Invalid("value", "Send a number from 0 to 1,000,000,000,000.");
        var at = now;
        if (report.At is not null && !InstantPattern.ExtendedIso.Parse(report.At).TryGetValue(default, out at))
            return new MetricAnswer.Invalid("at", "Send an instant such as 2026-11-24T09:00:00Z, or none for now.");
        if (at > now + ClocksApart)
            return new MetricAnswer.Invalid("at", "Send an instant that has passed.");
        var promised = Promised.At(await versions.InForceAsync(cancellation), at)
            .Where(one => one.Promise.Reported && one.Promise.Metric == report.Metric).ToList();
        if (promised.Count == 0)
            return new MetricAnswer.Invalid("metric", "Send the name of a metric that the agreement calls reported.");
        if (promised.Any(one => one.Promise.IsPercent) && value > 100)
            return new MetricAnswer.Invalid("value", "Send a share in percent, from 0 to 100.");
        if (promised.All(one => ClosesAt(one.Period) <= now))
            return new MetricAnswer.TooLate("The period is closed: reports are taken until 5 working days after its end.");
        await facts.SaveValueAsync(Name(report.Metric!) + InstantPattern.ExtendedIso.Format(at), Written(value), cancellation);
        return new MetricAnswer.Kept(report.Metric!, value, at);
    }

    /// <summary>From when on a period takes no report any more: the midnight after its fifth working day.</summary>
    public Instant ClosesAt(FigurePeriod period)
    {
        var pace = ScorecardQuestion.PaceOf(company.Agreement, company.Staff);
        var (day, start) = (period.Next, period.End);
        for (var left = OpenFor; left > 0;)
        {
            day = day.PlusDays(1);
            var end = period.Zone.AtStartOfDay(day).ToInstant();
            left -= pace.OpenBetween(start, end) > Duration.Zero ? 1 : 0;
            start = end;
        }

        return start;
    }

    /// <summary>Reads every report of some metrics, and tells the figure of a promise.</summary>
    internal async Task<Func<Promised, Figure.Reported>> ReadAsync(IEnumerable<string> metrics, CancellationToken cancellation)
    {
        var reports = new Dictionary<string, ImmutableArray<(Instant At, decimal Value)>>(StringComparer.Ordinal);
        foreach (var metric in metrics.Distinct(StringComparer.Ordinal))
        {
            var kept = await facts.ListValuesAsync(Name(metric), cancellation);
            reports[metric] =
            [
                .. kept.Select(one => (
                        InstantPattern.ExtendedIso.Parse(one.Key[Name(metric).Length..]).Value,
                        decimal.Parse(one.Value, CultureInfo.InvariantCulture)))
                    .OrderBy(one => one.Item1),
            ];
        }

        return promised =>
        {
            var all = reports.GetValueOrDefault(promised.Promise.Metric, []).Where(one => promised.Period.Contains(one.At)).ToList();
            return all.Count == 0 ? new(null, 0) : new(
                promised.Promise.Aggregate switch
                {
                    Aggregate.Last => all[^1].Value,
                    Aggregate.Sum => all.Sum(one => one.Value),
                    Aggregate.Mean => all.Average(one => one.Value),
                    _ => throw new InvalidOperationException("Reports are aggregated in one of these ways."),
                },
                all.Count);
        };
    }

    private static string Name(string metric) => $"metric:{Uri.EscapeDataString(metric)}:";

    private static string Written(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
