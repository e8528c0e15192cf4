using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.MailboxPages;
using Handoff.Web.Pages;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Welcome;

/// <summary>
/// <c>/</c> of the embedded host: greets a newcomer with a form that posts a real lead, and the messages that follow beside it. It shows
/// personal data, so it opens as the mailbox does.
/// </summary>
internal static class WelcomeEndpoints
{
    /// <summary>Its route.</summary>
    public const string Pattern = "/";

    private const int FormLimit = 16 * 1024;
    private const int MostMessages = 50;

    /// <summary>Shows the page.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, AdminAccess access, WelcomeDesk desk)
    {
        if (access.Refuse(http) is { } refusal)
            return refusal;

        var view = await ViewAsync(http, desk, form: null);
        var id = http.Request.Query["lead"].ToString();
        var posted = id.Length == 0 ? null : await desk.UseCases.FindLead(id, http.RequestAborted);
        return await PageAsync(200, desk, view with { Posted = posted });
    }

    /// <summary>Posts the form's lead as a landing page would, and shows what became of it.</summary>
    public static async Task<IResult> PostAsync(HttpContext http, AdminAccess access, WelcomeDesk desk)
    {
        if (access.Refuse(http) is { } refusal)
            return refusal;
        // A page elsewhere must not post leads here in the name of who looks at it.
        if (FormTokens.IsForeign(http.Request))
            return ProblemAnswer.Of(403, "Open this page and send its own form.");
        if (!IntakeBody.TryRead(http.Request, SourceFormat.Form, out var kind, out var unknown))
            return ProblemAnswer.Of(415, unknown);

        using var body = await RequestBody.ReadAsync(http.Request, FormLimit, http.RequestAborted);
        if (body is null)
            return ProblemAnswer.Of(413, "The form is too large.");
        if (await kind.ParseAsync(body.Bytes, http.RequestAborted) is not FieldsAnswer.Read read)
            return ProblemAnswer.Of(400, "The form cannot be read.");
        if (desk.Sources.Find(WelcomeDesk.Source) is not { } source)
            return await PageAsync(422, desk, await ViewAsync(http, desk, form: null));

        var form = WelcomeForm.Posted(read.Fields);
        var answer = await desk.UseCases.Receive(
            new()
            {
                Source = source,
                Fields = form.For(source, BrowserLanguage.Of(http.Request)),
                IdempotencyKey = null,
                BodyHash = SHA256.HashData(body.Bytes.Span),
            },
            http.RequestAborted);
        if (answer is IntakeAnswer.Stored stored)
            return new SeeOther($"{http.Request.PathBase}/?lead={Uri.EscapeDataString(stored.Id.Value)}");

        var view = await ViewAsync(http, desk, form);
        return answer is IntakeAnswer.Unusable unusable
            ? await PageAsync(422, desk, view with { Problem = view.Texts.Check, Wrong = [.. unusable.Problems.Select(problem => problem.Field)] })
            : await PageAsync(429, desk, view with { Problem = view.Texts.Busy });
    }

    private static async Task<WelcomeView> ViewAsync(HttpContext http, WelcomeDesk desk, WelcomeForm? form)
    {
        var language = BrowserLanguage.Of(http.Request);
        var now = desk.Clocks.Now();
        var frame = PageFrame.Of(http.Request, language, new WelcomeTexts(language).Title) with { Live = now };
        var time = new ReaderTime(TimeTexts.In(language), desk.Mailbox.Zone(), now.Now);
        var messages = await desk.Mailbox.List(MostMessages, http.RequestAborted);
        var mails = new MailboxView(frame, $"{http.Request.PathBase}/mailbox", messages, null, IsChosen: false, MailboxLook.Of(http.Request), time);
        var hasSource = desk.Sources.Find(WelcomeDesk.Source) is not null;
        return new(frame, hasSource ? form ?? WelcomeForm.Example(messages.Length) : null, mails);
    }

    private static async Task<IResult> PageAsync(int status, WelcomeDesk desk, WelcomeView view) =>
        new HtmlAnswer(status, await desk.Pages.RenderAsync<WelcomeDocument>(nameof(WelcomeDocument.View), view), SafeHeaders.LivePages);
}
