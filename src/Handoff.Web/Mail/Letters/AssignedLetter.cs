using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a rep: an accepted lead is now yours.</summary>
internal sealed class AssignedLetter(Language language) : LeadLetter(language)
{
    public override Wording Write(Told told) => new(
        Say($"{told.Who}: now yours, {DoBy(told)}", $"{told.Who}: ora è tuo, {DoBy(told)}"),
        Say($"Now yours: {told.Who}", $"Ora è tuo: {told.Who}"),
        Say(
            $"{Why(told.Cause)} It is accepted already, and its clock goes on.",
            $"{Why(told.Cause)} È già accettato e il suo tempo continua."),
        Ask(told));

    public override bool Quotes(string step) => true;

    private string Why(MoveCause? cause) => cause switch
    {
        MoveCause.Reassigned => Say(
            "The agreed time of the colleague before you ran out.", "Il tempo di chi lo seguiva prima è scaduto."),
        MoveCause.Declined => Say("The colleague before you declined it.", "Chi lo seguiva prima l'ha rifiutato."),
        MoveCause.ShiftEnded => Say("The shift of the colleague before you ended.", "Il turno di chi lo seguiva prima è finito."),
        MoveCause.Absence => Say("The colleague before you is away.", "Chi lo seguiva prima è assente."),
        MoveCause.Undeliverable => Say(
            "The colleague before you could not be reached by e-mail.", "Chi lo seguiva prima non è raggiungibile per e-mail."),
        MoveCause.TakenBack => Say("The colleague before you took that back.", "Chi lo seguiva prima ci ha ripensato."),
        MoveCause.Undone => Say("The colleague before you undid the acceptance.", "Chi lo seguiva prima ha annullato l'accettazione."),
        MoveCause.Taken => Say("You have taken it.", "L'hai preso tu."),
        MoveCause.AssignedByManager => Say("A manager has assigned it to you.", "Un responsabile l'ha assegnato a te."),
        MoveCause.Rerouted => Say("The colleague before you passed it on.", "Chi lo seguiva prima l'ha passato ad altri."),
        MoveCause.ClaimedByOther or MoveCause.Ended or null => Say("It has been assigned to you.", "È stato assegnato a te."),
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "A cause has a sentence."),
    };
}
