using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Leads;
using Handoff.Web.Access;
using Handoff.Web.Administration;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Consent;

/// <summary>
/// <c>/c/{token}</c>: what the link in a mail to a lead opens; only the POST withdraws (promise 6). <c>POST /api/leads/{id}/consent</c>:
/// the same for a program, such as a preference centre.
/// </summary>
public static class ConsentEndpoints
{
    private const string Wrong = "Send {\"contact\": \"no\"}: consent is withdrawn here. Only the person gives it, with a form.";

    private static readonly OperationAnswer[] NoLink =
        [OperationAnswer.Page(404, "The link is altered, or not ours."), OperationAnswer.Page(410, "The link's time is over.")];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/c/{token}", Routes.GetAndHead, ShowAsync).Describes(
            new("showConsentLink", "Links", "Shows the button by which a person withdraws consent; changes nothing")
            {
                PathParameter = "The link's token.",
                Answers = [OperationAnswer.Page(200, "The button, or that it is done."), .. NoLink],
            });
        app.MapPost("/c/{token}", UseAsync).Describes(new("useConsentLink", "Links", "Withdraws a person's consent to be contacted")
        {
            PathParameter = "The link's token.",
            Answers = [OperationAnswer.Page(200, "Withdrawn, now or before."), .. NoLink],
        });
        app.MapPost("/api/leads/{id}/consent", WithdrawAsync).Describes(
            new("withdrawConsent", "Leads", "Withdraws a person's consent to be contacted")
            {
                Needs = ApiScopes.Act,
                PathParameter = "The id that the intake answered.",
                Body = new("contact is no.", ("application/json", typeof(ConsentReport))),
                Answers =
                [
                    OperationAnswer.Empty(204, "Withdrawn, now or before."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(404, "There is no lead with this id, or it was erased."),
                    .. JsonObject.Refusals,
                ],
            });
    }

    /// <summary>Shows the button; nothing else happens, whoever opens it and however often.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, string token, ConsentWithdrawing consent, PageRenderer pages) =>
        await PageAsync(http, pages, await consent.LookAsync(token, http.RequestAborted));

    /// <summary>Withdraws.</summary>
    public static async Task<IResult> UseAsync(HttpContext http, string token, ConsentWithdrawing consent, PageRenderer pages) =>
        await PageAsync(http, pages, await consent.UseAsync(token, http.RequestAborted));

    /// <summary><c>POST /api/leads/{id}/consent</c>.</summary>
    public static Task<IResult> WithdrawAsync(
        HttpContext http, string id, ApiDoor door, ConsentWithdrawing consent) =>
        door.KeptAsync(http, ApiScopes.Act, Acts.WithdrawConsent, id, async () =>
        {
            var (sent, unreadable) = await JsonObject.ReadAsync(http);
            if (sent is null)
                return unreadable!;
            var contact = sent.Text("contact");
            if (sent.Refusal is { } refusal)
                return refusal;
            if (contact != "no")
                return new ProblemAnswer(Problem.Unusable("Correct the field named in errors and send it again.", ("contact", Wrong)));
            return LeadEndpoints.IsId(id) && await consent.WithdrawAsync(new(id), byPerson: false, http.RequestAborted)
                ? TypedResults.NoContent()
                : ProblemAnswer.Of(404, "There is no lead with this id, or it was erased. Use the id that the intake answered.");
        });

    private static async Task<IResult> PageAsync(HttpContext http, PageRenderer pages, ConsentStanding standing)
    {
        var language = BrowserLanguage.Of(http.Request);
        var texts = new ConsentTexts(language);
        var view = new ConsentView(PageFrame.Of(http.Request, language, $"{texts.Title} · Handoff"), texts, standing);
        var status = standing switch
        {
            ConsentStanding.Unknown => 404,
            ConsentStanding.Over => 410,
            ConsentStanding.Open or ConsentStanding.Withdrawn => 200,
            _ => throw new InvalidOperationException("Every link stands somehow."),
        };
        return new HtmlAnswer(status, await pages.RenderAsync<ConsentDocument>(nameof(ConsentDocument.View), view), SafeHeaders.OurPages);
    }
}

/// <summary>What <c>POST /api/leads/{id}/consent</c> takes.</summary>
/// <param name="Contact"><c>no</c>.</param>
public sealed record ConsentReport(string? Contact);
