using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Links;
using Handoff.Web.Administration;
using Handoff.Web.Board;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.Links;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Timeline;

/// <summary><c>POST /leads/{id}</c>: what a link in a mail would do, by whoever is signed in.</summary>
public static class LeadActEndpoint
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/leads/{id}", ActAsync).Describes(
        new("actOnLead", "Desk", "Does about a lead what a link of the reader would do")
        {
            Description = "action is accept, decline, undo, confirm, contacted, later, unplan, feedback, outcome, take, assign, snooze, "
                + "acknowledge, unsnooze, uphold or overturn, with what it needs, as on the page of a link; back: the query of the board's "
                + "page to which a done act leads.",
            PathParameter = "The id that the intake answered.",
            Body = new(
                "The fields of a link's form, and token: the page's token.", ("application/x-www-form-urlencoded", typeof(LinkForm))),
            Answers =
            [
                OperationAnswer.Page(200, "Done, now or before."), OperationAnswer.Page(303, "Done, now or before: back to the board."),
                OperationAnswer.ToSignIn, OperationAnswer.NotOurForm, OperationAnswer.NotYours,
                OperationAnswer.Page(409, "Too late; the page says who was first, or where the lead is now."),
                OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
            ],
        });

    /// <summary>Carries out a form of the lead's page, or of its row on the board.</summary>
    public static Task<IResult> ActAsync(HttpContext http, string id, DeskPages desk, LeadTimeline timeline, SignedInLinks links) =>
        desk.ActAsync(http, "/leads", async (view, fields) =>
        {
            var form = PostedForm.Of(fields);
            if (!LeadEndpoints.IsId(id) || view.Viewer.Person is not { } reader
                || await links.ActAsync(view.Viewer, new(id), form, http.RequestAborted) is not { Page: LinkPage.Shown shown } answer)
                return null;
            if (answer.Result == LinkResult.Done && fields.GetValueOrDefault("back") is { } back)
                return new SeeOther(view.Href("/board") + BoardQuery.Back(back, id, form.Action));
            var status = answer.Result switch
            {
                LinkResult.Done => 200,
                LinkResult.TooLate => 409,
                LinkResult.Invalid => 422,
                _ => throw new InvalidOperationException("A lead that was opened has an answer."),
            };
            var entered = answer.Result == LinkResult.Invalid ? form : null;
            var did = View(view, shown, answer.Result == LinkResult.Done) with { Entered = entered };
            return await ReadAsync(view, id, timeline, links, opens: null, http.RequestAborted) is { } page
                ? await desk.RenderAsync<LeadDocument>(
                    status, nameof(LeadDocument.View),
                    page with
                    {
                        Did = did,
                        Acts = [.. page.Acts.Select(act => act with { Page = Noted(act.Page, shown), Entered = entered })],
                    })
                : await desk.RenderAsync<ActedDocument>(
                    status, nameof(ActedDocument.View), new ActedView(view, did, await UndoAsync(view, id, reader)));

            async Task<ImmutableArray<LinkPageView>> UndoAsync(DeskView seen, string lead, Person who) =>
                [.. (await links.ForAsync(who, new LeadId(lead), http.RequestAborted)).Where(one => one.Grant.Purpose.Undoes())
                    .Select(one => View(seen, one, acted: false))];
        });

    /// <summary>The page of a lead with what the reader can do; null: there is none, or the reader may not see it.</summary>
    internal static async Task<LeadPageView?> ReadAsync(
        DeskView view, string id, LeadTimeline timeline, SignedInLinks links, string? opens, CancellationToken cancellation)
    {
        if (await timeline.ReadAsync(view.Viewer, id, cancellation) is not { } life)
            return null;
        var acts = view.Viewer.Person is { } reader ? await links.ForAsync(reader, life.Lead, cancellation) : [];
        return new(view, life) { Acts = [.. acts.Select(act => View(view, act, acted: false) with { Opens = opens })] };
    }

    /// <summary>What somebody can do, as the page of a link whose forms are posted in a session.</summary>
    internal static LinkPageView View(DeskView view, LinkPage.Shown shown, bool acted) =>
        new(shown, acted, view.Frame.Assets) { Token = view.Token };

    /// <summary>The forms with what was wrong in the one that was posted.</summary>
    private static LinkPage.Shown Noted(LinkPage.Shown page, LinkPage.Shown posted) =>
        page.Grant.Purpose == posted.Grant.Purpose && posted.Notice is { Code: LinkNoticeCode.Invalid } wrong ? page with { Notice = wrong }
            : page;
}
