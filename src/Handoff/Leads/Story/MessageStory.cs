using Handoff.People;

namespace Handoff.Leads.Story;

/// <summary>What becomes of a message that is owed.</summary>
internal sealed class MessageStory(StoryReader reader) : StoryPart(reader)
{
    public string Released(int number) => Say(
        $"{Which(number)} was held until now and may go.", $"{Which(number)} ha atteso fino ad ora e può partire.");

    public string Held(MessageHeld it) => it.Until > it.At
        ? Say(
            $"{Which(it.Number)} goes to {Name(it.To)} and waits until {At(it.Until)}, when they are next at work.",
            $"{Which(it.Number)} va {A(Name(it.To))} e attende fino a {At(it.Until)}, il suo prossimo orario di lavoro.")
        : Say($"{Which(it.Number)} goes to {Name(it.To)} instead.", $"{Which(it.Number)} va invece {A(Name(it.To))}.");

    public string Overtaken(int number) => Say(
        $"{Which(number)} is not sent, since what it was to say is no longer so.",
        $"{Which(number)} non è inviato, perché ciò che doveva dire non è più vero.");

    /// <summary>An alert goes to the recipient's alerts; the e-mail that carries it is theirs, and goes later.</summary>
    public string Sent(int number) => Reader.Messages.GetValueOrDefault(number) is { IsAlert: true } alert
        ? Say(
            $"{Which(number)} stands among the alerts of {Name(alert.To)}, and goes with their next e-mail of alerts.",
            $"{Which(number)} è fra gli avvisi di {Name(alert.To)} e parte con la prossima e-mail di avvisi.")
        : Say($"{Which(number)} was sent.", $"{Which(number)} è stato inviato.");

    public string Failed(MessageFailed it)
    {
        var (which, said, pause, at) = (Which(it.Number), Said(it.Reason), Length(it.RetryAt - it.At), At(it.RetryAt, it.At));
        return Say(
            $"{which} could not be delivered{said}, and is tried again in {pause}, at {at}.",
            $"{which} non è stato consegnato{said}, e si ritenta fra {pause}, {at}.");
    }

    public string Parked(MessageParked it)
    {
        var (which, said, lost) = (Which(it.Number), Said(it.Reason), Lost(it.IsLost));
        return it.Refused
            ? Say(
                $"{which} was refused for good{said} and is not tried again{lost}.",
                $"{which} è stato rifiutato definitivamente{said} e non si ritenta{lost}.")
            : Say(
                $"{which} kept failing for a day{said} and is not tried again{lost}.",
                $"{which} non è riuscito per un giorno{said} e non si ritenta{lost}.");
    }

    public string Retried(MessageRetried it)
    {
        var who = it.By is { } by ? Name(by) : Say("an administrator", "un amministratore");
        return Say(
            $"{Which(it.Number)} is tried again, since {who} asked for it.", $"{Which(it.Number)} si ritenta, perché lo ha chiesto {who}.");
    }

    public string Delivered(int number) => Say(
        $"{Which(number)} reached the recipient's mail server.", $"{Which(number)} è arrivato al server di posta del destinatario.");

    public string Deferred(MessageDeferred it) => Say(
        $"{Which(it.Number)} is not taken by the recipient's mail server for now{Said(it.Reason)}, and the provider goes on trying.",
        $"{Which(it.Number)} per ora non è accettato dal server di posta del destinatario{Said(it.Reason)}, e il provider insiste.");

    public string Bounced(MessageBounced it) =>
        $"{Which(it.Number)} {What(it.Fate, Name(it.To))}{Said(it.Reason)}{Lost(it.IsLost)}.";

    /// <summary>The message by its number and, where it is known, by what it is and who gets it.</summary>
    private string Which(int number)
    {
        if (Reader.Messages.GetValueOrDefault(number) is not { } message)
            return Say($"Message {number}", $"Il messaggio {number}");
        var called = new MessageNames(Language).Called(message.Kind);
        var to = message.To == PersonId.Nobody ? "" : Say($" to {Name(message.To)}", $" {A(Name(message.To))}");
        return Say($"Message {number} ({called}{to})", $"Il messaggio {number} ({called}{to})");
    }

    private string What(MailFate fate, string to) => fate switch
    {
        MailFate.Bounced => Say($"to {to} came back undelivered", $"{A(to)} è tornato indietro"),
        MailFate.Blocked => Say(
            $"to {to} was turned away by the recipient's mail server", $"{A(to)} è stato respinto dal server di posta del destinatario"),
        MailFate.Dropped => Say($"to {to} was not sent on by the provider", $"{A(to)} non è stato inoltrato dal provider"),
        MailFate.Spam => Say($"was called spam by {to}", $"è stato segnalato come spam da {to}"),
        MailFate.Undeliverable => Say($"could not be delivered to {to}", $"non è stato consegnabile {A(to)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "A message bounces in some way."),
    };

    private string Lost(bool isLost) =>
        isLost ? Say(", and nobody else can be told", ", e nessun altro può essere avvisato") : "";
}
