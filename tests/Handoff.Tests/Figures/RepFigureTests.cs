using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Figures;

/// <summary>A rep's own figures, and who sees them.</summary>
public sealed class RepFigureTests
{
    private static readonly Company Company = new();

    private static readonly PersonId Anna = Company.Staff.Team("italy")!.Reps[0].Id, Bruno = Company.Staff.Team("italy")!.Reps[1].Id;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 15, 12, 0);

    [Fact]
    public void A_kept_promise_is_of_who_has_the_lead_and_a_broken_one_of_who_held_it_most()
    {
        var reps = Read([Lead(Anna, ClockState.Met, null), Lead(Anna, ClockState.Breached, Bruno), Lead(Anna, ClockState.Breached, null)]);

        Assert.Equal(
            [(Anna.Value, 1, 1, 3, 3), (Bruno.Value, 0, 1, 0, 3)],
            reps.OrderByDescending(rep => rep.OfTeam.S)
                .Select(rep => (rep.Rep, rep.AcceptedInTime.S, rep.AcceptedInTime.N, rep.OfTeam.S, rep.OfTeam.N)));
    }

    [Fact]
    public void A_rep_sees_the_own_figures_and_others_only_where_the_agreement_says_so()
    {
        var figures = Read([Lead(Anna, ClockState.Met, null)]).Single();
        var manager = Company.Staff.Team("italy")!.Manager;
        var named = Company.Agreement with { Figures = Company.Agreement.Figures with { NamesPeople = true } };

        Assert.True(FigureSight.Of(Anna, Company.Staff, Company.Agreement).Names(figures));
        Assert.All(
            new[] { Bruno, manager, Company.Agreement.SignedBySales },
            who => Assert.False(FigureSight.Of(who, Company.Staff, Company.Agreement).Names(figures)));
        Assert.False(FigureSight.Of(Bruno, Company.Staff, named).Names(figures));
        Assert.All(
            new[] { manager, named.SignedBySales },
            who => Assert.True(FigureSight.Of(who, Company.Staff, named).Names(figures)));
        Assert.False(FigureSight.Everything.Names(figures));
    }

    private static ImmutableArray<RepFigures> Read(ImmutableArray<LeadFact> leads)
    {
        var fold = new ScorecardFold(new()
        {
            Now = Now,
            Period = FigurePeriod.At(Handoff.Agreements.Period.Month, Now, DateTimeZone.Utc, 1),
            Promises = [],
            Dimensions = [],
            Staff = Company.Staff,
            Pace = ScorecardQuestion.PaceOf(Company.Agreement, Company.Staff),
        });
        foreach (var lead in leads)
            fold.Add(lead);
        return fold.Build().Reps;
    }

    private static LeadFact Lead(PersonId holder, ClockState accept, PersonId? charged) => new()
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
        Status = LeadStatus.Accepted,
        QualifiedAt = Minute.Of(Now - Duration.FromDays(2)),
        AcceptedAt = Minute.Of(Now - Duration.FromDays(2)).Plus(9),
        Holder = holder,
        Accept = new(accept, Minute.Of(Now - Duration.FromDays(2)).Plus(5), isMet: true, ran: 9),
        Charged = charged is { } who ? new(who, PersonId.Nobody, PersonId.Nobody) : null,
    };
}
