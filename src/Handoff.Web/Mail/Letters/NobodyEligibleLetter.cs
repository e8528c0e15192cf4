using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a manager: nobody can take it.</summary>
internal sealed class NobodyEligibleLetter(Language language) : AlertLetter(language)
{
    public override Wording Write(Told told) => new(
        Say(
            $"{told.Who}: nobody can take it, assign it {ByOrNow(told)}",
            $"{told.Who}: nessuno può seguirlo, assegnalo {ByOrNow(told)}"),
        Say($"Nobody can take {told.Who}", $"Nessuno può seguire {told.Who}"),
        Say(
            $"No rep is eligible now, so it waits in your queue.{AndDue(told)}",
            $"Ora nessun venditore è disponibile, quindi il lead attende nella tua coda.{AndDue(told)}"),
        Say("Please take it or assign it.", "Prendilo o assegnalo."));
}
