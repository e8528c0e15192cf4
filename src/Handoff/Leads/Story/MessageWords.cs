using Handoff.People;

namespace Handoff.Leads.Story;

/// <summary>What every kind of message is called, wherever one is named.</summary>
public sealed class MessageNames(Language language) : Sentences(language)
{
    private sealed record Names(string Title, string Called, string InMail);

    /// <summary>Returns the kind as a heading.</summary>
    public string Title(MessageKind kind) => Of(kind).Title;

    /// <summary>Returns the kind with its article, as the story of a lead names it.</summary>
    public string Called(MessageKind kind) => Of(kind).Called;

    /// <summary>Returns the kind with its article, as a mail about the same lead names it.</summary>
    public string InMail(MessageKind kind) => Of(kind).InMail;

    /// <summary>Who gets what is for the person of the lead.</summary>
    public string LeadsPerson => Say("whoever sent the lead", "chi ha inviato il lead");

    private string AnAlert => Say("an alert", "un avviso");

    private Names Of(MessageKind kind) => kind switch
    {
        MessageKind.Offer => new(
            Say("Offer", "Proposta"),
            Say("the offer", "la proposta"),
            Say("the offer", "la proposta")),
        MessageKind.Reminder => new(
            Say("Reminder", "Promemoria"),
            Say("the reminder", "il promemoria"),
            Say("a reminder", "un promemoria")),
        MessageKind.MovedOn => new(
            Say("Lead moved on", "Lead passato ad altri"),
            Say("the news that the lead has moved on", "la notizia che il lead è passato ad altri"),
            Say("the news that it moved on", "l'avviso del passaggio ad altri")),
        MessageKind.Accepted => new(
            Say("Confirmation of acceptance", "Conferma di accettazione"),
            Say("the confirmation of the acceptance, with a link to undo it", "la conferma di accettazione"),
            Say("the confirmation", "la conferma")),
        MessageKind.Assigned => new(
            Say("Lead assigned", "Lead assegnato"),
            Say("the news that the lead is theirs", "la notizia che il lead è assegnato"),
            Say("the assignment", "l'assegnazione")),
        MessageKind.GiveFeedback => new(
            Say("Request for feedback", "Richiesta dell'esito"),
            Say("the request for feedback", "la richiesta di dire com'è andata"),
            Say("the request for feedback", "la richiesta dell'esito")),
        MessageKind.FollowUp => new(
            Say("Reminder of the next contact", "Promemoria del prossimo contatto"),
            Say("the reminder of the next contact", "il promemoria del prossimo contatto"),
            Say("the reminder of the next contact", "il promemoria del prossimo contatto")),
        MessageKind.CameBack => new(
            Say("Asked again", "Ha chiesto ancora"),
            Say("the news that the person asked again", "la notizia che la persona ha chiesto ancora"),
            Say("the news that they asked again", "l'avviso della nuova richiesta")),
        MessageKind.Breach => new(
            Say("Alert about a clock", "Avviso su un tempo"),
            Say("the alert about a clock", "l'avviso su un tempo"),
            AnAlert),
        MessageKind.NobodyEligible => new(
            Say("Alert: nobody can take it", "Avviso: nessuno può prenderlo"),
            Say("the alert that nobody can take the lead", "l'avviso che nessuno può prendere il lead"),
            AnAlert),
        MessageKind.DeliveryFailing => new(
            Say("Alert: delivery failing", "Avviso: consegna non riuscita"),
            Say("the alert about a message that cannot be delivered", "l'avviso su un messaggio non consegnabile"),
            AnAlert),
        MessageKind.LongAbsence => new(
            Say("Alert: long absence", "Avviso: assenza lunga"),
            Say("the alert about a long absence", "l'avviso su un'assenza lunga"),
            AnAlert),
        MessageKind.Contested => new(
            Say("Contested return", "Restituzione contestata"),
            Say("the question whether the return stands", "la domanda se la restituzione resta valida"),
            Say("the question about the contest", "la domanda sulla contestazione")),
        MessageKind.ContestAnswered => new(
            Say("Answer to a contest", "Risposta a una contestazione"),
            Say("the answer to the contest", "la risposta alla contestazione"),
            Say("the answer to the contest", "la risposta alla contestazione")),
        MessageKind.HandAgain => new(
            Say("New handoff", "Nuovo passaggio"),
            Say("the beginning of the handoff that follows", "l'inizio del passaggio che segue"),
            Say("a message", "un messaggio")),
        MessageKind.AskLead => new(
            Say("Question to the lead", "Domanda al lead"),
            Say("the question whether somebody has called", "la domanda se qualcuno ha chiamato"),
            Say("a message", "un messaggio")),
        MessageKind.LeadSaysNo => new(
            Say("Alert: nobody has called", "Avviso: nessuno ha chiamato"),
            Say("the alert that nobody has called", "l'avviso che nessuno ha chiamato"),
            AnAlert),
        MessageKind.Returned => new(
            Say("Lead returned", "Lead restituito"),
            Say("the news that the lead has come back", "la notizia che il lead è tornato"),
            Say("the news that it was returned", "l'avviso della restituzione")),
        MessageKind.Touch => new(
            Say("Note to the open handoff", "Nota al passaggio aperto"),
            Say("the news of one more request", "la notizia di un'altra richiesta"),
            Say("a message", "un messaggio")),
        MessageKind.News => new(
            Say("News for other programs", "Notizie per altri programmi"),
            Say("what other programs are told", "quel che si dice ad altri programmi"),
            Say("a message", "un messaggio")),
        MessageKind.Digest => new(
            Say("Digest of alerts", "Riepilogo di avvisi"),
            Say("several alerts in one e-mail", "più avvisi in una sola e-mail"),
            AnAlert),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of message is called something."),
    };
}

/// <summary>A message is owed: to whom, about what, and when it may go.</summary>
internal sealed class OwedStory(StoryReader reader) : StoryPart(reader)
{
    private readonly MessageNames _names = new(reader.Language);

    public string Owed(OwedMessage message)
    {
        var about = About(message.Kind, message.About) + Instead(message.About) + Held(message);
        if (message.Kind == MessageKind.HandAgain)
        {
            return Say(
                $"Message {message.Number} is owed to {message.About.Lead}: it begins the handoff that follows.",
                $"Il messaggio {message.Number} è da inviare a {message.About.Lead}: comincia il passaggio che segue.");
        }

        if (message.Kind == MessageKind.AskLead)
        {
            return Say(
                $"Message {message.Number} is owed to whoever sent the lead, to ask whether somebody has called.",
                $"Il messaggio {message.Number} è da inviare a chi ha mandato il lead, per chiedere se qualcuno ha chiamato.");
        }

        if (message.Kind == MessageKind.News)
        {
            return Say(
                $"Message {message.Number} is owed to the channels: what has happened.",
                $"Il messaggio {message.Number} è da inviare ai canali: quel che è successo.");
        }

        return message.To == PersonId.Nobody
            ? Say(
                $"Message {message.Number} is owed to the open handoff: {about}.",
                $"Il messaggio {message.Number} è da inviare al passaggio aperto: {about}.")
            : Say(
                $"Message {message.Number} is owed to {Name(message.To)}: {about}.",
                $"Il messaggio {message.Number} è da inviare {A(Name(message.To))}: {about}.");
    }

    private string Held(OwedMessage message)
    {
        if (!message.IsHeld)
            return "";
        // Who answers for the clock while the one who is to have the lead does not know of it.
        var teams = message.TellsOfLead
            ? Say(", and until then the clock is the team's", ", e fino ad allora il tempo è a carico del team") : "";
        return Say(
            $"; it waits until {At(message.NotBefore)}, when they are next at work{teams}",
            $"; attende fino a {At(message.NotBefore)}, il suo prossimo orario di lavoro{teams}");
    }

    private string Instead(MessageAbout about) => about.InsteadOf is { } other
        ? Say($", since {Name(other)} cannot be reached", $", perché {Name(other)} non è raggiungibile") : "";

    private string About(MessageKind kind, MessageAbout about) => kind switch
    {
        MessageKind.Offer => Say($"will you take this lead (offer {about.Offer})", $"prendi questo lead? (proposta {about.Offer})")
            + Due(about) + Because(about),
        MessageKind.Breach => Say("an alert ", "un avviso ") + Share(about) + Due(about),
        MessageKind.NobodyEligible => Say("an alert that nobody can take the lead", "un avviso che nessuno può prendere il lead")
            + Because(about),
        MessageKind.DeliveryFailing => Say(
            $"an alert that {Other(about)} cannot be reached with {Failing(about)}",
            $"un avviso che {Other(about)} non è raggiungibile con {Failing(about)}"),
        MessageKind.LongAbsence => Say(
            $"an alert that {Other(about)} is away longer than is excused",
            $"un avviso che {Other(about)} è assente più a lungo di quanto è scusato"),
        MessageKind.Reminder => Say("a reminder ", "un promemoria ") + Share(about) + Due(about),
        MessageKind.Accepted => Language == Language.It
            ? "la conferma di accettazione, con un link per annullarla" : _names.Called(kind),
        MessageKind.Assigned => Say("the lead is now theirs", "il lead è passato in queste mani") + Because(about) + Due(about),
        MessageKind.MovedOn => Say("the lead has moved on", "il lead è passato ad altri") + Because(about),
        MessageKind.Returned when about.Cause == MoveCause.TakenBack => Say(
            $"{Other(about)} has taken the return back, and sales goes on",
            $"{Other(about)} ha annullato la restituzione, e le vendite proseguono"),
        MessageKind.Returned when about.Other is null && about.Reason is null => Say("the lead is held back", "il lead è trattenuto"),
        MessageKind.Returned => Say($"the lead has come back from {Other(about)}", $"il lead è tornato da {Other(about)}")
            + (about.Reason is { } code ? $": {Reason(code)}" : ""),
        MessageKind.Contested => Say("does the contested return stand", "la restituzione contestata resta valida?") + Due(about),
        MessageKind.GiveFeedback => Say("what came of the lead", "che cosa è venuto dal lead") + Due(about),
        MessageKind.Touch => Say("the same person asked again", "la stessa persona ha chiesto ancora")
            + (about.Lead is { } lead ? Say($", and {lead} is to know", $", e {lead} deve saperlo") : ""),
        _ => _names.Called(kind),
    };

    private string Failing(MessageAbout about) =>
        about.Failing is { } kind ? _names.Called(kind) : Say("a message", "un messaggio");

    private string Share(MessageAbout about) => about.Clock is { } clock
        ? Say($"at {about.Percent} % of the {Clock(clock)}", $"al {about.Percent} % del {Clock(clock)}")
        : Say("about the lead", "sul lead");

    private string Due(MessageAbout about) => about.Due is { } due ? Say($", due {At(due)}", $", scade {At(due)}") : "";

    private string Because(MessageAbout about) =>
        about.Cause is { } cause ? Say($", because {Because(cause)}", $", perché {Because(cause)}") : "";

    private string Other(MessageAbout about) => about.Other is { } other ? Name(other) : Say("somebody", "qualcuno");
}
