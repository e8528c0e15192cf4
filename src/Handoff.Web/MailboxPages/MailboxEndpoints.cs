using Handoff.Service.ApiKeys;
using System.Collections.Immutable;
using System.Globalization;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Web.Access;
using Handoff.Web.Http;
using Handoff.Web.Mail;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.MailboxPages;

/// <summary>
/// The messages that the embedded host would have sent (design section 8). They hold personal data and links that act, so who has the
/// administrator's key reads them, or this machine as long as none is set.
/// </summary>
internal static class MailboxEndpoints
{
    private const int UsualLimit = 50;

    /// <summary>Of so many it is known to whom they went.</summary>
    private const int UsualLook = 100;

    private const int LargestLimit = 10_000;
    private const int LargestSearch = 1_000;

    private const string MailboxPolicy = $"{SafeHeaders.LivePages}; frame-src 'self'";

    /// <summary>Maps the three: only of the embedded host.</summary>
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mailbox", ShowAsync)
            .Describes(new("showMailbox", "Mailbox", "Shows every message that would have been sent, the newest first")
            {
                Needs = ApiScopes.Administer,
                Parameters =
                [
                    new("id", InHeader: false, "The message that is shown; the newest if not said."),
                    new("limit", InHeader: false, "How many at most."),
                    new("q", InHeader: false, "Only with this in subject, text or recipient."),
                    new("to", InHeader: false, "Only to this address."),
                    new("after", InHeader: false, "Only what was sent after this instant."),
                    new("view", InHeader: false, "html, text or raw."),
                    new("width", InHeader: false, "desktop or phone."),
                    new("scheme", InHeader: false, "light or dark."),
                ],
                Answers =
                [
                    OperationAnswer.Page(200, "The messages."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(404, "There is no such message."),
                ],
            });
        app.MapGet("/mailbox/messages.json", ListAsync)
            .Describes(new("listMessages", "Mailbox", "Lists every message that would have been sent, the newest first")
            {
                Needs = ApiScopes.Administer,
                Parameters = [new("limit", InHeader: false, "How many at most, from 1 to 10,000.")],
                Answers =
                [
                    OperationAnswer.Json<ImmutableArray<MailboxEntry>>(200, "The messages."),
                    OperationAnswer.Problem(400, "The limit is no number from 1 to 10,000."),
                    OperationAnswer.NoAdmin,
                ],
            });
        app.MapGet("/mailbox/{id}/html", ShowHtmlAsync).Describes(new("showMessageHtml", "Mailbox", "Shows the HTML of a message")
        {
            Needs = ApiScopes.Administer,
            PathParameter = "The message's id.",
            Answers =
            [
                OperationAnswer.Page(200, "The HTML."),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "There is no such message."),
            ],
        });
    }

    /// <summary><c>GET /mailbox</c>: the newest messages, and one of them: that of <c>?id=</c>, else the newest.</summary>
    public static async Task<IResult> ShowAsync(
        HttpContext http, ApiDoor door, AuditLog audit, Mailbox mailbox, CompanyInForce company, LiveClocks clocks,
        ILinkProtector links, PageRenderer pages)
    {
        if (await RefuseAsync(http, door, audit) is { } refusal)
            return refusal;

        var id = http.Request.Query["id"].ToString();
        var chosen = id.Length == 0 ? null : await mailbox.FindAsync(id, http.RequestAborted);
        if (id.Length > 0 && chosen is null)
            return NoMessage();

        var limit = http.Request.Query.ContainsKey("limit") ? Limit(http) ?? UsualLimit : UsualLimit;
        // What is looked for may stand far back; who may be chosen rests on all of them.
        var filter = MailboxFilter.Of(http.Request);
        var all = await mailbox.ListAsync(filter.IsNone ? Math.Max(limit + 1, UsualLook) : LargestSearch, http.RequestAborted);
        ImmutableArray<MailboxMessage> found = filter.IsNone ? all : [.. all.Where(filter.Matches)];
        ImmutableArray<MailboxMessage> messages = [.. found.Take(limit)];
        var language = BrowserLanguage.Of(http.Request);
        var now = clocks.Now();
        var frame = PageFrame.Of(http.Request, language, $"{new MailboxTexts(language).Mailbox} · Handoff") with { Live = now };
        var time = new ReaderTime(TimeTexts.In(language), company.Agreement.TimeZone, now.Now);
        var shown = chosen ?? messages.FirstOrDefault();
        var view = new MailboxView(
            frame, $"{http.Request.PathBase}/mailbox", messages, shown, chosen is not null, MailboxLook.Of(http.Request), time)
        {
            Links = shown is null ? [] : CheckedLink.Of(shown, links),
            Filter = filter,
            Older = found.Length > limit && limit < LargestSearch ? Math.Min(2 * limit, LargestSearch) : null,
            Recipients = [.. MailboxFilter.Recipients(all)],
        };
        return new HtmlAnswer(200, await pages.RenderAsync<MailboxDocument>(nameof(MailboxDocument.View), view), MailboxPolicy);
    }

    /// <summary><c>GET /mailbox/{id}/html</c>: the HTML of a message, as a mail program would show it: without scripts.</summary>
    public static async Task<IResult> ShowHtmlAsync(
        HttpContext http, string id, ApiDoor door, AuditLog audit, Mailbox mailbox)
    {
        if (await RefuseAsync(http, door, audit) is { } refusal)
            return refusal;
        if (await mailbox.FindAsync(id, http.RequestAborted) is not { } message)
            return NoMessage();

        return KeptMail.Show(message, http.Request.Query["scheme"].ToString());
    }

    /// <summary><c>GET /mailbox/messages.json</c>: the newest messages first; <c>?limit=</c>, at most 10,000.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, ApiDoor door, AuditLog audit, Mailbox mailbox)
    {
        if (await RefuseAsync(http, door, audit) is { } refusal)
            return refusal;
        if (Limit(http) is not { } limit)
            return ProblemAnswer.Of(400, $"Send ?limit= with a number from 1 to {LargestLimit}.");

        var messages = await mailbox.ListAsync(limit, http.RequestAborted);
        return new JsonAnswer<ImmutableArray<MailboxEntry>>(
            200, [.. messages.Select(MailboxEntry.Of)], WebJson.Default.ImmutableArrayMailboxEntry);
    }

    /// <summary>
    /// Keeps who looks by a key. On a laptop without one the pages read themselves anew, and there is nobody else to tell of it.
    /// </summary>
    private static async Task<IResult?> RefuseAsync(HttpContext http, ApiDoor door, AuditLog audit)
    {
        var (name, refusal) = await door.EnterAsync(http, ApiScopes.Administer);
        if (refusal is null && name != AuditLog.ThisMachine)
            await audit.KeepLookAsync(Acts.ReadMailbox, name, "");
        return refusal;
    }

    private static int? Limit(HttpContext http)
    {
        var text = http.Request.Query["limit"].ToString();
        if (text.Length == 0)
            return LargestLimit;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit
            ? limit : null;
    }

    private static ProblemAnswer NoMessage() =>
        ProblemAnswer.Of(404, "There is no such message. It may have been erased with its lead; /mailbox lists all.");
}
