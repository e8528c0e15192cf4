using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the team's manager, then to both heads: marketing contests a return; does it stand?</summary>
internal sealed class ContestedLetter(Language language) : LeadLetter(language)
{
    public override Tone Tone => Tone.AtRisk;

    public override bool Quotes(string step) => step is "decline" or "feedback" or "contest";

    public override Wording Write(Told told)
    {
        var by = told.Other ?? Say("Marketing", "Il marketing");
        var reason = told.Reason is { } given ? $": {given}" : "";
        return new(
            Say($"{told.Who}: return contested, answer {When(told)}", $"{told.Who}: restituzione contestata, rispondi {When(told)}"),
            Say($"{told.Who}: does the return stand?", $"{told.Who}: la restituzione resta valida?"),
            Say(
                $"{by} contests that the lead was returned{reason}.", $"{by} contesta la restituzione del lead{reason}."),
            told.Contest == ContestState.WithHeads
                ? Say(
                    "The team's manager did not answer in time. It is for both heads now: it stays contested until you agree.",
                    "Il responsabile del team non ha risposto in tempo. Ora spetta ai due direttori: resta contestata finché non siete " +
                    "d'accordo.")
                : Say(
                    $"Say whether the return stands {When(told)}. After that both heads are asked.",
                    $"Di' se la restituzione resta valida {When(told)}. Dopo, la domanda passa ai due direttori."),
            Say(
                "If it does not, a new handoff begins, and the return no longer counts against marketing.",
                "Se non lo è, comincia un nuovo passaggio e la restituzione non conta più contro il marketing."));
    }

    private string When(Told told) =>
        told.Deadline is { IsLate: false } due && told.Contest == ContestState.Asked ? Times.By(due.Moment) : Say("now", "ora");
}

/// <summary>To who contested a return: what was answered.</summary>
internal sealed class ContestAnsweredLetter(Language language) : LeadLetter(language)
{
    public override Tone Tone => Tone.Still;

    public override bool IsNews => true;

    public override bool Quotes(string step) => step is "uphold" or "overturn";

    public override Wording Write(Told told)
    {
        var who = told.Other ?? Say("Sales", "Le vendite");
        return told.Contest == ContestState.Overturned
            ? new(
                Say($"{told.Who}: the return was wrong, sales goes on", $"{told.Who}: restituzione sbagliata, le vendite proseguono"),
                Say($"The return was wrong: {told.Who}", $"La restituzione era sbagliata: {told.Who}"),
                Say(
                    $"{who} agrees with you: the return no longer counts against marketing.",
                    $"{who} ti dà ragione: la restituzione non conta più contro il marketing."),
                Say(
                    "A new handoff of the lead has begun. You have nothing to do.",
                    "È cominciato un nuovo passaggio del lead. Non devi fare nulla."))
            : new(
                Say($"{told.Who}: the return stands", $"{told.Who}: la restituzione resta valida"),
                Say($"The return stands: {told.Who}", $"La restituzione resta valida: {told.Who}"),
                Say(
                    $"{who} has looked at your contest, and the return stands.",
                    $"{who} ha esaminato la tua contestazione: la restituzione resta valida."),
                Say("You can still correct the lead or keep it warm.", "Puoi ancora correggere il lead o coltivarlo."));
    }
}
