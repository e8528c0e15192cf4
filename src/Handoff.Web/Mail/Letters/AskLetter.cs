using Handoff.Service.Asking;
using Handoff.Service.Links;
using Handoff.Web.Asking;
using Handoff.Web.Design;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To whoever sent a lead: has somebody called? It offers nothing, and speaks of no product.</summary>
internal static class AskLetter
{
    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(AskMail mail)
    {
        var texts = new AskTexts(mail.Language, mail.Organisation);
        var time = new ReaderTime(TimeTexts.In(mail.Language), mail.Zone, mail.Now);
        var day = time.Texts.Date(mail.SentAt.InZone(mail.Zone).Date, withYear: false);
        var name = UserText.Line(mail.Name, 60) is { } given ? UserText.Isolated(given) : null;
        var letter = new LetterFrame(time, mail.Organisation).Around(
            texts.Question, texts.Please, texts.Question,
            [
                LetterFrame.Section(null, Tone.Still, $"{texts.Hello(name)} {texts.SentOn(day)}", texts.Please) with
                {
                    Main = new(texts.Open, Address(mail.Link)),
                },
            ]);
        return letter with
        {
            Footer = [mail.IsByConsent ? texts.WhyConsent : texts.WhyRequest, texts.Once],
            Away = new(texts.Withdraw, Address(mail.Withdraw)),
            IsToOutsider = true,
        };

        static string Address(MailLink link) => LeadLinks.Find([link], link.Rel)!;
    }
}
