using System.Globalization;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Qualification.Columns;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Importing;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Figures on every store: they count what the ledger says, whoever reads them and however often.</summary>
public abstract class FigureContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly (string, string) Spring = ("utm_campaign", "spring");

    [StoreFact]
    public async Task A_scorecard_counts_what_leads_have_done_and_sees_at_once_what_they_do()
    {
        await using var company = await OpenAsync();
        var first = await AskAsync(company, "ada@one.example", Spring);
        var second = await AskAsync(company, "ugo@two.example", Spring);
        await AskAsync(company, "eva@three.example");
        Assert.Equal((3, 0, 3), Acceptance(await ReadAsync(company)));

        Clock.AdvanceMinutes(3);
        await AcceptAsync(company, first);
        var offer = (await company.TurnAsync(second, new TakeTurn())).Offer!;
        await company.TurnAsync(second, new DeclineOffer(offer.To[0], offer.Number, "not_a_fit"));

        var card = await ReadAsync(company);
        Assert.Equal((3, 1, 2), Acceptance(card));
        var spring = card.Slices.Single(table => table.Dimension == "campaign").Slices.Single(slice => slice.Value == "spring");
        Assert.Equal((2, (1, 2), (1, 2)), (spring.Qualified, Numbers(spring.Accepted), Numbers(spring.ReturnedAsBad)));
        Assert.Equal(("not_a_fit", 1, 3), Assert.Single(card.Reasons) is var reason
            ? (reason.Code, reason.OfQualified.S, reason.OfQualified.N) : default);
        Assert.Equal((1, 1), Numbers(Assert.IsType<Figure.Share>(Find(card, "accepted_in_time").Now).Of));
    }

    [StoreFact]
    public async Task Figures_are_the_same_after_a_rebuild_and_an_erasure_and_in_a_process_that_starts_anew()
    {
        await using var company = await OpenAsync();
        var leads = new List<LeadId>();
        foreach (var number in Enumerable.Range(1, 12))
        {
            var lead = await AskAsync(company, $"ada@{number.ToString(CultureInfo.InvariantCulture)}.example", Spring);
            if (number % 3 > 0)
                await AcceptAsync(company, lead);
            if (number % 4 > 0 || number % 3 == 0)
                continue;
            await company.TurnAsync(lead, new RecordOutcome(Outcome.Won, 100m * number, "EUR", HasReason: false));
            leads.Add(lead);
            Clock.AdvanceMinutes(2);
        }

        var before = Text(await ReadAsync(company));
        await company.Get<LedgerRebuild>().RebuildAsync(default);
        Assert.Equal(before, Text(await ReadAsync(company)));

        await using (var again = await CompanyOnStore.OpenAsync(Store, Clock))
            Assert.Equal(before, Text(await ReadAsync(again)));

        foreach (var lead in leads)
            await company.Get<LeadErasure>().EraseAsync(lead.Value, default);
        Assert.Equal(before, Text(await ReadAsync(company)));
    }

    [StoreFact]
    public async Task Who_comes_again_too_soon_came_back_and_is_counted_again_after_30_days()
    {
        await using var company = await OpenAsync();
        var first = await AskAsync(company, "ada@one.example");
        await AcceptAsync(company, first);
        await company.TurnAsync(first, new RecordOutcome(Outcome.Lost, null, null, HasReason: false));
        Clock.AdvanceMinutes(60);
        var second = await AskAsync(company, "ada@one.example");
        await AcceptAsync(company, second);
        await company.TurnAsync(second, new RecordOutcome(Outcome.Lost, null, null, HasReason: false));

        var card = await ReadAsync(company);
        Assert.Equal((1, 1), (Assert.IsType<Figure.Count>(Find(card, "qualified_leads").Now).N, card.CameBack));
        Assert.Equal(2, Assert.IsType<Figure.Share>(Find(card, "accepted_in_time").Now).Of.N);

        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(31));
        await AskAsync(company, "ada@one.example");
        Assert.Equal(1, Assert.IsType<Figure.Count>(Find(await ReadAsync(company), "qualified_leads").Now).N);
    }

    [StoreFact]
    public async Task An_imported_lead_is_in_no_figure_unless_its_source_counts_imports()
    {
        await using var company = await OpenAsync();
        foreach (var counts in new[] { false, true })
        {
            var source = company.Get<CompanyInForce>().Find("website")! with { CountsImports = counts };
            var row = RowPost.Of(
                source, [new(0, "email", ColumnRole.Known, "email", "email"), new(1, "form", ColumnRole.Known, "form", "form")],
                new(2, [$"ada@{counts}.example", "demo"]));
            await new IntakeDoor(company.Get<LeadIntake>(), source).PostAsync(row, default);
        }

        Assert.Equal(1, Assert.IsType<Figure.Count>(Find(await ReadAsync(company), "qualified_leads").Now).N);
    }

    [StoreFact]
    public async Task What_was_reported_at_a_periods_end_stays_and_the_leads_that_changed_it_are_told()
    {
        await using var company = await OpenAsync();
        var late = await AskAsync(company, "ada@one.example");
        var frozen = company.Get<FrozenFigures>();
        var november = company.Get<ScorecardReading>().PeriodNamed("2026-11")!;
        var december = november.End + Duration.FromMinutes(1);
        Clock.Reset(december);
        Assert.True(await frozen.FreezeAsync(default) > 0);

        Clock.Reset(CompanyOnStore.MondayAtTen + Duration.FromDays(1));
        await AcceptAsync(company, late);
        Clock.AdvanceMinutes(20);
        Assert.Equal(1, await company.Get<FrozenFigures>().FreezeAsync(default));
        Assert.Equal(0, await company.Get<FrozenFigures>().FreezeAsync(default));

        var rate = (await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, november, default)).Commitments
            .Single(one => one.Promise.Metric == "acceptance_rate");
        Assert.Equal((0, 1), (Beside(rate.Now), Beside(rate.Frozen!.Figure)));
        Assert.Equal((Standing.Undecided, Standing.Kept), (rate.Frozen.Standing, rate.Standing));
        Assert.Equal(Standing.Kept, rate.Frozen.Judged!.Standing);
        var one = Assert.Single(await company.Get<FigureChanges>().ListAsync(
            FigureSight.Everything, Metrics.AcceptanceRate, november, default));
        Assert.Equal((late, Verdict.Undecided, Verdict.Good, "accepted"), (one.Lead, one.Was, one.Verdict, one.Step));
    }

    [StoreFact]
    public async Task A_promise_is_judged_once_at_the_latest_30_days_after_its_period_whatever_happens_later()
    {
        await using var company = await OpenAsync();
        await AcceptAsync(company, await AskAsync(company, "ada@one.example"));
        var undecided = await AskAsync(company, "ugo@two.example");
        var november = company.Get<ScorecardReading>().PeriodNamed("2026-11")!;
        Clock.Reset(november.End + Duration.FromMinutes(1));
        await company.Get<FrozenFigures>().FreezeAsync(default);
        Assert.Equal(Standing.Undecided, (await RateAsync()).Standing);

        Clock.Reset(november.End + Duration.FromDays(30));
        Assert.True(await company.Get<FrozenFigures>().FreezeAsync(default) > 0);
        Clock.Reset(november.End + Duration.FromDays(30) + Duration.FromHours(10));
        var offer = (await company.TurnAsync(undecided, new TakeTurn())).Offer!;
        await company.TurnAsync(undecided, new DeclineOffer(offer.To[0], offer.Number, "not_a_fit"));

        var rate = await RateAsync();
        Assert.Equal((1, 2), Numbers(Assert.IsType<Figure.Share>(rate.Now).Of));
        Assert.Equal((1, 1), Numbers(Assert.IsType<Figure.Share>(rate.Frozen!.Judged!.Figure).Of));
        Assert.Equal((Standing.Kept, Standing.Undecided), (rate.Standing, rate.Frozen.Standing));

        async Task<CommitmentFigure> RateAsync() =>
            (await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, november, default)).Commitments
                .Single(one => one.Promise.Metric == "acceptance_rate");
    }

    [StoreFact]
    public async Task A_contested_return_stands_apart_until_it_is_answered_and_both_steps_are_told_of_a_reported_figure()
    {
        await using var company = await OpenAsync();
        var lead = await AskAsync(company, "ada@one.example");
        var offer = (await company.TurnAsync(lead, new TakeTurn())).Offer!;
        await company.TurnAsync(lead, new DeclineOffer(offer.To[0], offer.Number, "not_a_fit"));
        var november = company.Get<ScorecardReading>().PeriodNamed("2026-11")!;
        Clock.Reset(november.End + Duration.FromMinutes(1));
        await company.Get<FrozenFigures>().FreezeAsync(default);

        Clock.Reset(november.End + Duration.FromHours(10));
        await company.TurnAsync(lead, new ContestReturn(new("giulia.ferri@acme.example")));
        var rate = await RateAsync();
        Assert.Equal((0, 1), (rate.Of.N, rate.Contested));
        Assert.Equal((Verdict.Bad, Verdict.Contested, "contested"), await ChangeAsync());

        Clock.AdvanceMinutes(1);
        await company.TurnAsync(
            lead, new AnswerContest(new("marta.villa@acme.example"), Overturns: true, new("again")));
        Assert.Equal((0, 0), ((await RateAsync()).Of.N, (await RateAsync()).Contested));
        Assert.Equal((Verdict.Bad, Verdict.Outside, "contest_overturned"), await ChangeAsync());

        async Task<Figure.Share> RateAsync() => Assert.IsType<Figure.Share>(
            (await company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, november, default)).Commitments
                .Single(one => one.Promise.Metric == "acceptance_rate").Now);

        async Task<(Verdict, Verdict, string)> ChangeAsync() => Assert.Single(await company.Get<FigureChanges>().ListAsync(
            FigureSight.Everything, Metrics.AcceptanceRate, november, default)) is var one ? (one.Was, one.Verdict, one.Step) : default;
    }

    [StoreFact]
    public async Task A_figure_of_another_tool_is_kept_once_until_five_working_days_after_the_period()
    {
        await using var company = await OpenAsync();
        var metrics = company.Get<ReportedMetrics>();
        var report = new MetricReport("email_open_rate", 22.5m, "2026-11-30T08:00:00Z");
        Assert.IsType<MetricAnswer.Kept>(await metrics.RecordAsync(report with { At = "2026-11-03T08:00:00Z", Value = 19m }, default));
        Assert.IsType<MetricAnswer.Kept>(await metrics.RecordAsync(report, default));
        Assert.IsType<MetricAnswer.Kept>(await metrics.RecordAsync(report, default));

        Assert.Equal(new Figure.Reported(22.5m, 2), Find(await ReadAsync(company), "email_open_rate").Now);
        Assert.IsType<MetricAnswer.Invalid>(await metrics.RecordAsync(report with { Metric = "qualified_leads" }, default));
        Assert.IsType<MetricAnswer.Invalid>(await metrics.RecordAsync(report with { Value = 101m }, default));
        Assert.IsType<MetricAnswer.Invalid>(await metrics.RecordAsync(report with { At = "2026-12-24T08:00:00Z" }, default));

        // One of the teams works on Saturdays: Tuesday the 1st to Saturday the 5th.
        Clock.Reset(Instant.FromUtc(2026, 12, 5, 22, 59));
        Assert.IsType<MetricAnswer.Kept>(await metrics.RecordAsync(report with { Value = 23m }, default));
        Clock.Reset(Instant.FromUtc(2026, 12, 5, 23, 0));
        Assert.IsType<MetricAnswer.TooLate>(await metrics.RecordAsync(report with { Value = 24m }, default));
    }

    private async Task<CompanyOnStore> OpenAsync()
    {
        Clock.Reset(CompanyOnStore.MondayAtTen);
        return await CompanyOnStore.OpenAsync(Store, Clock);
    }

    private static async Task<LeadId> AskAsync(CompanyOnStore company, string email, params (string, string)[] more) =>
        Assert.IsType<IntakeAnswer.Stored>(await company.PostAsync(email, null, null, more)).Id;

    private static async Task AcceptAsync(CompanyOnStore company, LeadId lead)
    {
        var offer = (await company.TurnAsync(lead, new TakeTurn())).Offer!;
        await company.TurnAsync(lead, new AcceptOffer(offer.To[0], offer.Number));
    }

    private static Task<Scorecard> ReadAsync(CompanyOnStore company) =>
        company.Get<ScorecardReading>().ReadAsync(FigureSight.Everything, null, default);

    private static CommitmentFigure Find(Scorecard card, string metric) => card.Commitments.Single(one => one.Promise.Metric == metric);

    private static (int Qualified, int Accepted, int Decided) Acceptance(Scorecard card)
    {
        var share = Assert.IsType<Figure.Share>(Find(card, "acceptance_rate").Now);
        var qualified = Assert.IsType<Figure.Count>(Find(card, "qualified_leads").Now).N;
        return (qualified, share.Of.S, share.Of.N == 0 ? share.Undecided : share.Of.N);
    }

    private static int Beside(Figure figure) => Assert.IsType<Figure.Share>(figure).Undecided;

    private static (int S, int N) Numbers(ShareFigure share) => (share.S, share.N);

    /// <summary>The scorecard but for its instant.</summary>
    private static string Text(Scorecard card) =>
        System.Text.Json.JsonSerializer.Serialize(card with { AsOf = NodaConstants.UnixEpoch }, FigureJson.Scorecard);
}
