using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a manager: a promise is about to break or is broken.</summary>
internal sealed class BreachLetter(Language language) : AlertLetter(language)
{
    public override Wording Write(Told told) => told switch
    {
        { Deadline: { IsLate: false } due } => new(
            Say(
                $"{told.Who}: {NotDone(told.Clock)} yet, act {Times.By(due.Moment)}",
                $"{told.Who}: {NotDone(told.Clock)}, intervieni {Times.By(due.Moment)}"),
            Say($"{told.Who}: {NotDone(told.Clock)} yet", $"{told.Who}: {NotDone(told.Clock)}"),
            $"{Due(told)}{Passed(told)} {Where(told)}",
            YouCan),
        // After the first alert of a broken promise the next say how far it has gone.
        { Percent: > 100 } => new(
            Say(
                $"{told.Who}: still {NotDone(told.Clock)} at {told.Percent}% of the agreed time, act now",
                $"{told.Who}: ancora {NotDone(told.Clock)} al {told.Percent}% del tempo concordato, intervieni ora"),
            Say($"{told.Who}: still {NotDone(told.Clock)}", $"{told.Who}: ancora {NotDone(told.Clock)}"),
            Say(
                $"{WasDue(told)} By now {told.Percent}% of the agreed time has passed. {Where(told)}",
                $"{WasDue(told)} Finora è trascorso il {told.Percent}% del tempo concordato. {Where(told)}"),
            YouCan),
        _ => new(
            Say(
                $"{told.Who}: {NotDone(told.Clock)}, {Late(told)}act now",
                $"{told.Who}: {NotDone(told.Clock)}, {Late(told)}intervieni ora"),
            Say($"{told.Who}: {NotDone(told.Clock)} in time", $"{told.Who}: {NotDone(told.Clock)} in tempo"),
            $"{WasDue(told)} {Where(told)}",
            YouCan),
    };

    private string YouCan => Say(
        "You can take it, assign it or silence this alert for a while.",
        "Puoi prenderlo, assegnarlo o silenziare questo avviso per un po'.");

    private string Late(Told told) => told.Deadline is { } late ? $"{Times.WasDue(late.Moment)}, " : "";

    private string WasDue(Told told) =>
        told.Deadline is null ? Say("The agreed time has passed.", "Il tempo concordato è passato.") : Due(told);

    private string NotDone(ClockName clock) => clock switch
    {
        ClockName.Accept => Say("not accepted", "non accettato"),
        ClockName.FirstContact => Say("not contacted", "non contattato"),
        ClockName.Feedback => Say("no feedback", "nessun esito"),
        ClockName.Outcome => Say("no word of the outcome", "nessun esito finale"),
        ClockName.Confirm => Say("not confirmed", "non confermato"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock can be missed."),
    };
}
