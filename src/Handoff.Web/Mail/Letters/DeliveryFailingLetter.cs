using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a manager: mail does not arrive.</summary>
internal sealed class DeliveryFailingLetter(Language language) : AlertLetter(language)
{
    public override Wording Write(Told told)
    {
        var fails = told.Other is { } reader
            ? Say($"mail to {reader} does not arrive", $"le e-mail {ItalianEuphony.To(reader)} non arrivano")
            : Say("a mail does not arrive", "un'e-mail non arriva");
        return new(
            Say($"{told.Who}: {fails}, act {ByOrNow(told)}", $"{told.Who}: {fails}, intervieni {ByOrNow(told)}"),
            $"{told.Who}: {fails}",
            Say(
                $"We could not deliver {Message(told.Failing)} about this lead.{AndDue(told)} {Where(told)}",
                $"Non abbiamo potuto consegnare {Message(told.Failing)} su questo lead.{AndDue(told)} {Where(told)}"),
            Say(
                "Please tell them in another way, or take or assign the lead.",
                "Avvisa la persona in un altro modo, oppure prendi o assegna il lead."));
    }

    private string Message(MessageKind? kind) =>
        kind is { } failing ? new MessageNames(Language).InMail(failing) : Say("a message", "un messaggio");
}
