using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Web.Access;
using Handoff.Web.Api;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Administration;

/// <summary>What an administrator's program does with one lead: read it, erase it, say what became of it (design section 8).</summary>
public static class LeadEndpoints
{
    private const int LongestId = 100;
    private const string Contact = "contact";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/leads/{id}", FindAsync).Describes(new("findLead", "Leads", "Reads the life of a lead")
        {
            Needs = ApiScopes.Read,
            PathParameter = "The id that the intake answered.",
            Description = "Nothing personal of whoever sent it, unless include asks for it: that takes a key with the scopes read and "
                + "contact (or administer), and the audit log keeps each time.",
            Parameters = [new("include", InHeader: false, "contact: with who sent it, where it is not erased.") { Values = [Contact] }],
            Answers =
            [
                OperationAnswer.Json<LeadView>(200, "The lead."),
                OperationAnswer.Problem(400, "There is nothing else to include; errors names the parameter."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "There is no lead with this id."),
            ],
        });
        app.MapDelete("/api/leads/{id}", EraseAsync).Describes(new("eraseLead", "Leads", "Erases a lead's personal data everywhere")
        {
            Needs = ApiScopes.Administer,
            PathParameter = "The id that the intake answered.",
            Answers =
            [
                OperationAnswer.Empty(204, "Erased, now or before."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "There is no lead with this id."),
            ],
        });
        app.MapPost("/api/leads/{id}/outcome", RecordOutcomeAsync)
            .Describes(new("recordOutcome", "Leads", "Records what became of a lead, from the CRM")
            {
                Needs = ApiScopes.Act,
                PathParameter = "The id that the intake answered.",
                Body = new("outcome is qualified, won or lost.", ("application/json", typeof(OutcomeReport))),
                Answers =
                [
                    OperationAnswer.Json<LeadView>(200, "Recorded, now or before."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(404, "There is no lead with this id."),
                    OperationAnswer.Problem(409, "The lead cannot have this outcome in its present status."),
                    .. JsonObject.Refusals,
                ],
            });
    }

    /// <summary>
    /// <c>GET /api/leads/{id}</c>: the lead's life; who sent it only where that is asked for. Of a source that stands in the place of an
    /// id, the answer to its vendor's question.
    /// </summary>
    public static Task<IResult> FindAsync(HttpContext http, string id, ApiDoor door, LeadLedger ledger, ISourceCatalog sources)
    {
        if (FormDoor.Greet(http.Request, sources.Find(id)) is { } greeting)
            return Task.FromResult(greeting);
        return !http.Request.Query.ContainsKey("include")
            ? door.KeptAsync(http, ApiScopes.Read, Acts.ReadLead, id, () => ShowAsync(id, ledger.FindAsync, http.RequestAborted))
            : door.KeptAsync(http, ApiScopes.Read | ApiScopes.Contact, Acts.ReadContact, id, () => ShowWithAsync(http, id, ledger));
    }

    private static async Task<IResult> ShowWithAsync(HttpContext http, string id, LeadLedger ledger)
    {
        var query = new ApiQuery(http.Request.Query);
        if (query.Text("include") != Contact)
            _ = query.Wrong<string>("include", $"Send {Contact}.");
        return query.Refusal() ?? await ShowAsync(id, ledger.FindWithContactAsync, http.RequestAborted);
    }

    private static async Task<IResult> ShowAsync(
        string id, Func<string, CancellationToken, Task<LeadView?>> find, CancellationToken cancellation) =>
        IsId(id) && await find(id, cancellation) is { } lead ? new JsonAnswer<LeadView>(200, lead, WebJson.Default.LeadView) : NoLead();

    /// <summary><c>DELETE /api/leads/{id}</c>: 204, its personal data is destroyed.</summary>
    public static Task<IResult> EraseAsync(HttpContext http, string id, ApiDoor door, LeadErasure erasure) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.EraseLead, id, async () =>
            IsId(id) && await erasure.EraseAsync(id, http.RequestAborted) ? TypedResults.NoContent() : NoLead());

    /// <summary><c>POST /api/leads/{id}/outcome</c>: what the CRM says became of it.</summary>
    public static Task<IResult> RecordOutcomeAsync(
        HttpContext http, string id, ApiDoor door, OutcomeRecording outcomes) =>
        door.KeptAsync(http, ApiScopes.Act, Acts.RecordOutcome, id, () => RecordAsync(http, id, outcomes));

    private static async Task<IResult> RecordAsync(HttpContext http, string id, OutcomeRecording outcomes)
    {
        if (!IsId(id))
            return NoLead();

        var (sent, unreadable) = await JsonObject.ReadAsync(http);
        if (sent is null)
            return unreadable!;
        var report = new OutcomeReport(sent.Text("outcome"), sent.Number("amount"), sent.Text("currency"), sent.Text("reason"));
        return sent.Refusal ?? Answer(await outcomes.RecordAsync(id, report, http.RequestAborted));
    }

    internal static IResult Answer(OutcomeAnswer answer) => answer switch
    {
        OutcomeAnswer.Recorded recorded => new JsonAnswer<LeadView>(200, recorded.Lead, WebJson.Default.LeadView),
        OutcomeAnswer.UnknownLead => NoLead(),
        OutcomeAnswer.NotNow notNow => new ProblemAnswer(Problem.Of(409, notNow.Message) with { LeadStatus = notNow.Status }),
        OutcomeAnswer.Invalid invalid =>
            new ProblemAnswer(
                Problem.Unusable("Correct the field named in errors and send the outcome again.", (invalid.Field, invalid.Message))),
        _ => throw new InvalidOperationException("Every answer to an outcome has a status."),
    };

    /// <summary>Whether a text can be an id at all: letters, digits, hyphens, underscores.</summary>
    internal static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    private static ProblemAnswer NoLead() => ProblemAnswer.Of(404, "There is no lead with this id. Use the id that the intake answered.");
}
