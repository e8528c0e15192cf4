using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>When clocks were broken: shares of the time that the team was open, in its zone.</summary>
public sealed class BreachHourTests
{
    private static readonly Company Company = new();

    // Monday, 2 November 2026, 10:30 in Rome.
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 2, 9, 30);

    private static readonly FigurePeriod November = FigurePeriod.Named("2026-11", DateTimeZoneProviders.Tzdb["Europe/Rome"], 1)!;

    [Fact]
    public void A_lead_counts_once_in_an_hour_of_the_week_and_its_list_is_as_long_as_the_number()
    {
        ImmutableArray<LeadFact> leads =
        [
            Lead(accept: Monday, contact: Monday + Duration.FromMinutes(20)),
            Lead(accept: Monday, contact: Monday + Duration.FromDays(7)),
            Lead(accept: Monday + Duration.FromDays(1), contact: null),
        ];

        var italy = Assert.Single(Read(leads));

        var cell = italy.Cells.Single(one => one is { Weekday: 1, Hour: 10 });
        Assert.Equal(("italy", "Europe/Rome", 2), (italy.Team, italy.Zone, cell.Broken.S));
        var list = new FigureLeads("broken.1.10", November, null, FigureLeads.RuleOf("broken.1.10", November, Company.Staff)!);
        Assert.Equal(2, leads.Count(lead => list.Has(lead)));
    }

    [Fact]
    public void Breaches_are_told_for_each_hour_that_the_team_was_open_until_now()
    {
        var cells = Assert.Single(Read([Lead(Monday, null), Lead(Monday + Duration.FromDays(7), null)])).Cells;

        // Five Mondays, of which three had passed by the 17th.
        var ten = cells.Single(one => one is { Weekday: 1, Hour: 10 });
        Assert.Equal((180, 2 / 3.0), (ten.OpenMinutes, ten.PerOpenHour));
        Assert.DoesNotContain(cells, one => one.Weekday == 7);
    }

    [Fact]
    public void A_breach_while_the_team_is_closed_is_told_as_such()
    {
        var cells = Assert.Single(Read([Lead(Instant.FromUtc(2026, 11, 8, 12, 30), null)])).Cells;

        var sunday = cells.Single(one => one.Weekday == 7);
        Assert.Equal((1, 0, null), (sunday.Broken.S, sunday.OpenMinutes, sunday.PerOpenHour));
    }

    private static ImmutableArray<TeamBreaches> Read(ImmutableArray<LeadFact> leads)
    {
        var fold = new ScorecardFold(new()
        {
            Now = Instant.FromUtc(2026, 11, 17, 12, 0),
            Period = November,
            Promises = [],
            Dimensions = [],
            Staff = Company.Staff,
            Pace = ScorecardQuestion.PaceOf(Company.Agreement, Company.Staff),
        });
        foreach (var lead in leads)
            fold.Add(lead);
        return fold.Build().Breaches;
    }

    private static LeadFact Lead(Instant accept, Instant? contact) => new()
    {
        Traits = new()
        {
            Source = "website",
            Team = "italy",
            Tier = "hot",
            Agreement = "2026-11",
            Country = "IT",
            Dimensions = ImmutableSortedDictionary<string, string>.Empty,
        },
        Status = LeadStatus.Contacted,
        QualifiedAt = Minute.Of(accept - Duration.FromMinutes(5)),
        Accept = Broken(accept),
        FirstContact = contact is { } due ? Broken(due) : default,
    };

    private static ClockFact Broken(Instant due) => new(ClockState.Breached, Minute.Of(due), isMet: true, ran: 9);
}
