using Handoff.Service.ApiKeys;
using System.Security.Cryptography;
using Handoff.Connect.Bodies;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.MailboxPages;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Welcome;

/// <summary>
/// <c>/</c> of the embedded host: greets a newcomer with a form that posts a real lead, and the messages that follow beside it. It shows
/// personal data, so it opens as the mailbox does.
/// </summary>
internal sealed class WelcomePage(
    ISourceCatalog sources, LeadIntake intake, LeadLedger ledger, Mailbox mailbox, CompanyInForce company, LiveClocks clocks,
    PageRenderer pages)
{
    /// <summary>Maps both: only of the embedded host.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/", Routes.GetAndHead, (HttpContext http, ApiDoor door, WelcomePage page) => page.ShowAsync(http, door))
            .Describes(new("welcome", "Mailbox", "Greets a newcomer: a form that posts a lead, and the latest messages")
            {
                Needs = ApiScopes.Administer,
                Parameters = [new("lead", InHeader: false, "The lead that the form has posted.")],
                Answers = [OperationAnswer.Page(200, "The page."), OperationAnswer.NoAdmin],
            });
        app.MapPost("/", (HttpContext http, ApiDoor door, WelcomePage page) => page.PostAsync(http, door))
            .Describes(new("postFromWelcome", "Mailbox", "Posts a lead from the form of the greeting page")
            {
                Needs = ApiScopes.Administer,
                Body = new("The lead's fields, by our names.", ("application/x-www-form-urlencoded", null)),
                Answers =
                [
                    OperationAnswer.Empty(303, "Stored; the page shows it."),
                    OperationAnswer.Page(422, "The lead cannot be used; the page says what to correct."),
                    OperationAnswer.Problem(400, "The form cannot be read."),
                    OperationAnswer.NoAdmin,
                    OperationAnswer.Problem(403, "It was posted from another site."),
                    OperationAnswer.Problem(413, "The form is too large."),
                    OperationAnswer.Problem(415, "It is no form."),
                    OperationAnswer.Problem(429, "Too many leads at once."),
                ],
            });
    }

    /// <summary>The source that the form posts to: the landing pages of the sample.</summary>
    private const string Source = "website";

    private const int FormLimit = 16 * 1024;
    private const int MostMessages = 50;

    public async Task<IResult> ShowAsync(HttpContext http, ApiDoor door)
    {
        if ((await door.EnterAsync(http, ApiScopes.Administer)).Refusal is { } refusal)
            return refusal;

        var id = http.Request.Query["lead"].ToString();
        return await ShowAsync(http, id.Length == 0 ? null : await ledger.FindAsync(id, http.RequestAborted));
    }

    /// <summary>Shows the page, with what became of the lead that was posted.</summary>
    internal async Task<IResult> ShowAsync(HttpContext http, LeadView? posted) =>
        await PageAsync(200, await ViewAsync(http, form: null) with { Posted = posted });

    /// <summary>Posts the form's lead as a landing page would, and shows what became of it.</summary>
    public async Task<IResult> PostAsync(HttpContext http, ApiDoor door)
    {
        if ((await door.EnterAsync(http, ApiScopes.Administer)).Refusal is { } refusal)
            return refusal;
        // A page elsewhere must not post leads here in the name of who looks at it.
        if (FormTokens.IsForeign(http.Request))
            return ProblemAnswer.Of(403, "Open this page and send its own form.");
        if (!PostedBody.TryRead(http.Request, BodyKinds.Form, out var kind, out var unknown))
            return ProblemAnswer.Of(415, unknown);

        var body = await RequestBody.ReadAsync(http.Request, FormLimit, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The form is too large.");
        if (await kind.ParseFormAsync(body, http.RequestAborted) is not FieldsAnswer.Read read)
            return ProblemAnswer.Of(400, "The form cannot be read.");
        if (sources.Find(Source) is not { } source)
            return await PageAsync(422, await ViewAsync(http, form: null));

        var form = WelcomeForm.Posted(read.Fields);
        var answer = await intake.ReceiveAsync(
            new()
            {
                Source = source,
                Fields = form.For(source, BrowserLanguage.Of(http.Request)),
                IdempotencyKey = null,
                BodyHash = SHA256.HashData(body),
            },
            http.RequestAborted);
        if (answer is IntakeAnswer.Stored stored)
            return new SeeOther($"{http.Request.PathBase}/?lead={Uri.EscapeDataString(stored.Id.Value)}");

        var view = await ViewAsync(http, form);
        return answer is IntakeAnswer.Unusable unusable
            ? await PageAsync(
                422, view with { Problem = view.Texts.Check, Wrong = [.. unusable.Problems.Select(problem => problem.Field)] })
            : await PageAsync(429, view with { Problem = view.Texts.Busy });
    }

    private async Task<WelcomeView> ViewAsync(HttpContext http, WelcomeForm? form)
    {
        var language = BrowserLanguage.Of(http.Request);
        var now = clocks.Now();
        var frame = PageFrame.Of(http.Request, language, new WelcomeTexts(language).Title) with { Live = now };
        var time = new ReaderTime(TimeTexts.In(language), company.Agreement.TimeZone, now.Now);
        var messages = await mailbox.ListAsync(MostMessages, http.RequestAborted);
        var mails =
            new MailboxView(frame, $"{http.Request.PathBase}/mailbox", messages, null, IsChosen: false, MailboxLook.Of(http.Request), time);
        var hasSource = sources.Find(Source) is not null;
        return new(frame, hasSource ? form ?? WelcomeForm.Example(messages.Count(message => !message.LeadIds.IsEmpty)) : null, mails)
        {
            Names = company.Naming.In(language),
        };
    }

    private async Task<IResult> PageAsync(int status, WelcomeView view) =>
        new HtmlAnswer(status, await pages.RenderAsync<WelcomeDocument>(nameof(WelcomeDocument.View), view), SafeHeaders.LivePages);
}
