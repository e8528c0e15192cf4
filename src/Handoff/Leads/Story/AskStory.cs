namespace Handoff.Leads.Story;

/// <summary>That the person is asked whether somebody has called, and what they answer.</summary>
internal sealed class AskStory(StoryReader reader) : StoryPart(reader)
{
    public string Planned(AskPlanned it)
    {
        var why = it.IsByConsent
            ? Say("who agreed to be contacted", "che ha acconsentito a essere contattato")
            : Say("as the agreement says", "come dice l'accordo");
        return Say(
            $"Whoever sent the lead, {why}, will be asked on {At(it.DueAt)} whether somebody has called.",
            $"A chi ha inviato il lead, {why}, si chiederà {At(it.DueAt)} se qualcuno ha chiamato.");
    }

    public string Dropped(AskDropped it)
    {
        var why = it.Because switch
        {
            AskObstacle.NoAddress => Say("there is no address to write to", "manca un indirizzo a cui scrivere"),
            AskObstacle.RoleAddress => Say("the address is an office's", "l'indirizzo è di un ufficio"),
            AskObstacle.AskedBefore => Say(
                "they were asked in the last 90 days, or do not want to be",
                "glielo si è già chiesto negli ultimi 90 giorni, o non lo desidera"),
            AskObstacle.Demonstration => Say("this is a demonstration", "questa è una dimostrazione"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Because, "An obstacle has words."),
        };
        return Say($"Whoever sent the lead is not asked: {why}.", $"A chi ha inviato il lead non si chiede nulla: {why}.");
    }

    public string Asked(LeadAsked it) => Say(
        $"Whoever sent the lead is asked by message {it.Message} whether somebody has called.",
        $"Con il messaggio {it.Message} si chiede a chi ha inviato il lead se qualcuno ha chiamato.");

    public string Answered(LeadAnswered it) => it.Called
        ? Say("Whoever sent the lead says: somebody has called.", "Chi ha inviato il lead risponde: qualcuno ha chiamato.")
        : Say("Whoever sent the lead says: nobody has called.", "Chi ha inviato il lead risponde: non ha chiamato nessuno.");
}
