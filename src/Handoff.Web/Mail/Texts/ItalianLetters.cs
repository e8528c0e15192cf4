using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Mail.Words;
using static System.FormattableString;

namespace Handoff.Web.Mail.Texts;

/// <content>What each message says.</content>
internal sealed partial class ItalianTexts
{
    /// <inheritdoc />
    protected override Wording Offer(Told told) => new(
        $"{told.Who}: {DoBy(told)}",
        $"Nuovo lead: {told.Who}",
        $"{Ask("accetta o rifiuta", told)}{(told.IsClaim ? " È stato proposto a più persone: va alla prima che lo accetta." : "")}");

    /// <inheritdoc />
    protected override Wording Reminder(Told told) => new(
        $"Promemoria: {told.Who}: {DoBy(told)}",
        $"Ancora da fare: {told.Who}",
        $"{Ask(Do(told.Clock), told)}{Passed(told)}");

    /// <inheritdoc />
    protected override Wording MovedOn(Told told) => new(
        $"{told.Who}: non più in carico a te, niente da fare",
        $"{(told.Owner is null ? "Non più in carico a te" : "Passato ad altri")}: {told.Who}",
        $"{told.Cause switch
        {
            MoveCause.Reassigned => "Il tempo concordato è scaduto.",
            MoveCause.Declined => "È stato rifiutato.",
            MoveCause.ShiftEnded => "Il tuo turno è finito prima della risposta. Non conta a tuo sfavore.",
            MoveCause.Absence => "Risulti assente.",
            MoveCause.Undeliverable => "Non abbiamo potuto consegnarti l'e-mail che ne parlava.",
            MoveCause.TakenBack => "Chi l'aveva rifiutato o passato ci ha ripensato.",
            MoveCause.Undone => "L'accettazione è stata annullata.",
            MoveCause.Taken => "L'ha preso un responsabile.",
            MoveCause.AssignedByManager => "Un responsabile l'ha assegnato ad altri.",
            MoveCause.ClaimedByOther => "Un'altra persona del team l'ha accettato per prima.",
            MoveCause.Rerouted => "È stato passato ad altri, con il motivo indicato.",
            MoveCause.Ended => "Il passaggio si è concluso.",
            null => "È cambiato chi lo segue.",
            _ => throw new ArgumentOutOfRangeException(nameof(told), told.Cause, "A cause has a sentence."),
        }}{(Holder(told) is { } holder ? $" Ora è in carico {ItalianEuphony.To(holder)}." : "")}",
        "Non devi fare nulla.");

    /// <inheritdoc />
    protected override Wording Accepted(Told told) => new(
        $"{told.Who}: è tuo, {DoBy(told)}",
        $"È tuo: {told.Who}",
        $"Grazie per aver accettato. {Ask(Do(told.Clock), told)} Poi registra il contatto.");

    /// <inheritdoc />
    protected override Wording Assigned(Told told) => new(
        $"{told.Who}: ora è tuo, {DoBy(told)}",
        $"Ora è tuo: {told.Who}",
        $"{told.Cause switch
        {
            MoveCause.Reassigned => "Il tempo di chi lo seguiva prima è scaduto.",
            MoveCause.Declined => "Chi lo seguiva prima l'ha rifiutato.",
            MoveCause.ShiftEnded => "Il turno di chi lo seguiva prima è finito.",
            MoveCause.Absence => "Chi lo seguiva prima è assente.",
            MoveCause.Undeliverable => "Chi lo seguiva prima non è raggiungibile per e-mail.",
            MoveCause.TakenBack => "Chi lo seguiva prima ci ha ripensato.",
            MoveCause.Undone => "Chi lo seguiva prima ha annullato l'accettazione.",
            MoveCause.Taken => "L'hai preso tu.",
            MoveCause.AssignedByManager => "Un responsabile l'ha assegnato a te.",
            MoveCause.Rerouted => "Chi lo seguiva prima l'ha passato ad altri.",
            MoveCause.ClaimedByOther or MoveCause.Ended or null => "È stato assegnato a te.",
            _ => throw new ArgumentOutOfRangeException(nameof(told), told.Cause, "A cause has a sentence."),
        }} È già accettato e il suo tempo continua.",
        Ask(Do(told.Clock), told));

    /// <inheritdoc />
    protected override Wording GiveFeedback(Told told) => new(
        $"{told.Who}: {DoBy(told)}",
        $"Com'è andata con {told.Who}?",
        $"{Ask(Do(told.Clock), told)} Indica se è una vera opportunità, oppure restituisci il lead con un motivo.");

    /// <inheritdoc />
    protected override Wording CameBack(Told told) => new(
        $"{told.Who}: nuova richiesta, {(told.Deadline is null ? "contatta la persona" : DoBy(told))}",
        $"Nuova richiesta: {told.Who}",
        $"La nuova richiesta si unisce al lead che segui già; i suoi tempi non cambiano. {(told.Deadline is null ? "Contatta la persona." : Ask(Do(told.Clock), told))}");

    /// <inheritdoc />
    protected override Wording Breach(Told told) => told.Deadline is { IsLate: false }
        ? new(
            $"{told.Who}: {NotDone(told.Clock)}, intervieni {By(told.Deadline.Value.Moment)}",
            $"{told.Who}: {NotDone(told.Clock)}",
            $"{Due(told)}{Passed(told)} {Where(told)}",
            "Puoi prenderlo, assegnarlo o silenziare questo avviso per un po'.")
        : new(
            IsAgain(told)
                ? Invariant($"{told.Who}: ancora {NotDone(told.Clock)} al {told.Percent}% del tempo concordato, intervieni ora")
                : $"{told.Who}: {NotDone(told.Clock)}, {(told.Deadline is { } late ? $"{Times.WasDue(late.Moment)}, " : "")}intervieni ora",
            IsAgain(told) ? $"{told.Who}: ancora {NotDone(told.Clock)}" : $"{told.Who}: {NotDone(told.Clock)} in tempo",
            $"{(told.Deadline is null ? "Il tempo concordato è passato." : Due(told))}{Again(told)} {Where(told)}",
            "Puoi prenderlo, assegnarlo o silenziare questo avviso per un po'.");

    /// <inheritdoc />
    protected override Wording NobodyEligible(Told told) => new(
        $"{told.Who}: nessuno può seguirlo, assegnalo {(told.Deadline is { IsLate: false } due ? By(due.Moment) : "ora")}",
        $"Nessuno può seguire {told.Who}",
        $"Ora nessun venditore è disponibile, quindi il lead attende nella tua coda.{(told.Deadline is null ? "" : $" {Due(told)}")}",
        "Prendilo o assegnalo.");

    /// <inheritdoc />
    protected override Wording DeliveryFailing(Told told) => new(
        $"{told.Who}: {(told.Other is { } reader ? $"le e-mail {ItalianEuphony.To(reader)} non arrivano" : "un'e-mail non arriva")}, intervieni {(told.Deadline is { IsLate: false } due ? By(due.Moment) : "ora")}",
        $"{told.Who}: {(told.Other is { } to ? $"le e-mail {ItalianEuphony.To(to)} non arrivano" : "un'e-mail non arriva")}",
        $"Non abbiamo potuto consegnare {Message(told.Failing)} su questo lead.{(told.Deadline is null ? "" : $" {Due(told)}")} {Where(told)}",
        "Avvisa la persona in un altro modo, oppure prendi o assegna il lead.");

    /// <inheritdoc />
    protected override Wording LongAbsence(Told told) => new(
        $"{told.Who}: {told.Owner ?? "chi lo segue"} manca ancora, decidi chi prosegue",
        $"{told.Who}: {told.Owner ?? "chi lo segue"} manca ancora",
        $"Il lead attende un riscontro. La pausa concordata è finita e il tempo riparte.{(told.Deadline is null ? "" : $" {Due(told)}")}",
        "Prendi il lead o assegnalo, oppure lascialo in attesa.");

    /// <inheritdoc />
    protected override Wording Returned(Told told) => told.Cause == MoveCause.TakenBack
        ? new(
            $"{told.Who}: non è più restituito, le vendite proseguono",
            $"Non è più restituito: {told.Who}",
            $"{told.Other ?? "Il venditore"} l'aveva restituito per errore e ha annullato."
                + (Holder(told) is { } holder ? $" È in carico {ItalianEuphony.To(holder)}." : ""),
            "Non devi fare nulla.")
        : new(
        $"{told.Who}: {Effect(told)}{(told.Reason is { } reason ? $": {reason}" : "")}",
        $"{told.Who}: {Effect(told)}",
        told.Reason is { } why ? $"Il motivo indicato: {why}." : "Nessun motivo indicato.",
        "Non devi confermare nulla.");

    /// <inheritdoc />
    public override Wording Digest(int count, string first, ToldDeadline? deadline) => new(
        $"{Plural(count, "lead attende", "lead attendono")} te{(deadline is { IsLate: false } due ? $" {By(due.Moment)}" : " ora")}: {first}{(count > 1 ? $" e {Plural(count - 1, "altro", "altri")}" : "")}",
        $"{Plural(count, "lead attende", "lead attendono")} te",
        count == 1 ? "La situazione è ancora questa." : "Per ciascuno la situazione è ancora questa.");

    private static string Effect(Told told) => told.Then switch
    {
        ReasonEffect.Nurture => "non ora, da tenere in caldo",
        ReasonEffect.Discard => "scartato dalle vendite",
        ReasonEffect.Return or ReasonEffect.Reroute or null => "restituito dalle vendite",
        _ => throw new ArgumentOutOfRangeException(nameof(told), told.Then, "An effect has words."),
    };

    private static string NotDone(ClockName clock) => clock switch
    {
        ClockName.Accept => "non accettato",
        ClockName.FirstContact => "non contattato",
        ClockName.Feedback => "nessun riscontro",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock can be missed."),
    };

    private static string Message(MessageKind? kind) => kind switch
    {
        MessageKind.Offer => "la proposta",
        MessageKind.Reminder => "un promemoria",
        MessageKind.Accepted => "la conferma",
        MessageKind.Assigned => "l'assegnazione",
        MessageKind.GiveFeedback => "la richiesta di riscontro",
        MessageKind.CameBack => "l'avviso della nuova richiesta",
        MessageKind.MovedOn => "l'avviso del passaggio ad altri",
        MessageKind.Returned => "l'avviso della restituzione",
        MessageKind.Breach or MessageKind.NobodyEligible or MessageKind.DeliveryFailing or MessageKind.LongAbsence or MessageKind.Digest => "un avviso",
        MessageKind.Touch or null => "un messaggio",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A message has a name."),
    };

    private static string? Holder(Told told) => told.Owner is { } owner ? told.InQueue ? $"{owner} (in coda)" : owner : null;

    private static string Where(Told told) => Holder(told) is { } holder ? $"È in carico {ItalianEuphony.To(holder)}." : "Nessuno l'ha in carico.";

    // A late deadline says so itself.
    private static string Passed(Told told) =>
        told is { Percent: > 0, Deadline: null or { IsLate: false } } ? $" Tempo concordato trascorso: {told.Percent}%." : "";

    // After the first alert of a broken promise the next say how far it has gone.
    private static string Again(Told told) => IsAgain(told) ? Invariant($" Finora è trascorso il {told.Percent}% del tempo concordato.")
        : "";

    private static string Distance(ToldDeadline due) => due.Distance is { } distance ? $" ({distance})" : "";

    private string Ask(string what, Told told) => told.Deadline switch
    {
        null => $"{Times.Capital(what)}.",
        { IsLate: true } late => $"{Times.Capital(what)} ora: {Times.WasDue(late.Moment)}{Distance(late)}.",
        { } due => $"{Times.Capital(what)} {By(due.Moment)}{Distance(due)}.",
    };

    private string DoBy(Told told) => told.Deadline switch
    {
        null => Do(told.Clock),
        { IsLate: true } late => $"{Do(told.Clock)} ora, {Times.WasDue(late.Moment)}",
        { } due => $"{Do(told.Clock)} {By(due.Moment)}",
    };

    private string Due(Told told) =>
        told.Deadline is { } due ? $"{(due.IsLate ? "Scadeva" : "Scade")} {At(due.Moment)}{Distance(due)}." : "";
}
