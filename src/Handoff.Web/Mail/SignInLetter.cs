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
        var organisation = UserText.Line(mail.Organisation, 100) ?? "Handoff";
        return new()
        {
            Lang = time.Texts.Lang,
            Subject = texts.MailSubject,
            Preheader = says,
            Heading = texts.MailSubject,
            Opening = null,
            Organisation = UserText.Isolated(organisation),
            Sections =
            [
                new()
                {
                    Heading = null,
                    Tone = Tone.Running,
                    Says = [says, texts.MailIgnore],
                    Main = new(texts.Enter, mail.Href),
                    Aside = null,
                    Facts = [],
                    Quotes = [],
                },
            ],
            Footer = [time.Texts.TimesAre(time.Zone)],
            Away = null,
        };
    }
}
