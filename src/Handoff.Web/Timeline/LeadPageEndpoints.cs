using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Links;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Timeline;

/// <summary><c>/leads/{id}</c>: the life of a lead, its e-mails as they were sent, and the search for leads.</summary>
public static class LeadPageEndpoints
{
    private const int LongestQuery = 200;
    private const int LongestMailId = 200;

    // A mail styles itself in place, and may show what it carries; it runs no script, loads nothing, posts nothing and leads nowhere.
    private const string MailPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
        "sandbox";
    private const string MailPagePolicy = $"{SafeHeaders.LivePages}; frame-src 'self'";

    /// <summary>Maps the search, the life and its e-mails.</summary>
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/leads", SearchAsync)
            .Describes(
                new("searchLeads", "Desk",
                "Searches leads by name, company, address or phone; posted, so that no address holds what was searched")
                {
                    Body = new("q: what to search; token: the page's token.", ("application/x-www-form-urlencoded", null)),
                    Answers = [OperationAnswer.Page(200, "What was found."), OperationAnswer.ToSignIn, OperationAnswer.NotOurForm],
                });
        app.MapMethods("/leads/{id}", Routes.GetAndHead, ShowAsync).Describes(
            new("showLead", "Desk", "Shows the life of a lead, event by event")
        {
            PathParameter = "The id that the intake answered.",
            Parameters = [new("act", InHeader: false, "Which form stands open: decline, feedback, assign, snooze.")],
            Answers = [OperationAnswer.Page(200, "Its life."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
        });
        app.MapMethods("/leads/{id}/mail/{mail}", Routes.GetAndHead, ShowMailAsync)
            .Describes(new("showLeadMail", "Desk", "Shows an e-mail of a lead as it was sent")
            {
                PathParameter = "The lead's id, and the message's.",
                Answers = [OperationAnswer.Page(200, "The e-mail."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapMethods("/leads/{id}/mail/{mail}/html", Routes.GetAndHead, ShowMailHtmlAsync)
            .Describes(new("showLeadMailHtml", "Desk", "Shows the HTML of an e-mail of a lead")
            {
                PathParameter = "The lead's id, and the message's.",
                Answers = [OperationAnswer.Page(200, "The HTML."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
    }

    /// <summary>Shows the life of a lead.</summary>
    public static Task<IResult> ShowAsync(
        HttpContext http, string id, DeskPages desk, LeadTimeline timeline, SignedInLinks links, AuditLog audit) =>
            desk.ShowAsync(http, "/leads", async view =>
    {
        var opens = http.Request.Query["act"].ToString() is { Length: > 0 and <= 20 } act ? act : null;
        if (!LeadEndpoints.IsId(id)
            || await LeadActEndpoint.ReadAsync(view, id, timeline, links, opens, http.RequestAborted) is not { } page)
            return null;
        await audit.KeepLookAsync(Acts.ReadLead, view.Actor, id);
        return await desk.RenderAsync<LeadDocument>(200, nameof(LeadDocument.View), page);
    });

    public static Task<IResult> ShowMailAsync(
        HttpContext http, string id, string mail, DeskPages desk, LeadTimeline timeline, AuditLog audit) =>
            desk.ShowAsync(http, "/leads", async view =>
        await FindAsync(http, view, id, mail, timeline, audit) is { } message
            ? await desk.RenderAsync<LeadMailDocument>(
                200, nameof(LeadMailDocument.View), new LeadMailView(view, id, Harmless.Of(message)), MailPagePolicy)
            : null);

    /// <summary>Shows the HTML of an e-mail, for the frame of its page.</summary>
    public static Task<IResult> ShowMailHtmlAsync(
        HttpContext http, string id, string mail, DeskPages desk, LeadTimeline timeline, AuditLog audit) =>
            desk.ShowAsync(http, "/leads", async view =>
        await FindAsync(http, view, id, mail, timeline, audit) is { } message
            ? new HtmlAnswer(200, Harmless.Of(message).Html, MailPolicy) { MayBeFramedByUs = true }
            : null);

    /// <summary>
    /// Searches leads. It is posted: what is searched is somebody's name or address, and no address of ours may hold that.
    /// </summary>
    public static Task<IResult> SearchAsync(
        HttpContext http, DeskPages desk, LeadSearch search, AuditLog audit) => desk.ActAsync(http, "/leads", async (view, fields) =>
    {
        var asked = fields.GetValueOrDefault("q")?.Trim() ?? "";
        var query = asked.Length > LongestQuery ? asked[..LongestQuery] : asked;
        var result = await search.FindAsync(view.Viewer, query, http.RequestAborted);
        // What was searched is a name or an address: nothing of it is kept.
        await audit.KeepAsync(Acts.SearchLeads, view.Actor, "", AuditLog.Done);
        return await desk.RenderAsync<SearchDocument>(200, nameof(SearchDocument.View), new SearchView(view, query, result));
    });

    private static async Task<Service.Mail.MailboxMessage?> FindAsync(
        HttpContext http, DeskView view, string id, string mail, LeadTimeline timeline, AuditLog audit)
    {
        if (!LeadEndpoints.IsId(id) || mail.Length > LongestMailId
            || await timeline.FindMailAsync(view.Viewer, id, mail, http.RequestAborted) is not { } message)
            return null;
        await audit.KeepLookAsync(Acts.ReadMail, view.Actor, id);
        return message;
    }
}
