using Handoff.People;
using static System.FormattableString;
using static Handoff.People.ItalianEuphony;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story.Italian;

/// <summary>Messages and what becomes of them, in Italian.</summary>
internal static class ItalianMessages
{
    public static string Says(LeadEvent happened, StoryReader reader) => happened switch
    {
        MessageOwed it => Owed(it, reader),
        MessageReleased it => $"{Which(it.Number, reader)} ha atteso fino ad ora e può partire.",
        MessageHeld it when it.Until > it.At => $"{Which(it.Number, reader)} va {To(reader.Name(it.To))} e attende fino a {reader.At(it.Until)}, il suo prossimo orario di lavoro.",
        MessageHeld it => $"{Which(it.Number, reader)} va invece {To(reader.Name(it.To))}.",
        MessageOvertaken it => $"{Which(it.Number, reader)} non è inviato, perché ciò che doveva dire non è più vero.",
        MessageSent it => $"{Which(it.Number, reader)} è stato inviato.",
        MessageFailed it => $"{Which(it.Number, reader)} non è stato consegnato{Said(it.Reason)}, e si ritenta fra {Length(it.RetryAt - it.At)}, "
            + $"{reader.At(it.RetryAt, it.At)}.",
        MessageParked { Refused: true } it => $"{Which(it.Number, reader)} è stato rifiutato definitivamente{Said(it.Reason)} e non si ritenta{Lost(it.IsLost)}.",
        MessageParked it => $"{Which(it.Number, reader)} non è riuscito per un giorno{Said(it.Reason)} e non si ritenta{Lost(it.IsLost)}.",
        MessageRetried it => $"{Which(it.Number, reader)} si ritenta, perché lo ha chiesto {(it.By is { } by ? reader.Name(by) : "un amministratore")}.",
        MessageDelivered it => $"{Which(it.Number, reader)} è arrivato al server di posta del destinatario.",
        MessageDeferred it => $"{Which(it.Number, reader)} per ora non è accettato dal server di posta del destinatario{Said(it.Reason)}, e il provider insiste.",
        MessageBounced it => $"{Which(it.Number, reader)} {What(it.Fate, reader.Name(it.To))}{Said(it.Reason)}{Lost(it.IsLost)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Every kind of event has a sentence."),
    };

    private static string Owed(MessageOwed it, StoryReader reader)
    {
        var message = it.Message;
        var teams = message.Kind is MessageKind.Offer or MessageKind.Assigned ? ", e fino ad allora il tempo è a carico del team" : "";
        var held = message.IsHeld ? $"; attende fino a {reader.At(message.NotBefore)}, il suo prossimo orario di lavoro{teams}" : "";
        var instead = message.About.InsteadOf is { } other ? $", perché {reader.Name(other)} non è raggiungibile" : "";
        var to = message.To == PersonId.Nobody ? "al passaggio aperto" : To(reader.Name(message.To));
        return Invariant($"Il messaggio {message.Number} è da inviare {to}: {About(message.Kind, message.About, reader)}{instead}{held}.");
    }

    private static string About(MessageKind kind, MessageAbout about, StoryReader reader) => kind switch
    {
        MessageKind.Offer => Invariant($"prendi questo lead? (proposta {about.Offer}){Due(about, reader)}{Because(about)}"),
        MessageKind.Breach => $"un avviso {Share(about)}{Due(about, reader)}",
        MessageKind.NobodyEligible => $"un avviso che nessuno può prendere il lead{Because(about)}",
        MessageKind.DeliveryFailing => $"un avviso che {Other(about, reader)} non è raggiungibile con {(about.Failing is { } failing ? Called(failing) : "un messaggio")}",
        MessageKind.LongAbsence => $"un avviso che {Other(about, reader)} è assente più a lungo di quanto è scusato",
        MessageKind.Reminder => $"un promemoria {Share(about)}{Due(about, reader)}",
        MessageKind.Assigned => $"il lead è passato in queste mani{Because(about)}{Due(about, reader)}",
        MessageKind.MovedOn => $"il lead è passato ad altri{Because(about)}",
        MessageKind.Returned when about.Cause == MoveCause.TakenBack =>
            $"{Other(about, reader)} ha annullato la restituzione, e le vendite proseguono",
        MessageKind.Returned => $"il lead è tornato da {Other(about, reader)}{(about.Reason is { } code ? $": {reader.Reason(code)}" : "")}",
        MessageKind.GiveFeedback => $"che cosa è venuto dal lead{Due(about, reader)}",
        MessageKind.Touch => $"la stessa persona ha chiesto ancora{(about.Lead is { } lead ? $", e {lead} deve saperlo" : "")}",
        MessageKind.Accepted => "la conferma di accettazione, con un link per annullarla",
        _ => Called(kind),
    };

    private static string Called(MessageKind kind) => kind switch
    {
        MessageKind.Offer => "la proposta",
        MessageKind.Reminder => "il promemoria",
        MessageKind.MovedOn => "la notizia che il lead è passato ad altri",
        MessageKind.Accepted => "la conferma di accettazione",
        MessageKind.Assigned => "la notizia che il lead è assegnato",
        MessageKind.GiveFeedback => "la richiesta di dire com'è andata",
        MessageKind.CameBack => "la notizia che la persona ha chiesto ancora",
        MessageKind.Breach => "l'avviso su un tempo",
        MessageKind.NobodyEligible => "l'avviso che nessuno può prendere il lead",
        MessageKind.DeliveryFailing => "l'avviso su un messaggio non consegnabile",
        MessageKind.LongAbsence => "l'avviso su un'assenza lunga",
        MessageKind.Returned => "la notizia che il lead è tornato",
        MessageKind.Touch => "la notizia di un'altra richiesta",
        MessageKind.Digest => "più avvisi in una sola e-mail",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of message is called something."),
    };

    private static string What(MailFate fate, string to) => fate switch
    {
        MailFate.Bounced => $"{To(to)} è tornato indietro",
        MailFate.Blocked => $"{To(to)} è stato respinto dal server di posta del destinatario",
        MailFate.Dropped => $"{To(to)} non è stato inoltrato dal provider",
        MailFate.Spam => $"è stato segnalato come spam da {to}",
        MailFate.Undeliverable => $"non è stato consegnabile {To(to)}",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "A message bounces in some way."),
    };

    private static string Which(int number, StoryReader reader) => reader.Messages.GetValueOrDefault(number) is { } message
        ? Invariant($"Il messaggio {number} ({Called(message.Kind)}{(message.To == PersonId.Nobody ? "" : $" {To(reader.Name(message.To))}")})")
        : Invariant($"Il messaggio {number}");

    private static string Share(MessageAbout about) =>
        about.Clock is { } clock ? Invariant($"al {about.Percent} % del {ItalianWords.Clock(clock)}") : "sul lead";

    private static string Due(MessageAbout about, StoryReader reader) => about.Due is { } due ? $", scade {reader.At(due)}" : "";

    private static string Because(MessageAbout about) => about.Cause is { } cause ? $", perché {ItalianWords.Because(cause)}" : "";

    private static string Other(MessageAbout about, StoryReader reader) => about.Other is { } other ? reader.Name(other) : "qualcuno";

    private static string Lost(bool isLost) => isLost ? ", e nessun altro può essere avvisato" : "";
}
