using System.Collections.Immutable;
using Handoff.Calendars;
using NodaTime;

namespace Handoff.Figures;

/// <summary>A day of a period.</summary>
/// <param name="Date">The day, in the organisation's zone.</param>
/// <param name="Start">Its midnight.</param>
/// <param name="Working">1 of a working day, 0 of another; in between of the day on which the first agreement came into force.</param>
public sealed record PaceDay(LocalDate Date, Instant Start, double Working);

/// <summary>
/// The working days of a period: days on which the pace's calendar opens, today counted by the share of its open time that has passed.
/// </summary>
/// <param name="Days">Every day of the period.</param>
/// <param name="Whole">How many working days the period has.</param>
/// <param name="InForce">How many of them an agreement was in force.</param>
/// <param name="Elapsed">How many of those have passed.</param>
public sealed record WorkingPace(ImmutableArray<PaceDay> Days, int Whole, double InForce, double Elapsed)
{
    /// <summary>How many working days are left.</summary>
    public double Left => InForce - Elapsed;

    /// <summary>The pace of a period.</summary>
    /// <param name="calendar">The pace's calendar.</param>
    /// <param name="period">The period.</param>
    /// <param name="inForceFrom">When the first agreement came into force, or earlier than the period.</param>
    /// <param name="now">How much has passed by then.</param>
    public static WorkingPace Of(BusinessCalendar calendar, FigurePeriod period, Instant inForceFrom, Instant now)
    {
        var days = ImmutableArray.CreateBuilder<PaceDay>();
        var (whole, inForce, elapsed) = (0, 0.0, 0.0);
        for (var day = period.First; day < period.Next; day = day.PlusDays(1))
        {
            var (start, end) = (Midnight(day), Midnight(day.PlusDays(1)));
            var open = calendar.OpenBetween(start, end);
            var from = Instant.Max(start, inForceFrom);
            var working = open == Duration.Zero ? 0 : calendar.OpenBetween(from, end) / open;
            days.Add(new(day, start, working));
            whole += open == Duration.Zero ? 0 : 1;
            inForce += working;
            elapsed += open == Duration.Zero ? 0 : calendar.OpenBetween(from, Instant.Min(now, end)) / open;
        }

        return new(days.ToImmutable(), whole, inForce, elapsed);

        Instant Midnight(LocalDate day) => period.Zone.AtStartOfDay(day).ToInstant();
    }

    /// <summary>A target of the whole period for the part in which an agreement was in force, rounded up.</summary>
    public decimal PartOf(decimal target) => Whole == 0 ? 0 : decimal.Ceiling(target * (decimal)Math.Round(InForce / Whole, 9));

    /// <summary>What there should be of a target by now.</summary>
    public double ExpectedOf(decimal target) => InForce == 0 ? 0 : (double)target * Elapsed / InForce;

    /// <summary>Whether so much has passed that a forecast says something: 5 working days, and a tenth of the period.</summary>
    public bool IsTelling => Elapsed >= Math.Max(5, InForce / 10);
}
