using Handoff.Agreements;

namespace Handoff.Leads.Story;

/// <summary>What happens while somebody has the lead: it changes hands, the person is contacted, alerts are silenced.</summary>
internal sealed class HandStory(StoryReader reader) : StoryPart(reader)
{
    public string Assigned(Assigned it)
    {
        var (from, to, because) = (Name(it.From), Name(it.To), Because(it.Cause));
        var credit = it.CreditBack ? Say($"; {from}'s turn is credited back", $"; il turno di {from} è restituito") : "";
        var counts = it.Team is { } team
            ? Say($"it counts in the rota of {Reader.Names.Team(team)}", $"conta nella turnazione di {Reader.Names.Team(team)}")
            : it.Cause == MoveCause.AssignedByManager
                ? Say("it counts in no rota, since it is an opportunity", "non conta in alcuna turnazione, perché è un'opportunità")
            : Say("it counts in no rota, since a manager has it", "non conta in alcuna turnazione, perché lo ha un responsabile");
        var why = it.Choice is { } choice ? $": {Explain(choice)}" : ".";
        return Say(
            $"The lead went from {from} to {to} because {because}{credit}; {counts}{why}",
            $"Il lead è passato da {from} {A(to)} perché {because}{credit}; {counts}{why}");
    }

    public string FirstContact(FirstContactRecorded it)
    {
        var who = Name(it.By);
        return it.How switch
        {
            ContactWay.Called => Say(
                $"{who} made the first contact and spoke on the phone.", $"{who} ha preso il primo contatto e ha parlato al telefono."),
            ContactWay.Voicemail => Say(
                $"{who} made the first contact and left a message.", $"{who} ha preso il primo contatto e ha lasciato un messaggio."),
            ContactWay.Emailed => Say(
                $"{who} made the first contact and wrote an e-mail.", $"{who} ha preso il primo contatto e ha scritto un'e-mail."),
            ContactWay.Meeting => Say(
                $"{who} made the first contact and booked or held a meeting.",
                $"{who} ha preso il primo contatto e ha fissato o tenuto un incontro."),
            ContactWay.NotSaid => Say(
                $"{who} is taken to have made the first contact, since what came of it was told before any was recorded.",
                $"Si ritiene che {who} abbia preso il primo contatto, perché l'esito è stato detto prima che ne fosse registrato uno."),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.How, "A contact is made in some way."),
        };
    }

    public string Attempt(ContactAttempted it)
    {
        var how = it.How switch
        {
            ContactWay.Called => Say("spoke on the phone", "ha parlato al telefono"),
            ContactWay.Voicemail => Say("left a message", "ha lasciato un messaggio"),
            ContactWay.Emailed => Say("wrote an e-mail", "ha scritto un'e-mail"),
            ContactWay.Meeting => Say("booked or held a meeting", "ha fissato o tenuto un incontro"),
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.How, "An attempt is made in some way."),
        };
        return Say(
            $"{Name(it.By)} tried to reach the person and {how}, which by the agreement is no first contact yet; its clock runs on.",
            $"{Name(it.By)} ha provato a contattare la persona e {how}: per l'accordo non è ancora un primo contatto, e il suo tempo " +
            $"continua.");
    }

    public string FollowUp(FollowUpPlanned it) => Say(
        $"{Name(it.By)} means to get in touch again, and is reminded {At(it.RemindAt)}; no clock depends on it.",
        $"{Name(it.By)} vuole risentire la persona, con un promemoria {At(it.RemindAt)}; nessun tempo ne dipende.");

    public string FollowUp(FollowUpDropped it) => Say(
        $"{Name(it.By)} took the day of the next contact back, and is not reminded.",
        $"{Name(it.By)} ha tolto il giorno del prossimo contatto: nessun promemoria.");

    public string FollowUp(FollowUpMoved it) => Say(
        $"{Name(it.To)} inherits the next contact, and is reminded {At(it.RemindAt)}.",
        $"Il prossimo contatto passa {A(Name(it.To))}, con un promemoria {At(it.RemindAt)}.");

    public string FollowUp(FollowUpDue it) => Say(
        $"The day of the next contact has come: {Name(it.Who)} is reminded.",
        $"È il giorno del prossimo contatto: un promemoria va {A(Name(it.Who))}.");

    public string Snoozed(AlertsSnoozed it) => it.Until <= it.At
        ? Say(
            $"{Name(it.By)} hears alerts about this lead again.",
            $"{Name(it.By)} riceve di nuovo gli avvisi su questo lead.")
        : it.IsOnIt ? Say(
            $"{Name(it.By)} is on it, and gets no alerts about this lead until {At(it.Until)}; clocks and other rungs go on.",
            $"{Name(it.By)} se ne occupa, e non riceve avvisi su questo lead fino a {At(it.Until)}; i tempi e le altre soglie proseguono.")
        : Say(
        $"{Name(it.By)} asked for no alerts about this lead until {At(it.Until)}; clocks and other rungs go on.",
        $"{Name(it.By)} non vuole avvisi su questo lead fino a {At(it.Until)}; i tempi e le altre soglie proseguono.");

    public string Review(ReviewSet it) => it.ReviewAt is { } at
        ? Say(
            $"Who has the lead or may have it was looked at again, and is next {At(at)}, when a shift or an absence begins or ends.",
            $"Si è riguardato chi ha il lead o può averlo; di nuovo {At(at)}, quando un turno o un'assenza comincia o finisce.")
        : Say(
            "Who has the lead or may have it was looked at again, and no shift and no absence is ahead that would change it.",
            "Si è riguardato chi ha il lead o può averlo; nessun turno e nessuna assenza in vista lo cambierebbe.");
}
