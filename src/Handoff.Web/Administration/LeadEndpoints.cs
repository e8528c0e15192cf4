using Handoff.Service.Auditing;
using Handoff.Service.Leads;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Administration;

/// <summary>What an administrator's program does with one lead: read it, erase it, say what became of it (DESIGN section 8).</summary>
public static class LeadEndpoints
{
    private const int LongestId = 100;

    /// <summary><c>GET /api/leads/{id}</c>: the lead's life, without personal data.</summary>
    public static Task<IResult> FindAsync(HttpContext http, string id, AdminAccess access, UseCases useCases) =>
        useCases.KeptAsync(http, access, Acts.ReadLead, id, async () =>
            IsId(id) && await useCases.FindLead(id, http.RequestAborted) is { } lead
            ? new JsonAnswer<LeadView>(200, lead, WebJson.Default.LeadView)
            : NoLead());

    /// <summary><c>DELETE /api/leads/{id}</c>: 204, its personal data is destroyed.</summary>
    public static Task<IResult> EraseAsync(HttpContext http, string id, AdminAccess access, UseCases useCases) =>
        useCases.KeptAsync(http, access, Acts.EraseLead, id, async () =>
            IsId(id) && await useCases.Erase(id, http.RequestAborted) ? new EmptyAnswer(204) : NoLead());

    /// <summary><c>POST /api/leads/{id}/outcome</c>: what the CRM says became of it.</summary>
    public static Task<IResult> RecordOutcomeAsync(HttpContext http, string id, AdminAccess access, UseCases useCases) =>
        useCases.KeptAsync(http, access, Acts.RecordOutcome, id, () => RecordAsync(http, id, useCases));

    private static async Task<IResult> RecordAsync(HttpContext http, string id, UseCases useCases)
    {
        if (!IsId(id))
            return NoLead();

        var (sent, unreadable) = await JsonObject.ReadAsync(http);
        if (sent is null)
            return unreadable!;
        var report = new OutcomeReport(sent.Text("outcome"), sent.Number("amount"), sent.Text("currency"), sent.Text("reason"));
        return sent.Refusal ?? Answer(await useCases.RecordOutcome(id, report, http.RequestAborted));
    }

    internal static IResult Answer(OutcomeAnswer answer) => answer switch
    {
        OutcomeAnswer.Recorded recorded => new JsonAnswer<LeadView>(200, recorded.Lead, WebJson.Default.LeadView),
        OutcomeAnswer.UnknownLead => NoLead(),
        OutcomeAnswer.NotNow notNow => new ProblemAnswer(Problem.Of(409, notNow.Message) with { LeadStatus = notNow.Status }),
        OutcomeAnswer.Invalid invalid => new ProblemAnswer(Problem.Unusable("Correct the field named in errors and send the outcome again.", (invalid.Field, invalid.Message))),
        _ => throw new InvalidOperationException("Every answer to an outcome has a status."),
    };

    /// <summary>Whether a text can be an id at all: letters, digits, hyphens, underscores.</summary>
    internal static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    private static ProblemAnswer NoLead() => ProblemAnswer.Of(404, "There is no lead with this id. Use the id that the intake answered.");
}
