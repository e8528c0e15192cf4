using Handoff.Figures;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Figures;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Figures;

/// <summary>The figures for programs: the scorecard, and reports of figures that other tools measure.</summary>
public static class FigureEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/scorecard", ReadAsync).Describes(new("readScorecard", "Figures", "Reads the figures of a period")
        {
            Needs = ApiScopes.Read,
            Description = "version is the version of the shape. Shares are s of n with the interval from low to high; nothing is rounded.",
            Parameters =
            [
                new("period", InHeader: false, "Such as 2026-11, 2026-W48 or 2026-Q4; the month that goes on if not said."),
                new("format", InHeader: false, "json, if not said, or csv."),
            ],
            Answers =
            [
                OperationAnswer.Json<Scorecard>(200, "The scorecard."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(400, "period or format is none."),
            ],
        });
        app.MapPost("/api/metrics", RecordAsync).Describes(new("recordMetric", "Figures", "Takes a figure that another tool measures")
        {
            Needs = ApiScopes.Act,
            Description = "Of a commitment with reported: true. The same metric and instant again replaces the figure: it may be repeated.",
            Body = OperationBody.Json(
                "metric, value, and at if it is not of now.", new MetricReport("email_open_rate", 22.5m, "2026-11-24T09:00:00Z")),
            Answers =
            [
                OperationAnswer.Json(200, "Kept, now or before.", new MetricReceipt("email_open_rate", 22.5m, Examples.Received)),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(409, "The period is closed."),
                .. JsonObject.Refusals,
            ],
        });
    }

    /// <summary><c>GET /api/scorecard</c>: all leads, no rep's name.</summary>
    public static Task<IResult> ReadAsync(HttpContext http, ApiDoor door, ScorecardReading scorecards) =>
        door.KeptAsync(http, ApiScopes.Read, Acts.ReadScorecard, "", async () =>
        {
            var (name, format) = (http.Request.Query["period"].ToString(), http.Request.Query["format"].ToString());
            var period = name.Length == 0 ? null : scorecards.PeriodNamed(name);
            if (name.Length > 0 && period is null)
                return ProblemAnswer.Of(400, "Send ?period= with a week, a month or a quarter, such as 2026-W48, 2026-11 or 2026-Q4.");
            if (format is not ("" or "json" or "csv"))
                return ProblemAnswer.Of(400, "Send ?format=json or ?format=csv.");
            var card = await scorecards.ReadAsync(FigureSight.Everything, period, http.RequestAborted);
            return format == "csv"
                ? TypedResults.File(ScorecardCsv.Write(card), "text/csv; charset=utf-8", $"scorecard-{card.Period.Name}.csv")
                : new JsonAnswer<Scorecard>(200, card, FigureJson.Scorecard);
        });

    /// <summary><c>POST /api/metrics</c>.</summary>
    public static Task<IResult> RecordAsync(HttpContext http, ApiDoor door, ReportedMetrics metrics) =>
        door.KeptAsync(http, ApiScopes.Act, Acts.RecordMetric, "", async () =>
        {
            var (sent, unreadable) = await JsonObject.ReadAsync(http);
            if (sent is null)
                return unreadable!;
            var report = new MetricReport(sent.Text("metric"), sent.Number("value"), sent.Text("at"));
            return sent.Refusal ?? await metrics.RecordAsync(report, http.RequestAborted) switch
            {
                MetricAnswer.Kept kept =>
                    new JsonAnswer<MetricReceipt>(200, new(kept.Metric, kept.Value, kept.At), WebJson.Default.MetricReceipt),
                MetricAnswer.TooLate late => ProblemAnswer.Of(409, late.Message),
                MetricAnswer.Invalid invalid => new ProblemAnswer(
                    Problem.Unusable("Correct the field named in errors and send the figure again.", (invalid.Field, invalid.Message))),
                _ => throw new InvalidOperationException("Every answer to a figure has a status."),
            };
        });
}

/// <summary>What was kept of a figure that was sent in.</summary>
public sealed record MetricReceipt(string Metric, decimal Value, NodaTime.Instant At);
