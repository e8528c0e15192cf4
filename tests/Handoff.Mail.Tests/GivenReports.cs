using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Meetings;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>A report with something of all that it can tell, and a warning.</summary>
internal static class GivenReports
{
    public static WeeklyReportMail Report(Language language) => new(
        new()
        {
            Week = "2026-W47",
            From = new(2026, 11, 16),
            AsOf = Given.Start,
            Promises =
            [
                Promise(Side.Sales, "contacted_in_time", Standing.Missed), Promise(Side.Sales, "accepted_in_time", Standing.Kept),
                Promise(Side.Marketing, "qualified_leads", Standing.AtRisk) with
                {
                    Per = Handoff.Agreements.Period.Quarter,
                    Period = "2026-Q4",
                    IsPercent = false,
                    IsOver = false,
                },
                Promise(Side.Marketing, "won_amount", Standing.Kept) with { IsPercent = false, Currency = "EUR", Value = 12_345.5m },
            ],
            Returned = 3,
            Sharpest =
            [
                new("acceptance_rate", "campaign", "spring_fair", ShareFigure.Of(9, 30), ShareFigure.Of(90, 100), 0.001, 10, Side.Marketing)
                {
                    InARow = 3,
                },
            ],
            Decisions =
            [
                new(1, "Call within the hour", new("paolo"), new(2026, 12, 1), null, "contacted_in_time", 90, 81.8m, 88)
                {
                    IsPercent = true,
                },
                new(2, "Ask for the size", new("giulia"), new(2026, 11, 17), true, "qualified_leads", null, 80, null),
            ],
            Proposal = new("2027-01", ProposalStanding.Open, [new("paolo")], Given.Start + Duration.FromDays(20), null),
        },
        4, Given.Start, Given.Start + Duration.FromHours(3))
    {
        Reader = Given.Reader(language),
        Organisation = GivenLetters.Company,
        Now = Given.Start,
        ReasonOf = code => code,
        NameOf = who => who.Value,
        ListOf = one => $"{Given.Site}leads?figure={one.Question}",
        Links =
        [
            new("scorecard", $"{Given.Site}scorecard"), new("report", $"{Given.Site}reports/4"),
            new("sign", $"{Given.Site}agreement/sign"),
        ],
    };

    public static PaceMail Pace(Language language) => new(
        Side.Sales,
        [
            Promise(Side.Sales, "contacted_in_time", Standing.AtRisk) with { IsOver = false, Kept = 0.12 },
            Promise(Side.Sales, "feedback_in_time", Standing.Unreachable) with { IsOver = false, Value = null },
        ])
    {
        Reader = Given.Reader(language),
        Organisation = GivenLetters.Company,
        Now = Given.Start,
        Links = [new("scorecard", $"{Given.Site}scorecard")],
    };

    private static ReportedPromise Promise(Side side, string metric, Standing standing) => new()
    {
        By = side,
        Metric = metric,
        Per = Handoff.Agreements.Period.Week,
        Period = "2026-W47",
        IsMost = false,
        IsPercent = true,
        Target = 85,
        Value = 81.8m,
        Good = 9,
        Judged = 11,
        Before = 80,
        Standing = standing,
        IsOver = true,
    };
}
