using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Rows;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;
using Period = Handoff.Agreements.Period;

namespace Handoff.Tests.Figures;

/// <summary>Figures of parts add up to that of the whole, to the last lead, and nothing that is certain turns out otherwise.</summary>
public sealed class PartitionProperties
{
    private static readonly string[] Sources = ["website", "fair", "ads"];

    private static readonly Company Company = new();

    /// <summary>Some lives of leads, of several sources and teams, at one instant.</summary>
    private static readonly Gen<(ImmutableArray<LeadFact> Leads, Instant Now)> Some =
        from lives in Gen.Select(AnyLife.Any, Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 99]).Array[1, 12]
        from days in Gen.Int[1, 60]
        let now = AnyLife.Start + Duration.FromDays(days)
        let leads = lives.Select(one => Fact(one.Item1, Sources[one.Item2], one.Item3 ? "italy" : "world", one.Item4, now))
        select (leads.ToImmutableArray(), now);

    [Fact]
    public void Slices_reasons_and_money_add_up_to_the_whole() => Some.Sample(some =>
    {
        foreach (var kind in Enum.GetValues<Period>())
        {
            var whole = Read(some.Leads, some.Now, kind);
            var qualified = Metric(whole, "qualified_leads", kind);
            Assert.All(whole.Slices, table => Assert.Equal(qualified, table.Slices.Sum(slice => slice.Qualified)));
            Assert.All(whole.Slices, table => Assert.Equal(
                Share(whole, "acceptance_rate", kind),
                (table.Slices.Sum(slice => slice.Accepted.S), table.Slices.Sum(slice => slice.Accepted.N))));
            Assert.All(whole.Slices, table => Assert.Equal(
                Share(whole, "returned_as_bad", kind),
                (table.Slices.Sum(slice => slice.ReturnedAsBad.S), table.Slices.Sum(slice => slice.ReturnedAsBad.N))));
            Assert.All(whole.Reasons, reason => Assert.Equal(reason.OfQualified.S, reason.BySource.Sum(source => source.OfQualified.S)));
            Assert.Equal(qualified, whole.Funnel[^1].Stages[0].OfQualified.N);
        }
    }, iter: LeadProperties.Lives / 4);

    [Fact]
    public void Every_figure_of_a_partition_by_source_team_or_age_adds_up_to_that_of_the_whole() => Some.Sample(some =>
    {
        var whole = Read(some.Leads, some.Now, Period.Month);
        foreach (var parts in new[]
        {
            some.Leads.GroupBy(lead => lead.Traits.Source), some.Leads.GroupBy(lead => lead.Traits.Team),
            some.Leads.GroupBy(lead => (lead.ReceivedAt.Value / (7 * NodaConstants.MinutesPerDay)).ToString(CultureInfo.InvariantCulture)),
        })
        {
            var read = parts.Select(part => Read([.. part], some.Now, Period.Month)).ToList();
            foreach (var metric in Metrics.All)
            {
                Assert.Equal(Numbers(whole, metric), read.Select(part => Numbers(part, metric)).Aggregate((one, other) =>
                    (one.Good + other.Good, one.All + other.All, one.Beside + other.Beside)));
            }

            Assert.Equal(whole.CameBack, read.Sum(part => part.CameBack));
            Assert.Equal(whole.Waiting.RepMinutes, read.Sum(part => part.Waiting.RepMinutes));
            Assert.Equal(Judged(whole), read.Sum(Judged));
        }
    }, iter: LeadProperties.Lives / 4);

    [Fact]
    public void Every_lead_that_counts_is_in_one_week_and_no_other() => Some.Sample(some =>
    {
        var weeks = Enumerable.Range(-1, 30).Select(week => FigurePeriod.At(
            Period.Week, AnyLife.Start + Duration.FromDays(7 * week), Company.Agreement.TimeZone, 1));
        foreach (var metric in Metrics.All)
        {
            var judged = some.Leads.Select(lead => metric.Rule(lead)).Where(one => one.Counts).ToList();
            var inWeeks = weeks.Sum(week => judged.Count(one => one.At.IsIn(Minute.Of(week.Start), Minute.Of(week.End))));
            Assert.Equal(judged.Count, inWeeks);
        }
    }, iter: LeadProperties.Lives / 4);

    [Fact]
    public void What_is_certain_stays_certain_whatever_leads_do() =>
        Gen.Select(AnyLife.Any.Array[1, 6], Gen.Decimal[0, 100], Gen.Int[0, 6]).Sample((lives, percent, count) =>
        {
            var certain = new Dictionary<(string, bool), Standing>();
            var told = lives.Select(life => Told(life, "website", "italy", chance: 50)).ToList();
            foreach (var day in Enumerable.Range(1, 70))
            {
                var now = AnyLife.Start + Duration.FromDays(day);
                var card = Read(
                    [.. told.Select(one => AsOf(one, now))], now, Period.Week, decimal.Round(percent), count,
                    AnyLife.Start + Duration.FromDays(3));
                foreach (var one in card.Commitments.Where(one => one.Promise.Per == Period.Week))
                {
                    var key = (one.Promise.Metric, one.Promise.IsMost);
                    if (certain.TryGetValue(key, out var before))
                        Assert.True(Agrees(before, one.Standing), $"{key} was {before} and is {one.Standing} on day {day}");
                    else if (one.Standing is Standing.Safe or Standing.Unreachable)
                        certain[key] = one.Standing;
                }
            }
        }, iter: LeadProperties.Lives / 10);

    private static bool Agrees(Standing before, Standing after) =>
        before == Standing.Safe ? after is Standing.Safe or Standing.Kept : after is Standing.Unreachable or Standing.Missed;

    /// <summary>The fact of a life as it was then; a lead that was not there yet is the default.</summary>
    private static LeadFact Fact(AnyLife.Life life, string source, string team, int chance, Instant now) =>
        AsOf(Told(life, source, team, chance), now);

    private static LeadFact AsOf(List<(Instant At, LeadFact Fact)> told, Instant now) =>
        told.LastOrDefault(one => one.At <= now) is { Fact.Traits: not null } last ? last.Fact : new LeadFact { Traits = Unborn };

    private static List<(Instant At, LeadFact Fact)> Told(AnyLife.Life life, string source, string team, int chance)
    {
        var told = new List<(Instant, LeadFact)>();
        AnyLife.Tell(life, (_, _, _, decision, at) =>
        {
            var row = LeadRow.Of(decision.Lead) with
            {
                Source = source,
                Team = team,
                IsTest = chance == 0,
                HandoffEndedAt = chance is > 0 and < 5 ? AnyLife.Start : null,
            };
            told.Add((at, LeadFact.Of(row, FigureTerms.Usual, Company.Staff)));
        });
        return told;
    }

    private static readonly LeadTraits Unborn = new()
    {
        Source = "website",
        Team = "italy",
        Tier = "hot",
        Agreement = "2026-11",
        Country = "none",
        Dimensions = ImmutableSortedDictionary<string, string>.Empty,
    };

    private static Scorecard Read(
        ImmutableArray<LeadFact> leads, Instant now, Period kind, decimal percent = 80, int count = 3, Instant? at = null)
    {
        var fold = new ScorecardFold(new()
        {
            Now = now,
            Period = FigurePeriod.At(kind, at ?? AnyLife.Start, Company.Agreement.TimeZone, 1),
            Promises = [.. Promised.At([(Instant.MinValue, Agreed(percent, count))], at ?? AnyLife.Start)],
            Dimensions = ["campaign"],
            Staff = Company.Staff,
            Pace = ScorecardQuestion.PaceOf(Company.Agreement, Company.Staff),
        });
        foreach (var lead in leads.Where(lead => lead.ReceivedAt.IsSome))
            fold.Add(lead);
        return fold.Build();
    }

    /// <summary>An agreement that promises every figure, at least and at most, over every period.</summary>
    private static Agreement Agreed(decimal percent, int count) => Company.Agreement with
    {
        Commitments =
        [
            .. from metric in Metrics.All
               from per in Enum.GetValues<Period>()
               from isMost in new[] { false, true }
               select new Commitment(
                   metric.By, metric.Name, metric.Kind == MetricKind.Share ? percent : count, metric.Kind == MetricKind.Share, per, false)
               {
                   IsMost = isMost,
               },
        ],
    };

    private static CommitmentFigure Find(Scorecard card, string metric, Period per) =>
        card.Commitments.First(one => one.Promise.Metric == metric && one.Promise.Per == per);

    private static int Metric(Scorecard card, string metric, Period per) =>
        Assert.IsType<Figure.Count>(Find(card, metric, per).Now).N;

    private static (int S, int N) Share(Scorecard card, string metric, Period per) =>
        Assert.IsType<Figure.Share>(Find(card, metric, per).Now).Of is var share ? (share.S, share.N) : default;

    private static int Judged(Scorecard card) => card.Breaches.SelectMany(team => team.Cells).Sum(cell => cell.Broken.N);

    private static (int Good, int All, int Beside) Numbers(Scorecard card, Metric metric) =>
        Find(card, metric.Name, Period.Month).Now switch
        {
            Figure.Count one => (one.N, one.N, one.Undecided + one.Contested),
            Figure.Share one => (one.Of.S, one.Of.N, one.Undecided + one.Erased + one.Contested),
            _ => default,
        };
}
