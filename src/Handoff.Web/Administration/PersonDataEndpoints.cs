using Handoff.Privacy;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Privacy;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Administration;

/// <summary>Who is meant, by one of the three. It stands in the body, for an address is in no URL (promise 7).</summary>
public sealed record PersonNamed(string? Email, string? Phone, string? Lead);

/// <summary>All that is known of a person who sent leads, and its erasure (design section 8).</summary>
public static class PersonDataEndpoints
{
    private static readonly OperationBody Body = OperationBody.Json(
        "One of: the address, the phone with its country's prefix, the id of one of the person's leads.",
        new PersonNamed("rosa@bianchi.example", null, null));

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/people/export", ExportAsync).Describes(new("exportPerson", "People", "Reads all that is known of a person")
        {
            Needs = ApiScopes.Administer,
            Body = Body,
            Answers =
            [
                OperationAnswer.Json<PersonFile>(200, "All that is known; of a stranger there are no leads."), OperationAnswer.NoAdmin,
                .. JsonObject.Refusals,
            ],
        });
        app.MapPost("/api/people/erasure", EraseAsync).Describes(new("erasePerson", "People", "Erases every lead of a person")
        {
            Needs = ApiScopes.Administer,
            Body = Body,
            Answers =
            [
                OperationAnswer.Json(
                    200, "Which leads are erased now, and which may be somebody else's.", new ErasedPerson([Examples.Lead], [])),
                OperationAnswer.NoAdmin, .. JsonObject.Refusals,
            ],
        });
    }

    /// <summary><c>POST /api/people/export</c>.</summary>
    public static Task<IResult> ExportAsync(HttpContext http, ApiDoor door, PersonExport export) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.ExportPerson, "", () => OfPersonAsync(http, async seed =>
            new JsonAnswer<PersonFile>(200, await export.ReadAsync(seed, http.RequestAborted), WebJson.Default.PersonFile)));

    /// <summary><c>POST /api/people/erasure</c>.</summary>
    public static Task<IResult> EraseAsync(HttpContext http, ApiDoor door, PersonErasure erasure, AuditLog audit) =>
        door.KeptAsync(http, ApiScopes.Administer, Acts.ErasePerson, "", name => OfPersonAsync(http, async seed =>
        {
            var person = await erasure.EraseAsync(seed, http.RequestAborted);
            foreach (var lead in person.Erased)
                await audit.KeepAsync(Acts.EraseLead, name, lead, AuditLog.Done);
            return new JsonAnswer<ErasedPerson>(200, person, WebJson.Default.ErasedPerson);
        }));

    private static async Task<IResult> OfPersonAsync(HttpContext http, Func<PersonSeed, Task<IResult>> answer)
    {
        var (sent, unreadable) = await JsonObject.ReadAsync(http);
        if (sent is null)
            return unreadable!;
        var named = new PersonNamed(Given(sent, "email"), Given(sent, "phone"), Given(sent, "lead"));
        return sent.Refusal ?? (SeedOf(named) is { } seed ? await answer(seed)
            : new ProblemAnswer(Problem.Unusable("Name the person and send it again.", ("email", "Send one of email, phone and lead."))));
    }

    private static string? Given(JsonObject sent, string name) => sent.Text(name) is { } text && text.Trim().Length > 0 ? text : null;

    private static PersonSeed? SeedOf(PersonNamed named) => named switch
    {
        { Email: { } email, Phone: null, Lead: null } => PersonSeed.OfAddress(email),
        { Email: null, Phone: { } phone, Lead: null } => PersonSeed.OfPhone(phone),
        { Email: null, Phone: null, Lead: { } lead } => PersonSeed.OfLead(new(lead.Trim())),
        _ => null,
    };
}
