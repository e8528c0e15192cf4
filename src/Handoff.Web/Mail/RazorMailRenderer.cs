using Handoff.Service.Asking;
using Handoff.Service.Mail;
using Handoff.Service.Meetings;
using Handoff.Service.News;
using Handoff.Service.Processes;
using Handoff.Service.SignIn;
using Handoff.Service.Signing;
using Handoff.Web.Mail.Html;
using Handoff.Web.Mail.Letters;
using RazorSlices;

namespace Handoff.Web.Mail;

/// <summary>
/// Renders mails with Razor, in the reader's language (design section 7): a pure function of the model. Safe for concurrent use.
/// </summary>
public sealed class RazorMailRenderer : IMailRenderer, ISignInMailRenderer
{
    /// <inheritdoc />
    /// <exception cref="ArgumentException">The model has no lead, or several and is no digest, or is a touch.</exception>
    public ValueTask<RenderedMail> RenderAsync(MailModel model, CancellationToken cancellation) =>
        RenderAsync(LetterWriting.Write(model), cancellation);

    /// <inheritdoc />
    public ValueTask<RenderedMail> RenderAsync(LetterMail mail, CancellationToken cancellation) =>
        RenderAsync(mail switch
        {
            WeeklyReportMail report => ReportLetter.Write(report),
            MeetingMail meeting => MeetingLetter.Write(meeting),
            PaceMail pace => PaceLetter.Write(pace),
            SourceMail source => SourceLetter.Write(source),
            DecisionMail decision => DecisionLetter.Write(decision),
            ChannelStoppedMail stopped => ChannelStoppedLetter.Write(stopped),
            ProposalMail proposal => ProposalLetter.Write(proposal),
            _ => throw new ArgumentException($"No letter tells of {mail.GetType().Name}.", nameof(mail)),
        }, cancellation);

    /// <inheritdoc />
    public ValueTask<RenderedMail> RenderAsync(AskMail mail, CancellationToken cancellation) =>
        RenderAsync(AskLetter.Write(mail), cancellation);

    /// <inheritdoc />
    public ValueTask<RenderedMail> RenderAsync(SignInMail mail, CancellationToken cancellation) =>
        RenderAsync(SignInLetter.Write(mail), cancellation);

    private static async ValueTask<RenderedMail> RenderAsync(Letter letter, CancellationToken cancellation) => new(
        letter.Subject,
        LetterText.Of(letter),
        await MailDocument.Create(letter).RenderAsync(cancellationToken: cancellation));
}
