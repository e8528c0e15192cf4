using Handoff.Service.SignIn;
using Handoff.Web.Design;
using Handoff.Web.SignIn;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>Writes the letter with a sign-in link.</summary>
internal static class SignInLetter
{
    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(SignInMail mail)
    {
        var texts = new SignInTexts(mail.Reader.Language);
        var time = ReaderTime.Of(mail.Reader, mail.Now);
        var says = string.Format(time.Texts.Culture, texts.MailSays, time.Texts.Until(time.At(mail.ExpiresAt)));
        return new LetterFrame(time, mail.Organisation).Around(
            texts.MailSubject, says, texts.MailSubject,
            [LetterFrame.Section(null, Tone.Running, says, texts.MailIgnore) with { Main = new(texts.Enter, mail.Href) }]);
    }
}
