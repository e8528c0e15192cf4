using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Handoff.Leads;
using Handoff.Service.Board;
using Handoff.Service.Importing;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Lists;

/// <summary>
/// Writes a list of leads as CSV, as it is read: always commas, dots and ISO dates, so that every spreadsheet and program reads the same.
/// </summary>
/// <param name="leads">The leads.</param>
/// <param name="dimensions">The dimensions that have columns, which their ids name: programs read them, whoever takes the file.</param>
internal sealed class LeadListCsv(IAsyncEnumerable<ListedLead> leads, ImmutableArray<string> dimensions) : IResult, IStatusCodeHttpResult
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=leads.csv";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        await using var writer = new StreamWriter(response.Body, WithMark, leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(
            ',',
            [
                "id", "received_at", "status", "name", "company", "source", "team", "tier", "score", "completeness", "country", "owner",
                "qualified_at", "accepted_at", "contacted_at", "sales_qualified_at", "ended_at", "reason_code", "reason", "outcome",
                "outcome_at", "amount", "currency", .. dimensions.Select(name => $"dimension_{name}"),
            ]));
        await foreach (var one in leads)
            await writer.WriteAsync(CsvLine.Of(',', Cells(one)));
    }

    private IEnumerable<string> Cells(ListedLead one)
    {
        var (lead, steps) = (one.Lead, one.Lead.Milestones);
        return
        [
            lead.Id.Value, At(lead.ReceivedAt), lead.Status.Word(), one.Title.Name, one.Title.Company, lead.Source, lead.Team, lead.Tier,
            Number(lead.Score), Number(lead.Completeness), lead.Country ?? "", one.OwnerName, At(steps.QualifiedAt), At(lead.AcceptedAt),
            At(steps.ContactedAt), At(steps.FeedbackAt), At(steps.Ending?.At), steps.Ending?.Reason ?? "", one.Reason,
            lead.Outcome is { } outcome ? Word(outcome) : "", At(steps.OutcomeAt),
            steps.Amount?.ToString(CultureInfo.InvariantCulture) ?? "", steps.Currency ?? "",
            .. dimensions.Select(name => lead.Dimensions.GetValueOrDefault(name) ?? ""),
        ];
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Qualified => "qualified",
        Outcome.Won => "won",
        Outcome.Lost => "lost",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome has a word."),
    };

    private static string At(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
