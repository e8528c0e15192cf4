using System.Collections.Immutable;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.People;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Administration;

/// <summary>Who is there, who is away, and who is to be forgotten (design section 8).</summary>
public static class PeopleEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/people", ListAsync).Describes(new("listPeople", "People", "Lists everybody with their ids")
        {
            Needs = ApiScopes.Read,
            Answers = [OperationAnswer.Json<ImmutableArray<PersonView>>(200, "Everybody."), OperationAnswer.NoAdmin],
        });
        app.MapDelete("/api/people/{id}", ForgetAsync)
            .Describes(new("forgetPerson", "People", "Forgets somebody who has left people.yaml")
            {
                Needs = ApiScopes.Administer,
                PathParameter = "The person's id in the list of people.",
                Answers =
                [
                    OperationAnswer.Empty(204, "Forgotten, now or before: a number stands for the name."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(404, "There is nobody with this id."),
                    OperationAnswer.Problem(409, "The person is still in people.yaml."),
                ],
            });
        app.MapPost("/api/people/{id}/absence", NoteAbsenceAsync)
            .Describes(new("noteAbsence", "People", "Notes that somebody is away or back")
            {
                Needs = ApiScopes.Act,
                PathParameter = "The person's id in the list of people.",
                Body = new(
                    "action is away or back; from and until are dates (both included), local times or instants, in the person's zone.",
                    ("application/json", typeof(AbsenceReport))),
                Answers =
                [
                    OperationAnswer.Json<PersonView>(200, "Noted."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(404, "There is nobody with this id."),
                    .. JsonObject.Refusals,
                ],
            });
    }

    /// <summary><c>GET /api/people</c>: everybody, with the opaque ids.</summary>
    public static Task<IResult> ListAsync(HttpContext http, ApiDoor door, PeopleAbsence people) =>
        door.KeptAsync(http, ApiScopes.Read, Acts.ListPeople, "", async () =>
            new JsonAnswer<ImmutableArray<PersonView>>(
                200, await people.ListAsync(http.RequestAborted), WebJson.Default.ImmutableArrayPersonView));

    /// <summary><c>DELETE /api/people/{id}</c>: address and name are gone.</summary>
    public static Task<IResult> ForgetAsync(HttpContext http, string id, ApiDoor door, PersonForgetting forgetting) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.ForgetPerson, NamedInAudit(id), async () => !LeadEndpoints.IsId(id) ? NoPerson()
            : await forgetting.ForgetAsync(id, http.RequestAborted) switch
            {
                ForgetAnswer.Forgotten => TypedResults.NoContent(),
                ForgetAnswer.StillThere => ProblemAnswer.Of(409, ForgetAnswer.StillThere.Message),
                _ => NoPerson(),
            });

    /// <summary><c>POST /api/people/{id}/absence</c>: away until, or back.</summary>
    public static Task<IResult> NoteAbsenceAsync(HttpContext http, string id, ApiDoor door, PeopleAbsence people) =>
        door.KeptAsync(http, ApiScopes.Act, Acts.NoteAbsence, NamedInAudit(id), () => NoteAsync(http, id, people));

    private static string NamedInAudit(string id) => LeadEndpoints.IsId(id) ? $"person {id}" : "";

    private static async Task<IResult> NoteAsync(HttpContext http, string id, PeopleAbsence people)
    {
        if (!LeadEndpoints.IsId(id))
            return NoPerson();

        var (sent, unreadable) = await JsonObject.ReadAsync(http);
        if (sent is null)
            return unreadable!;
        var report = new AbsenceReport(sent.Text("action"), sent.Text("from"), sent.Text("until"));
        return sent.Refusal ?? Answer(await people.NoteAsync(id, report, http.RequestAborted));
    }

    internal static IResult Answer(AbsenceAnswer answer) => answer switch
    {
        AbsenceAnswer.Noted noted => new JsonAnswer<PersonView>(200, noted.Person, WebJson.Default.PersonView),
        AbsenceAnswer.UnknownPerson => NoPerson(),
        AbsenceAnswer.Invalid invalid =>
            new ProblemAnswer(
                Problem.Unusable("Correct the field named in errors and send the absence again.", (invalid.Field, invalid.Message))),
        _ => throw new InvalidOperationException("Every answer to an absence has a status."),
    };

    private static ProblemAnswer NoPerson() =>
        ProblemAnswer.Of(404, "There is nobody with this id. GET /api/people lists everybody with their ids.");
}
