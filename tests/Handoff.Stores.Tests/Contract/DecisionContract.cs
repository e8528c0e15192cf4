using Handoff.Leads;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Reports tell what came of a decision, by the figures that were reported.</summary>
public abstract class DecisionContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [StoreFact]
    public async Task A_closed_decision_is_told_until_a_report_after_the_end_of_its_month_has_said_what_came_of_it()
    {
        await using var company = await OpenAsync();
        Clock.Reset(Instant.FromUtc(2026, 12, 1, 9, 0));
        await DecideAsync(company, "qualified_leads");
        await company.Get<MeetingProcess>().AskAsync(MeetingProcess.Stream, new CloseDecision(Sales(company), 1, IsDone: true), default);
        await QualifiedInJanuaryAsync(company);

        var told = await ReportsAsync(company, until: Instant.FromUtc(2027, 2, 20, 0, 0));

        // December had begun: January is the first month after it.
        Assert.All(told.Where(one => one.Due < Instant.FromUtc(2027, 2, 1, 0, 0)), one => Assert.Null(Assert.Single(one.Fates).After));
        Assert.Equal(1, Assert.Single(told.Single(one => one.Due > Instant.FromUtc(2027, 2, 1, 0, 0) && one.Fates.Length > 0).Fates).After);
    }

    [StoreFact]
    public async Task The_figure_before_a_decision_is_the_one_that_was_reported_and_not_what_became_of_it_since()
    {
        await using var company = await OpenAsync();
        var accepted = await company.QualifiedAsync("ada@one.example");
        var offer = (await company.TurnAsync(accepted, new TakeTurn())).Offer!;
        await company.TurnAsync(accepted, new AcceptOffer(offer.To[0], offer.Number));
        var open = await company.QualifiedAsync("ugo@two.example");
        Clock.Reset(company.Get<ScorecardReading>().PeriodNamed("2026-11")!.End + Duration.FromMinutes(1));
        await company.Get<FrozenFigures>().FreezeAsync(default);
        Clock.Reset(Instant.FromUtc(2026, 12, 1, 9, 0));
        offer = (await company.TurnAsync(open, new TakeTurn())).Offer!;
        await company.TurnAsync(open, new DeclineOffer(offer.To[0], offer.Number, "not_a_fit"));
        await DecideAsync(company, "acceptance_rate");

        var told = await ReportsAsync(company, until: Instant.FromUtc(2026, 12, 8, 0, 0));

        Assert.Equal(100, Assert.Single(Assert.Single(told).Fates).Before);
    }

    private async Task<CompanyOnStore> OpenAsync()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        return company;
    }

    private static async Task DecideAsync(CompanyOnStore company, string metric) => await company.Get<MeetingProcess>().AskAsync(
        MeetingProcess.Stream, new Decide(Sales(company), "Call sooner", Sales(company), new(2026, 12, 15), metric, null), default);

    private static PersonId Sales(CompanyOnStore company) => company.Get<CompanyInForce>().Agreement.SignedBySales;

    /// <summary>Somebody qualifies in January; the reports before are sent first.</summary>
    private async Task QualifiedInJanuaryAsync(CompanyOnStore company)
    {
        await RunReportsAsync(company, Instant.FromUtc(2027, 1, 20, 0, 0));
        Clock.Reset(Instant.FromUtc(2027, 1, 20, 9, 0));
        await company.QualifiedAsync("ada@one.example");
    }

    private async Task<List<(Instant Due, DecisionFate[] Fates)>> ReportsAsync(CompanyOnStore company, Instant until)
    {
        await RunReportsAsync(company, until);
        return [.. (await company.Get<ProcessTurns>().ReadEventsAsync(ReportProcess.Stream, default)).OfType<ReportMade>()
            .Select(made => (made.Due, made.Content.Decisions.ToArray()))];
    }

    private async Task RunReportsAsync(CompanyOnStore company, Instant until)
    {
        while ((await Store.Streams.FindAsync(ReportProcess.Stream, default))!.NextWakeUp is { } due && due < until)
        {
            Clock.Reset(due);
            await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);
        }
    }
}
