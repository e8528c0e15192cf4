using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the rep before: the lead has moved on.</summary>
internal sealed class MovedOnLetter(Language language) : LeadLetter(language)
{
    public override Tone Tone => Tone.Still;

    public override bool IsNews => true;

    public override Wording Write(Told told)
    {
        var moved = told.Owner is null ? Say("No longer with you", "Non più in carico a te") : Say("Moved on", "Passato ad altri");
        var holder = Holder(told) is { } now ? Say($" It is now with {now}.", $" Ora è in carico {ItalianEuphony.To(now)}.") : "";
        return new(
            Say($"{told.Who}: no longer with you, nothing to do", $"{told.Who}: non più in carico a te, niente da fare"),
            $"{moved}: {told.Who}",
            Why(told.Cause) + holder,
            Say("You have nothing to do.", "Non devi fare nulla."));
    }

    private string Why(MoveCause? cause) => cause switch
    {
        MoveCause.Reassigned => Say("The agreed time for it ran out.", "Il tempo concordato è scaduto."),
        MoveCause.Declined => Say("It was declined.", "È stato rifiutato."),
        MoveCause.ShiftEnded => Say(
            "Your shift ended before it was answered. This does not count against you.",
            "Il tuo turno è finito prima della risposta. Non conta a tuo sfavore."),
        MoveCause.Absence => Say("You are noted as away.", "Risulti assente."),
        MoveCause.Undeliverable => Say(
            "Our e-mail about it could not be delivered.", "Non abbiamo potuto consegnarti l'e-mail che ne parlava."),
        MoveCause.TakenBack => Say(
            "Whoever had declined it or passed it on has taken that back.", "Chi l'aveva rifiutato o passato ci ha ripensato."),
        MoveCause.Undone => Say("The acceptance was undone.", "L'accettazione è stata annullata."),
        MoveCause.Taken => Say("A manager has taken it.", "L'ha preso un responsabile."),
        MoveCause.AssignedByManager => Say("A manager has assigned it to somebody else.", "Un responsabile l'ha assegnato ad altri."),
        MoveCause.ClaimedByOther => Say(
            "A colleague was the first to accept it.", "Un'altra persona del team l'ha accettato per prima."),
        MoveCause.Rerouted => Say(
            "It was passed on, with the reason that was given.", "È stato passato ad altri, con il motivo indicato."),
        MoveCause.Ended => Say("The handoff has ended.", "Il passaggio si è concluso."),
        null => Say("It has changed hands.", "È cambiato chi lo segue."),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has a sentence."),
    };
}
