using Handoff.Service.Auditing;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Timeline;

/// <summary><c>/leads/{id}</c>: the life of a lead, its e-mails as they were sent, and the search for leads.</summary>
public static class LeadPageEndpoints
{
    private const int LongestQuery = 200;
    private const int LongestMailId = 200;

    // A mail styles itself in place, and may show what it carries; it runs no script, loads nothing, posts nothing and leads nowhere.
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
    private const string MailPagePolicy = $"{SafeHeaders.LivePages}; frame-src 'self'";

    /// <summary>Shows the life of a lead.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, string id, DeskPages desk) => desk.ShowAsync(http, "/leads", async view =>
    {
        if (!LeadEndpoints.IsId(id) || await desk.Cases.ReadTimeline(view.Viewer, id, http.RequestAborted) is not { } life)
            return null;
        await desk.Cases.KeepLook(Acts.ReadLead, view.Actor, id);
        return await desk.RenderAsync<LeadDocument>(200, nameof(LeadDocument.View), new LeadPageView(view, life));
    });

    /// <summary>Shows an e-mail.</summary>
    public static Task<IResult> ShowMailAsync(HttpContext http, string id, string mail, DeskPages desk) => desk.ShowAsync(http, "/leads", async view =>
        await FindAsync(http, view, id, mail, desk) is { } message
            ? await desk.RenderAsync<LeadMailDocument>(200, nameof(LeadMailDocument.View), new LeadMailView(view, id, Harmless.Of(message)), MailPagePolicy)
            : null);

    /// <summary>Shows the HTML of an e-mail, for the frame of its page.</summary>
    public static Task<IResult> ShowMailHtmlAsync(HttpContext http, string id, string mail, DeskPages desk) => desk.ShowAsync(http, "/leads", async view =>
        await FindAsync(http, view, id, mail, desk) is { } message ? new HtmlAnswer(200, Harmless.Of(message).Html, MailPolicy) { MayBeFramedByUs = true } : null);

    /// <summary>Searches leads. It is posted: what is searched is somebody's name or address, and no address of ours may hold that.</summary>
    public static Task<IResult> SearchAsync(HttpContext http, DeskPages desk) => desk.ActAsync(http, "/leads", async (view, fields) =>
    {
        var asked = fields.GetValueOrDefault("q")?.Trim() ?? "";
        var query = asked.Length > LongestQuery ? asked[..LongestQuery] : asked;
        var result = await desk.Cases.Search(view.Viewer, query, http.RequestAborted);
        // What was searched is a name or an address: nothing of it is kept.
        await desk.Cases.KeepAct(Acts.SearchLeads, view.Actor, "", AuditLog.Done);
        return await desk.RenderAsync<SearchDocument>(200, nameof(SearchDocument.View), new SearchView(view, query, result));
    });

    private static async Task<Service.Mail.MailboxMessage?> FindAsync(
        HttpContext http, DeskView view, string id, string mail, DeskPages desk)
    {
        if (!LeadEndpoints.IsId(id) || mail.Length > LongestMailId
            || await desk.Cases.FindMail(view.Viewer, id, mail, http.RequestAborted) is not { } message)
            return null;
        await desk.Cases.KeepLook(Acts.ReadMail, view.Actor, id);
        return message;
    }
}
