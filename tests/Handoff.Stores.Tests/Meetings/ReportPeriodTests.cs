using Handoff.Agreements.Signing;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Meetings;
using Handoff.Service.Processes;
using Handoff.Service.Running;
using Handoff.Service.Signing;
using Handoff.Stores.Tests.Contract;
using Handoff.Stores.Tests.Sqlite;
using NodaTime;

namespace Handoff.Stores.Tests.Meetings;

/// <summary>Of which periods a report tells, and of what was proposed, as the product makes it on its store.</summary>
public sealed class ReportPeriodTests() : StoreContract(new SqliteFixture())
{
    private const string Quarterly = "    - { metric: accepted_leads, at_least: 300, per: quarter }";

    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    [Theory]
    // A Monday within a month and a quarter.
    [InlineData("MON", "2026-11-16", "2026-11-23", "2026-W47", "", "2026-11", "2026-Q4")]
    // The last of a month: the month still goes on.
    [InlineData("MON", "2026-11-23", "2026-11-30", "2026-W48", "", "2026-11", "2026-Q4")]
    // The first report after a month.
    [InlineData("MON", "2026-11-30", "2026-12-07", "2026-W49", "2026-11", "2026-12", "2026-Q4")]
    // The first of a month, of a month and a quarter, and the first day of a year, which is moved for it is a holiday.
    [InlineData("SUN", "2026-11-24", "2026-11-30", "2026-W48", "", "2026-11", "2026-Q4")]
    [InlineData("TUE", "2026-11-24", "2026-12-01", "2026-W48", "2026-11", "2026-12", "2026-Q4")]
    [InlineData("THU", "2027-03-25", "2027-04-01", "2027-W12", "2027-03 2027-Q1", "2027-04", "2027-Q2")]
    [InlineData("FRI", "2026-12-29", "2027-01-04", "2026-W53", "2026-12 2026-Q4", "2027-01", "2027-Q1")]
    // The first week of a year: the one before belongs to the year that has ended.
    [InlineData("MON", "2026-12-28", "2027-01-04", "2026-W53", "2026-12 2026-Q4", "2027-01", "2027-Q1")]
    [InlineData("MON", "2027-01-04", "2027-01-11", "2027-W01", "", "2027-01", "2027-Q1")]
    public async Task It_tells_of_the_last_week_of_what_has_ended_since_the_last_report_and_of_what_goes_on(
        string day, string before, string on, string week, string ended, string month, string quarter)
    {
        Clock.Reset(At(before) + Duration.FromHours(2));
        await using var company = await OpenAsync(day);
        await company.Get<FilesFollowing>().LookAsync(default);

        var made = await ReportAsync(company);

        Assert.Equal(At(on), made.Due);
        Assert.Equal((week, week), (made.Content.Week, FigurePeriod.Of(
            Handoff.Agreements.Period.Week, made.Content.From, Rome, 1).Name));
        Assert.Equal(
            new[] { week }.Concat(ended.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal),
            made.Content.Promises.Where(one => one.IsOver).Select(one => one.Period).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(made.Content.Promises, one => (one.Metric, one.Period, one.IsOver) == ("qualified_leads", month, false));
        Assert.Contains(made.Content.Promises, one => (one.Metric, one.Period, one.IsOver) == ("accepted_leads", quarter, false));
    }

    [Fact]
    public async Task Of_a_first_period_that_began_before_the_agreement_a_part_is_owed()
    {
        Clock.Reset(At("2026-11-25"));
        await using var company = await OpenAsync("MON");
        await company.Get<FilesFollowing>().LookAsync(default);

        var first = await ReportAsync(company);
        var second = await ReportAsync(company);

        // From Wednesday the 25th on, of the 25 days on which somebody sells in November.
        var november = first.Content.Promises.Single(one => (one.Metric, one.Period) == ("qualified_leads", "2026-11"));
        Assert.InRange(november.Target, 20, 24);
        Assert.Equal(
            november.Target, second.Content.Promises.Single(one => (one.Metric, one.Period) == ("qualified_leads", "2026-11")).Target);
        Assert.Equal(120, second.Content.Promises.Single(one => (one.Metric, one.Period) == ("qualified_leads", "2026-12")).Target);
    }

    [Fact]
    public async Task Of_reports_that_were_missed_the_latest_tells_how_each_month_ended_since()
    {
        Clock.Reset(At("2026-10-12"));
        await using var company = await OpenAsync("MON");
        await company.Get<FilesFollowing>().LookAsync(default);
        await ReportAsync(company);

        Clock.Reset(At("2026-11-18"));
        await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);

        var late = (await MadeAsync(company))[^1];
        Assert.Equal((At("2026-11-16"), "2026-W46"), (late.Due, late.Content.Week));
        Assert.Equal(
            ["2026-10", "2026-W46"],
            late.Content.Promises.Where(one => one.IsOver).Select(one => one.Period).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_says_what_is_proposed_and_whose_signature_is_missing()
    {
        Clock.Reset(At("2026-11-20"));
        await using var company = await OpenAsync("MON", version: "2026-12", signing: true);
        await company.Get<FilesFollowing>().LookAsync(default);
        var agreement = company.Get<CompanyInForce>().Agreement;
        await company.PutInForceAsync(null, text => Text(text, "MON", "2027-01", signing: true));
        await company.Get<Proposals>().FollowFilesAsync(default);

        var open = (await ReportAsync(company)).Content.Proposal!;
        Assert.Equal(("2027-01", ProposalStanding.Open), (open.Version, open.Standing));
        Assert.Equal([agreement.SignedByMarketing, agreement.SignedBySales], open.Missing.AsEnumerable());

        var content = (await company.Get<ProposalBook>().FindCurrentAsync(default))!.Content;
        await company.Get<Proposals>().SignAsync(agreement.SignedBySales, content, default);
        Assert.Equal(agreement.SignedByMarketing, Assert.Single((await ReportAsync(company)).Content.Proposal!.Missing));

        await company.Get<Proposals>().SignAsync(agreement.SignedByMarketing, content, default);
        Clock.Advance(Duration.FromDays(1));
        await company.Get<StreamWork>().RunAsync(ProposalBook.StreamOf(content), null, default);
        Assert.Null((await ReportAsync(company)).Content.Proposal);
    }

    private Task<CompanyOnStore> OpenAsync(string day, string version = "2026-12", bool signing = false) =>
        CompanyOnStore.OpenAsync(Store, Clock, agreement: text => Text(text, day, version, signing));

    private static string Text(string text, string day, string version, bool signing) => text
        .Replace("agreement: 2026-11", $"agreement: {version}{(signing ? "\nsigning: required" : "")}", StringComparison.Ordinal)
        .Replace("30 8 * * MON", $"30 8 * * {day}", StringComparison.Ordinal)
        .Replace("  sales:\n    - {", $"{Quarterly}\n  sales:\n    - {{", StringComparison.Ordinal);

    /// <summary>The next report, made when it is due.</summary>
    private async Task<ReportMade> ReportAsync(CompanyOnStore company)
    {
        Clock.Reset((await Store.Streams.FindAsync(ReportProcess.Stream, default))!.NextWakeUp!.Value);
        await company.Get<StreamWork>().RunAsync(ReportProcess.Stream, null, default);
        return (await MadeAsync(company))[^1];
    }

    private static async Task<List<ReportMade>> MadeAsync(CompanyOnStore company) =>
        [.. (await company.Get<ProcessTurns>().ReadEventsAsync(ReportProcess.Stream, default)).OfType<ReportMade>()];

    /// <summary>Half past eight of a day in Rome.</summary>
    private static Instant At(string day) => LocalDateTime.FromDateTime(DateTime.Parse(
        $"{day}T08:30", System.Globalization.CultureInfo.InvariantCulture)).InZoneStrictly(Rome).ToInstant();
}
