using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Mail;
using Handoff.Service.Meetings;

namespace Handoff.Mail.Tests;

/// <summary>The weekly report is read in a minute.</summary>
public sealed class ReportMailTests
{
    [Theory]
    [InlineData("en", "marketing kept its promise, sales kept 1 of 2 promises; at risk: marketing 1",
        "Missed by sales: share contacted in time 81.8 % (at least 85 %).", "At risk, of marketing: qualified leads 21 (at least 120).")]
    [InlineData("it", "marketing: promessa mantenuta, vendite: promesse mantenute 1 su 2; a rischio: marketing 1",
        "Mancate dalle vendite: quota di contattati in tempo 81,8 % (almeno 85 %).",
        "A rischio, del marketing: lead qualificati 21 (almeno 120).")]
    [InlineData("de", "Marketing hielt seine Zusage, Vertrieb hielt 1 von 2 Zusagen; gefährdet: Marketing 1",
        "Vom Vertrieb verfehlt: ", "Beim Marketing gefährdet: ")]
    public async Task It_says_first_who_kept_what(string language, string line, string missed, string danger)
    {
        var mail = await RenderAsync((Language)language, Kept, Missed, Done, Danger);

        Assert.Contains(line, mail.Subject, StringComparison.Ordinal);
        var text = mail.Text.Replace('\u00a0', ' ');
        Assert.InRange(text.IndexOf(missed, StringComparison.Ordinal), 0, text.IndexOf(danger, StringComparison.Ordinal));
        Assert.InRange(text.IndexOf(danger, StringComparison.Ordinal), 0, text.IndexOf("https:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "sales missed its promise")]
    [InlineData("it", "vendite: promessa mancata")]
    [InlineData("de", "Vertrieb verfehlte seine Zusage")]
    public async Task Of_a_single_promise_it_is_said_without_counting(string language, string line) =>
        Assert.Contains(line, (await RenderAsync((Language)language, Missed)).Subject, StringComparison.Ordinal);

    [Fact]
    public async Task Of_a_week_in_which_nothing_was_due_it_says_so()
    {
        var mail = await RenderAsync(Language.En, Danger with { Standing = Standing.Early });

        Assert.Contains(": no promise was due (week to Sunday 22 November)", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_what_stands_out_was_told_already_it_does_not_say_that_nothing_does()
    {
        var one = new Disagreement(
            "acceptance_rate", "campaign", "fair", ShareFigure.Of(9, 30), ShareFigure.Of(90, 100), 0.001, 10, Side.Marketing);

        var quiet = await RenderAsync(Language.En, content => content);
        var smaller = await RenderAsync(Language.En, content => content with { StoodOut = [one] });

        Assert.Contains("Nothing stands out this week.", quiet.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing stands out more than the last report told.", smaller.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    public async Task It_says_that_the_system_did_not_run_only_where_it_was_made_late(int hours, bool isLate)
    {
        var mail = await RenderAsync(Language.En, content => content, Given.Start + NodaTime.Duration.FromHours(hours));

        Assert.Equal(isLate, mail.Text.Contains("comes late", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Share contacted in time: before 81.8 %, after 88 %; expected 90 %",
        "Qualified leads: before 80, too early to say what came of it", "open; paolo, by Tuesday 1 December")]
    [InlineData("it", "Quota di contattati in tempo: prima 81,8 %, dopo 88 %; atteso 90 %",
        "Lead qualificati: prima 80, troppo presto per dire l'effetto", "aperta; paolo, entro martedì 1º dicembre")]
    public async Task Of_a_decision_it_says_whose_it_is_and_its_figure_before_and_after_or_that_it_is_too_early(
        string language, params string[] says)
    {
        var text = (await Mails.RenderAsync(GivenLetters.Of("report", (Language)language))).Text;

        Assert.All(says, one => Assert.Contains(one, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "2027-01", "paolo")]
    [InlineData("it", "2027-01", "paolo")]
    [InlineData("de", "2027-01", "paolo")]
    public async Task It_says_what_is_proposed_who_has_yet_to_sign_it_and_where(string language, string version, string missing)
    {
        var text = (await Mails.RenderAsync(GivenLetters.Of("report", (Language)language))).Text;

        var line = Assert.Single(text.Split('\n'), line => line.Contains(version, StringComparison.Ordinal));
        Assert.Contains(missing, line, StringComparison.Ordinal);
        Assert.Contains($"{Given.Site}agreement/sign", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Nobody was invited to the meeting of Tuesday 24 November: the system did not run.")]
    [InlineData(14, "Nobody was invited to the meetings of Tuesday 24 November to Tuesday 8 December: the system did not run.")]
    public async Task It_names_the_meetings_to_which_nobody_was_invited(int days, string says)
    {
        var last = Given.Start + NodaTime.Duration.FromDays(days);
        var mail = await RenderAsync(Language.En, content => content with { MissedMeeting = new(1, Given.Start, last) });

        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_with_weekly_promises_alone_reads_how_they_stand_in_the_month_to_date()
    {
        var mail = await RenderAsync(Language.En, content => content with
        {
            Promises = [Kept],
            Past = [new(Kept, "2026-11", false, new(2, 3))],
        });

        Assert.Contains(": November 2026 to date", mail.Text, StringComparison.Ordinal);
        Assert.Contains("weeks kept 2 of 3.", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Of_a_month_in_which_a_week_was_missed_it_does_not_say_that_nothing_is(int kept, bool isSaid)
    {
        var ofMonth = Kept with { Per = Handoff.Agreements.Period.Month, Period = "2026-11", IsOver = false };
        var mail = await RenderAsync(Language.En, content => content with
        {
            Promises = [ofMonth],
            Past = [new(Kept, "2026-11", false, new(kept, 3))],
        });

        Assert.Equal(isSaid, mail.Text.Contains("Nothing is missed or at risk.", StringComparison.Ordinal));
    }

    private static ReportedPromise Kept { get; } = Promise(Side.Sales, "accepted_in_time", 90, 91.3m, Standing.Kept);

    private static ReportedPromise Missed { get; } = Promise(Side.Sales, "contacted_in_time", 85, 81.8m, Standing.Missed);

    private static ReportedPromise Done { get; } = Promise(Side.Marketing, "acceptance_rate", 80, 92, Standing.Kept) with
    {
        Per = Handoff.Agreements.Period.Month,
        Period = "2026-10",
    };

    private static ReportedPromise Danger { get; } = Promise(Side.Marketing, "qualified_leads", 120, 21, Standing.AtRisk) with
    {
        Per = Handoff.Agreements.Period.Month,
        Period = "2026-11",
        IsPercent = false,
        IsOver = false,
    };

    private static ReportedPromise Promise(Side side, string metric, decimal target, decimal value, Standing standing) => new()
    {
        By = side,
        Metric = metric,
        Per = Handoff.Agreements.Period.Week,
        Period = "2026-W47",
        IsMost = false,
        IsPercent = true,
        Target = target,
        Value = value,
        Standing = standing,
        IsOver = true,
    };

    private static Task<RenderedMail> RenderAsync(Language language, params ReportedPromise[] promises) =>
        RenderAsync(language, content => content with { Promises = [.. promises] });

    private static Task<RenderedMail> RenderAsync(
        Language language, Func<ReportContent, ReportContent> change, NodaTime.Instant? madeAt = null) => Mails.RenderAsync(
        new WeeklyReportMail(
            change(new()
            {
                Week = "2026-W47",
                From = new(2026, 11, 16),
                AsOf = Given.Start,
                Promises = [],
                Returned = 0,
            }),
            1, Given.Start, madeAt ?? Given.Start)
        {
            Reader = Given.Reader(language),
            Organisation = "Acme S.p.A.",
            Now = Given.Start,
            ReasonOf = code => code,
            NameOf = who => who.Value,
            ListOf = _ => Given.Site,
            Links = [new("scorecard", $"{Given.Site}scorecard?period=2026-W47"), new("report", $"{Given.Site}reports/1")],
        });
}
