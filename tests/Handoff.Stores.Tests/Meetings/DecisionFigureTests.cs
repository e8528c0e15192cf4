using System.Globalization;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Stores.Tests.Contract;
using Handoff.Stores.Tests.Sqlite;
using NodaTime;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>What the next reports say of a decision: its figure before, and after it when enough leads can tell.</summary>
public sealed class DecisionFigureTests() : StoreContract(new SqliteFixture())
{
    private static readonly Instant WeekBefore = CompanyOnStore.MondayAtTen - Duration.FromDays(7);

    private int _leads;

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, 90)]
    public async Task The_report_after_a_whole_week_tells_the_figure_before_and_after_or_that_it_is_too_early(int leads, int? after)
    {
        Clock.Reset(WeekBefore);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        await WeekAsync(company, WeekBefore, inTime: 3, late: 1);

        var first = await ReportAsync(company, WeekBefore + Duration.FromDays(7));
        await DecideAsync(company, "accepted_in_time");
        // It was decided on the Monday: that week began before, and cannot tell.
        await WeekAsync(company, WeekBefore + Duration.FromDays(8), inTime: 20, late: 0);
        var second = await ReportAsync(company, WeekBefore + Duration.FromDays(14));
        await WeekAsync(company, WeekBefore + Duration.FromDays(16), inTime: leads - 2, late: 2);
        var third = await ReportAsync(company, WeekBefore + Duration.FromDays(21));

        Assert.Empty(first.Content.Decisions);
        Assert.Equal((75m, (decimal?)null), Told(second));
        Assert.Equal((75m, (decimal?)after), Told(third));
        var told = third.Content.Decisions[0];
        Assert.Equal(("accepted_in_time", 95.5m, true, null), (told.Metric, told.Expected, told.IsPercent, told.IsDone));
    }

    [Fact]
    public async Task One_that_names_no_figure_is_told_without_and_one_that_is_closed_for_four_weeks()
    {
        Clock.Reset(WeekBefore);
        await using var company = await CompanyOnStore.OpenAsync(Store, Clock);
        await company.Get<FilesFollowing>().LookAsync(default);
        await DecideAsync(company, metric: null);
        await DecideAsync(company, "accepted_in_time");
        var viewer = ViewerOf(company);
        await company.Get<MeetingReading>().CloseAsync(viewer, 2, isDone: true, default);

        var first = await ReportAsync(company, WeekBefore + Duration.FromDays(7));
        var fourth = await ReportAsync(company, WeekBefore + Duration.FromDays(28));
        var fifth = await ReportAsync(company, WeekBefore + Duration.FromDays(35));

        Assert.Equal(
            [(1, null, null), (2, true, "accepted_in_time")],
            first.Content.Decisions.Select(one => (one.Number, one.IsDone, one.Metric)));
        Assert.Equal([1, 2], fourth.Content.Decisions.Select(one => one.Number));
        Assert.Equal([1], fifth.Content.Decisions.Select(one => one.Number));
    }

    private static (decimal? Before, decimal? After) Told(ReportMade made) =>
        made.Content.Decisions is [var one] ? (one.Before, one.After) : throw new InvalidOperationException("One was decided.");

    private static async Task DecideAsync(CompanyOnStore company, string? metric)
    {
        var viewer = ViewerOf(company);
        var form = new DecisionForm("Somebody at the desk", viewer.Person!.Id.Value, "2026-12-31", metric, metric is null ? null : "95,5");
        Assert.IsType<MeetingAnswer.Done>(await company.Get<MeetingReading>().DecideAsync(viewer, form, default));
    }

    private static Viewer ViewerOf(CompanyOnStore company)
    {
        var inForce = company.Get<CompanyInForce>();
        var head = inForce.Staff.Find(inForce.Agreement.SignedBySales)!;
        return new(head, Sight.Everything, Language.En, inForce.Agreement.TimeZone);
    }

    /// <summary>Leads of a day, each accepted in time or too late.</summary>
    private async Task WeekAsync(CompanyOnStore company, Instant at, int inTime, int late)
    {
        Clock.Reset(at);
        var asked = new List<LeadId>();
        for (var number = 0; number < inTime + late; number++)
        {
            var email = $"ada@{(++_leads).ToString(CultureInfo.InvariantCulture)}.example";
            asked.Add(Assert.IsType<IntakeAnswer.Stored>(await company.AskAsync(email)).Id);
        }

        Clock.AdvanceMinutes(3);
        foreach (var lead in asked.Take(inTime))
            await AcceptAsync(company, lead);
        Clock.AdvanceMinutes(30);
        foreach (var lead in asked.Skip(inTime))
            await AcceptAsync(company, lead);
    }

    private static async Task AcceptAsync(CompanyOnStore company, LeadId lead)
    {
        var known = await company.TurnAsync(lead, new TakeTurn());
        await company.TurnAsync(
            lead, new TakeLead(company.Get<CompanyInForce>().Staff.Team(known.Known.Team)!.Manager));
    }

    /// <summary>The report that is due then.</summary>
    private async Task<ReportMade> ReportAsync(CompanyOnStore company, Instant at)
    {
        Clock.Reset(at);
        await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);
        return (await company.Get<ProcessTurns>().ReadEventsAsync(ReportProcess.Stream, default)).OfType<ReportMade>().Last();
    }
}
