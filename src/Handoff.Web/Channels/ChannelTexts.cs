using Handoff.People;

namespace Handoff.Web.Channels;

/// <summary>What the page of channels says.</summary>
public sealed class ChannelTexts(Language language) : Sentences(language)
{
    public string Heading => Say("Channels", "Canali");
    public string Hint => Say(
        "Who is told what happens to leads, and every attempt of late. A channel that does not answer delays only itself.",
        "Chi viene a sapere che cosa succede ai lead, e ogni tentativo recente. Un canale che non risponde ritarda solo se stesso.");
    public string None => Say(
        "No channels yet. Name them in channels.yaml.",
        "Ancora nessun canale. Si indicano in channels.yaml.");
    public string Removed => Say("It is no longer in channels.yaml.", "Non è più in channels.yaml.");
    public string Refused => Say(
        "Stopped: the receiver takes nothing any more ({0}).",
        "Fermo: il destinatario non accetta più nulla ({0}).");
    public string Dead => Say(
        "Stopped: nothing arrived in ten attempts ({0}).",
        "Fermo: nulla è arrivato in dieci tentativi ({0}).");
    public string Down => Say("Nothing arrives at present; next attempt {0}.", "Al momento non arriva nulla; prossimo tentativo {0}.");
    public string Waiting => Say(
        "{0} event is on its way.|{0} events are on their way.",
        "{0} evento è in viaggio.|{0} eventi sono in viaggio.");
    public string Idle => Say("Nothing was sent yet.", "Ancora nulla è stato inviato.");
    public string Well => Say("Everything has arrived.", "Tutto è arrivato.");
    public string Counts => Say("{0} arrived, {1} waiting, {2} given up", "{0} arrivati, {1} in attesa, {2} abbandonati");
    public string TurnOn => Say("Turn on again", "Riattiva");
    public string SendAgain => Say("Send again what was given up", "Invia di nuovo ciò che è stato abbandonato");
    public string TurnedOn => Say(
        "The channel is on; {0} event is sent again.|The channel is on; {0} events are sent again.",
        "Il canale è attivo; {0} evento parte di nuovo.|Il canale è attivo; {0} eventi partono di nuovo.");
    public string Attempts => Say("Attempts", "Tentativi");
    public string Deals => Say("Deals that were read", "Trattative lette");
    public string Deal => Say("Deal", "Trattativa");
    public string At => Say("When", "Quando");
    public string Event => Say("Event", "Evento");
    public string Number => Say("Attempt", "Tentativo");
    public string Outcome => Say("Outcome", "Esito");
    public string Took => Say("Took", "Durata");
    public string Lead => Say("Lead", "Lead");
    public string Open => Say("Open", "Apri");
    public string Arrived => Say("arrived", "arrivato");
    public string Again => Say("again {0}", "di nuovo {0}");
    public string GivenUp => Say("given up", "abbandonato");
}
