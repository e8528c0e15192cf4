using Handoff.Service.Mail;
using Handoff.Service.SignIn;
using Handoff.Web.Mail.Html;
using Handoff.Web.Pages;

namespace Handoff.Web.Mail;

/// <summary>Renders mails with Razor, in the reader's language (DESIGN section 7): a pure function of the model. Safe for concurrent use.</summary>
/// <param name="pages">Renders the HTML of pages and mails alike.</param>
public sealed class RazorMailRenderer(PageRenderer pages) : IMailRenderer, ISignInMailRenderer
{
    /// <inheritdoc />
    /// <exception cref="ArgumentException">The model has no lead, or several that are no digest, or it is a touch, which is never mailed.</exception>
    public async ValueTask<RenderedMail> RenderAsync(MailModel model, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await RenderAsync(LetterWriting.Write(model));
    }

    /// <inheritdoc />
    public async ValueTask<RenderedMail> RenderAsync(SignInMail mail, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await RenderAsync(SignInLetter.Write(mail));
    }

    private async ValueTask<RenderedMail> RenderAsync(Letter letter) =>
        new(letter.Subject, LetterText.Of(letter), await pages.RenderAsync<MailDocument>(nameof(Letter), letter));
}
