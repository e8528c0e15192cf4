using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a manager: whoever sent the lead says that nobody has called.</summary>
internal sealed class LeadSaysNoLetter(Language language) : AlertLetter(language)
{
    public override Wording Write(Told told) => new(
        Say($"{told.Who}: says that nobody has called", $"{told.Who}: dice che nessuno ha chiamato"),
        Say($"{told.Who} says that nobody has called", $"{told.Who} dice che nessuno ha chiamato"),
        Say(
            $"They were asked by mail whether somebody had been in touch, and answered no. {Where(told)}",
            $"Alla domanda se qualcuno si fosse fatto vivo ha risposto di no. {Where(told)}"),
        Say(
            "Please see to it that somebody calls. People forget and err: ask whoever has the lead first.",
            "Fai in modo che qualcuno chiami. Le persone dimenticano e sbagliano: prima chiedi a chi ha il lead."));
}
