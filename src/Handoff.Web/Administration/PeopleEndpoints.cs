using System.Collections.Immutable;
using Handoff.Service.Auditing;
using Handoff.Service.People;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Administration;

/// <summary>Who is there, and who is away (DESIGN section 8).</summary>
public static class PeopleEndpoints
{
    /// <summary><c>GET /api/people</c>: everybody, with the opaque ids.</summary>
    public static Task<IResult> ListAsync(HttpContext http, AdminAccess access, UseCases useCases) =>
        useCases.KeptAsync(http, access, Acts.ListPeople, "", async () =>
            new JsonAnswer<ImmutableArray<PersonView>>(
                200, await useCases.ListPeople(http.RequestAborted), WebJson.Default.ImmutableArrayPersonView));

    /// <summary><c>POST /api/people/{id}/absence</c>: away until, or back.</summary>
    public static Task<IResult> NoteAbsenceAsync(HttpContext http, string id, AdminAccess access, UseCases useCases) =>
        useCases.KeptAsync(
            http, access, Acts.NoteAbsence, LeadEndpoints.IsId(id) ? $"person {id}" : "", () => NoteAsync(http, id, useCases));

    private static async Task<IResult> NoteAsync(HttpContext http, string id, UseCases useCases)
    {
        if (!LeadEndpoints.IsId(id))
            return NoPerson();

        var (sent, unreadable) = await JsonObject.ReadAsync(http);
        if (sent is null)
            return unreadable!;
        var report = new AbsenceReport(sent.Text("action"), sent.Text("from"), sent.Text("until"));
        return sent.Refusal ?? Answer(await useCases.NoteAbsence(id, report, http.RequestAborted));
    }

    internal static IResult Answer(AbsenceAnswer answer) => answer switch
    {
        AbsenceAnswer.Noted noted => new JsonAnswer<PersonView>(200, noted.Person, WebJson.Default.PersonView),
        AbsenceAnswer.UnknownPerson => NoPerson(),
        AbsenceAnswer.Invalid invalid => new ProblemAnswer(Problem.Unusable("Correct the field named in errors and send the absence again.", (invalid.Field, invalid.Message))),
        _ => throw new InvalidOperationException("Every answer to an absence has a status."),
    };

    private static ProblemAnswer NoPerson() => ProblemAnswer.Of(404, "There is nobody with this id. GET /api/people lists everybody with their ids.");
}
