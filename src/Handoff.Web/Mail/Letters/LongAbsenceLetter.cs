using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a manager: the owner is away for longer than is excused.</summary>
internal sealed class LongAbsenceLetter(Language language) : AlertLetter(language)
{
    public override Wording Write(Told told)
    {
        var owner = told.Owner ?? Say("the owner", "chi lo segue");
        return new(
            Say($"{told.Who}: {owner} is still away, decide who goes on", $"{told.Who}: {owner} manca ancora, decidi chi prosegue"),
            Say($"{told.Who}: {owner} is still away", $"{told.Who}: {owner} manca ancora"),
            told.Clock == ClockName.Outcome
                ? Say(
                    $"The opportunity waits for its outcome. The agreed pause is used up, so the clock runs again.{AndDue(told)}",
                    $"L'opportunità attende l'esito finale. La pausa concordata è finita e il tempo riparte.{AndDue(told)}")
                : Say(
                    $"The lead waits for feedback. The agreed pause is used up, so the clock runs again.{AndDue(told)}",
                    $"Il lead attende l'esito. La pausa concordata è finita e il tempo riparte.{AndDue(told)}"),
            Say("Please take the lead or assign it, or let it wait.", "Prendi il lead o assegnalo, oppure lascialo in attesa."));
    }
}
