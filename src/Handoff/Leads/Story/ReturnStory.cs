namespace Handoff.Leads.Story;

/// <summary>What marketing does with a lead that came back, and what is answered.</summary>
internal sealed class ReturnStory(StoryReader reader) : StoryPart(reader)
{
    public string Contested(ReturnContested it) => Say(
        $"{Name(it.By)} contests the return for marketing; the team's manager answers until {At(it.AnswerBy)}, else both heads.",
        $"{Name(it.By)} contesta la restituzione per il marketing; risponde il responsabile del team fino a {At(it.AnswerBy)}, poi i due " +
        $"direttori.");

    public string Escalated(ContestEscalated it) => Say(
        $"Nobody answered the contest in time: it is with {Names(it.Heads)}, who have to agree.",
        $"Nessuno ha risposto in tempo alla contestazione: decidono {Names(it.Heads)}, d'accordo tra loro.");

    public string Voted(ContestVoted it) => it.Overturns
        ? Say($"{Name(it.By)} says that the return was wrong.", $"Per {Name(it.By)} la restituzione era sbagliata.")
        : Say($"{Name(it.By)} says that the return stands.", $"Per {Name(it.By)} la restituzione resta valida.");

    public string Upheld(ContestUpheld it) => Say(
        $"The contest is answered by {Name(it.By)}: the return stands.",
        $"Alla contestazione risponde {Name(it.By)}: la restituzione resta valida.");

    public string Overturned(ContestOverturned it) => Say(
        $"The contest is answered by {Name(it.By)}: the return was wrong and counts against nobody.",
        $"Alla contestazione risponde {Name(it.By)}: la restituzione era sbagliata e non conta contro nessuno.");

    public string Again(SentAgain it) => it.Cause == FollowCause.Corrected
        ? Say(
            $"{Name(it.By)} corrected the lead and sent it again: {it.To} follows, and has no count of its own.",
            $"{Name(it.By)} ha corretto il lead e lo ha inviato di nuovo: segue {it.To}, che non si conta a parte.")
        : Say(
            $"The lead is handed over again: {it.To} follows, and has no count of its own.",
            $"Il lead passa di nuovo alle vendite: segue {it.To}, che non si conta a parte.");

    public string Recycled(Recycled it) => Say(
        $"{Name(it.By)} took the lead back, to keep it warm.", $"{Name(it.By)} ha ripreso il lead, per coltivarlo.");
}
