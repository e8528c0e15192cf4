using Handoff.Figures;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Service.Figures;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>A month says in how many of its weeks a weekly promise was kept, on the scorecard and in the report.</summary>
public abstract class PastPeriodContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task A_month_tells_in_how_many_of_the_weeks_that_ended_in_it_a_promise_was_kept()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        // The first is accepted in time, and nobody takes the one of the second week.
        var lead = await company.QualifiedAsync("ada@one.example");
        var offer = (await company.TurnAsync(lead, new TakeTurn())).Offer!;
        await company.TurnAsync(lead, new AcceptOffer(offer.To[0], offer.Number));
        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(7));
        var late = await company.QualifiedAsync("ugo@two.example");
        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(8));
        await company.TurnAsync(late, new TakeTurn());
        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(14));
        await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);

        var card = await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, null, default);
        Assert.Equal(new PeriodsKept(1, 2), Find(card, "accepted_in_time").Past);
        Assert.Null(Find(card, "qualified_leads").Past);
        var made = (await company.Get<ProcessTurns>().ReadEventsAsync(ReportProcess.Stream, default)).OfType<ReportMade>().Last();
        Assert.Equal(
            ["2026-12 1/2", "2026-Q4 1/2"],
            made.Content.Past.Where(one => one.Promise.Metric == "accepted_in_time")
                .Select(one => $"{one.In} {one.Kept.Kept}/{one.Kept.Judged}"));
    }

    private static CommitmentFigure Find(Scorecard card, string metric) => card.Commitments.Single(one => one.Promise.Metric == metric);
}
