using Handoff.Leads;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Agreements;

/// <summary>
/// <c>/agreement/sign</c>: what is proposed, who has signed, and the button of a head who has not. It signs whoever is signed in: whoever
/// got the link of a mail from somebody else signs nothing by it.
/// </summary>
public static class SignEndpoints
{
    private const string Path = "/agreement/sign";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, Routes.GetAndHead, ShowAsync).Describes(
            new("showProposal", "Desk", "Shows the proposed agreement, what it changes and who has signed; changes nothing")
            {
                Answers = [OperationAnswer.Page(200, "The proposal, or that there is none."), OperationAnswer.ToSignIn],
            });
        app.MapPost(Path, SignAsync).Describes(new("signProposal", "Desk", "Signs the proposed agreement as the head who is signed in")
        {
            Body = new(
                "content: the content that the page showed; token: the page's token.", ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Empty(303, "Signed, now or before."),
                OperationAnswer.Page(403, "The reader is none of those who sign, or the form is not of this session."),
                OperationAnswer.Page(409, "Another proposal took its place, or its time is over; the page says so."),
            ],
        });
    }

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, ProposalReading reading, CompanyInForce company) =>
        desk.ShowAsync(http, "/agreement", async view => await PageAsync(
            http, view, desk, reading, company, 200, http.Request.Query.ContainsKey("done") ? SignNotice.Done : SignNotice.None));

    /// <summary>Signs what the page showed.</summary>
    public static Task<IResult> SignAsync(
        HttpContext http, DeskPages desk, Proposals proposals, ProposalReading reading, CompanyInForce company, AuditLog audit) =>
        desk.ActAsync(http, "/agreement", async (view, fields) =>
        {
            if (view.Viewer.Person is not { } person)
                return await PageAsync(http, view, desk, reading, company, 403, SignNotice.NotYours);
            var content = fields.GetValueOrDefault("content") ?? "";
            var answer = await proposals.SignAsync(person.Id, content, http.RequestAborted);
            if (answer is Answer.TooLate { Cause: LateCause.NotYours })
                return await PageAsync(http, view, desk, reading, company, 403, SignNotice.NotYours);
            if (answer is not (Answer.Done or Answer.AlreadyDone))
                return await PageAsync(http, view, desk, reading, company, 409, SignNotice.TooLate);
            if (answer is Answer.Done)
                await audit.KeepAsync(Acts.SignAgreement, view.Actor, content, AuditLog.Done);
            return new SeeOther(view.Href($"{Path}?done"));
        });

    private static async Task<IResult?> PageAsync(
        HttpContext http, DeskView view, DeskPages desk, ProposalReading reading, CompanyInForce company, int status, SignNotice notice)
    {
        var page = await reading.ReadAsync(view.Viewer.Language, http.RequestAborted);
        var shown = new SignView(view, page, company.Agreement.TimeZone.Id, notice);
        var titled = view with { Frame = view.Frame with { Title = $"{shown.Texts.Title} · Handoff" } };
        return await desk.RenderAsync<SignDocument>(status, nameof(SignDocument.View), shown with { Desk = titled });
    }
}
