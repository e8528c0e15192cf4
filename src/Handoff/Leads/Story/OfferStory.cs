namespace Handoff.Leads.Story;

/// <summary>Who is asked to take the lead, and what they answer.</summary>
internal sealed class OfferStory(StoryReader reader) : StoryPart(reader)
{
    public string Offered(Offered it) => it switch
    {
        { Choice: { } choice } => Say(
            $"Offer {it.Number}, in the rota of {Team(it)}: {Explain(choice)}",
            $"Proposta {it.Number}, nella turnazione di {Team(it)}: {Explain(choice)}"),
        { By: { } manager } => Say(
            $"Offer {it.Number}, in the rota of {Team(it)}: {Name(manager)} named {Names(it.To)}.",
            $"Proposta {it.Number}, nella turnazione di {Team(it)}: {Name(manager)} ha indicato {Names(it.To)}."),
        _ => Say(
            $"Offer {it.Number}, in the rota of {Team(it)}, asks {Names(it.To)} to take the lead.",
            $"La proposta {it.Number}, nella turnazione di {Team(it)}, chiede {A(Names(it.To))} di prendere il lead."),
    };

    public string Declined(OfferDeclined it) => Say(
        $"{Name(it.By)} declined offer {it.Number}: {Reason(it.Reason)} ({Blame(it.Fault, it.CreditBack)}).",
        $"{Name(it.By)} ha rifiutato la proposta {it.Number}: {Reason(it.Reason)} ({Blame(it.Fault, it.CreditBack)}).");

    public string Lapsed(OfferLapsed it)
    {
        var (who, because, credited) = (Names(it.Who), Because(it.Cause), Credited(it.CreditBack));
        return Say(
            $"Offer {it.Number} to {who} ended unanswered because {because}; the turn {credited}.",
            $"La proposta {it.Number} {A(who)} è finita senza risposta perché {because}; il turno {credited}.");
    }

    public string Queued(Queued it)
    {
        var before = it.Cause is { } cause
            ? Say($" after leaving its last holder because {Because(cause)}", $" dopo l'ultima mano perché {Because(cause)}") : "";
        return Say(
            $"The lead is in the manager's queue{before}: {Nobody(it)}", $"Il lead è nella coda del responsabile{before}: {Nobody(it)}");
    }

    public string Accepted(OfferAccepted it) => it.Offer == 0
        ? Say(
            $"{Name(it.By)} took the lead as a manager, without an offer.",
            $"{Name(it.By)} ha preso il lead come responsabile, senza proposta.")
        : Say($"{Name(it.By)} accepted offer {it.Offer}.", $"{Name(it.By)} ha accettato la proposta {it.Offer}.");

    public string Undone(AcceptanceUndone it)
    {
        var (by, within, credited) = (Name(it.By), Length(Undo.Within), Credited(it.CreditBack));
        return Say(
            $"{by} took the acceptance back within {within} of it; the turn {credited}.",
            $"{by} ha ritirato l'accettazione entro {within}; il turno {credited}.");
    }

    public string TakenBack(ReplyUndone it)
    {
        var what = it.Reply switch
        {
            ReplyKind.Decline => Say("the decline", "il rifiuto"),
            ReplyKind.Contact => Say("the record of the first contact", "la registrazione del primo contatto"),
            ReplyKind.Feedback => Say("the feedback", "l'esito"),
            ReplyKind.Outcome => Say("the outcome", "l'esito finale"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Reply, "A reply is called something."),
        };
        var turn = it.PaidAgain.IsDefaultOrEmpty ? "" : Say("; the turn counts again", "; il turno conta di nuovo");
        var (by, within) = (Name(it.By), Length(Undo.Within));
        return Say(
            $"{by} took {what} back within {within} of it, and the lead is as it was before{turn}.",
            $"{by} ha annullato {what} entro {within}, e il lead è di nuovo com'era prima{turn}.");
    }

    private string Team(Offered it) => Reader.Names.Team(it.Team);

    private string Nobody(Queued it)
    {
        if (it.Choice is not { } choice)
            return Say("its team is no longer in the files.", "il suo team non è più nei file.");
        var because = Explain(choice);
        return char.ToLowerInvariant(because[0]) + because[1..];
    }
}
