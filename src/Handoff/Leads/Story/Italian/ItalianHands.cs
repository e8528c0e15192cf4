using System.Globalization;
using Handoff.Agreements;
using static System.FormattableString;
using static Handoff.People.ItalianEuphony;

namespace Handoff.Leads.Story.Italian;

/// <summary>Who is asked, who has the lead and what comes of it, in Italian.</summary>
internal static class ItalianHands
{
    public static string Offered(Offered it, StoryReader reader) => it switch
    {
        { Choice: { } choice } => Invariant($"Proposta {it.Number}, nella turnazione di {it.Team}: {reader.Explain(choice)}"),
        { By: { } manager } => Invariant($"Proposta {it.Number}, nella turnazione di {it.Team}: {reader.Name(manager)} ha indicato {ItalianWords.Names(reader, it.To)}."),
        _ => Invariant($"La proposta {it.Number}, nella turnazione di {it.Team}, chiede {To(ItalianWords.Names(reader, it.To))} di prendere il lead."),
    };

    public static string Queued(Queued it, StoryReader reader)
    {
        var before = it.Cause is { } cause ? $" dopo l'ultima mano perché {ItalianWords.Because(cause)}" : "";
        return $"Il lead è nella coda del responsabile{before}: {Nobody(it, reader)}";
    }

    public static string Assigned(Assigned it, StoryReader reader)
    {
        var credit = it.CreditBack ? $"; il turno di {reader.Name(it.From)} è restituito" : "";
        var counts = it.Team is { } team ? $"conta nella turnazione di {team}" : "non conta in alcuna turnazione, perché lo ha un responsabile";
        var why = it.Choice is { } choice ? $": {reader.Explain(choice)}" : ".";
        return $"Il lead è passato da {reader.Name(it.From)} {To(reader.Name(it.To))} perché {ItalianWords.Because(it.Cause)}{credit}; {counts}{why}";
    }

    public static string FirstContact(FirstContactRecorded it, StoryReader reader)
    {
        var who = reader.Name(it.By);
        return it.How switch
        {
            ContactWay.Called => $"{who} ha preso il primo contatto e ha parlato al telefono.",
            ContactWay.Voicemail => $"{who} ha preso il primo contatto e ha lasciato un messaggio.",
            ContactWay.Emailed => $"{who} ha preso il primo contatto e ha scritto un'e-mail.",
            ContactWay.Meeting => $"{who} ha preso il primo contatto e ha fissato o tenuto un incontro.",
            ContactWay.NotSaid => $"Si ritiene che {who} abbia preso il primo contatto, perché l'esito è stato detto prima che ne fosse registrato uno.",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.How, "A contact is made in some way."),
        };
    }

    public static string TakenBack(ReplyUndone it, StoryReader reader)
    {
        var what = it.Reply switch
        {
            ReplyKind.Decline => "il rifiuto",
            ReplyKind.Contact => "la registrazione del primo contatto",
            ReplyKind.Feedback => "l'esito",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Reply, "A reply is called something."),
        };
        var turn = it.PaidAgain.IsDefaultOrEmpty ? "" : "; il turno conta di nuovo";
        return $"{reader.Name(it.By)} ha annullato {what} entro {StoryText.Length(Undo.Within)}, e il lead è di nuovo com'era prima{turn}.";
    }

    public static string Returned(LeadReturned it, StoryReader reader)
    {
        var did = it.Effect switch
        {
            ReasonEffect.Reroute => "ha reso il lead per un altro venditore",
            ReasonEffect.Return => "ha restituito il lead al marketing",
            ReasonEffect.Nurture => "ha dato il lead al marketing perché lo coltivi",
            ReasonEffect.Discard => "ha scartato il lead",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Effect, "A reason does something to the lead."),
        };
        return $"{(it.By is { } by ? reader.Name(by) : "Il CRM")} {did}: {reader.Reason(it.Reason)} ({ItalianWords.Blame(it.Fault, it.CreditBack)}).";
    }

    public static string Outcome(OutcomeRecorded it)
    {
        var became = it.Outcome switch
        {
            Leads.Outcome.Qualified => "vede una vera opportunità",
            Leads.Outcome.Won => "riferisce che il cliente ha comprato",
            Leads.Outcome.Lost => "riferisce che il cliente non ha comprato",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Outcome, "An outcome has words."),
        };
        var worth = it.Amount is { } amount ? $", per {amount.ToString("#,0.##", CultureInfo.GetCultureInfo("it-IT"))} {it.Currency}".TrimEnd() : "";
        return $"Il CRM {became}{worth}{(it.HasReason ? ", e ha dato un motivo" : "")}.";
    }

    private static string Nobody(Queued it, StoryReader reader)
    {
        if (it.Choice is not { } choice)
            return "il suo team non è più nei file.";
        var because = reader.Explain(choice);
        return char.ToLowerInvariant(because[0]) + because[1..];
    }
}
