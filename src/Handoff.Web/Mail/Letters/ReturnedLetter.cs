using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To marketing: the lead has come back; or that was a mistake, and sales goes on.</summary>
internal sealed class ReturnedLetter(Language language) : LeadLetter(language)
{
    public override Tone Tone => Tone.Still;

    public override bool IsNews => true;

    public override int MostNotes => 1;

    public override Wording Write(Told told) => told.Cause == MoveCause.TakenBack ? TakenBack(told) : Returned(told);

    public override bool Quotes(string step) => step is "decline" or "feedback";

    private Wording Returned(Told told)
    {
        var effect = Effect(told.Then);
        return new(
            $"{told.Who}: {effect}{(told.Reason is { } reason ? $": {reason}" : "")}",
            $"{told.Who}: {effect}",
            told.Reason is { } why
                ? Say($"The reason given: {why}.", $"Il motivo indicato: {why}.") : Say("No reason was given.", "Nessun motivo indicato."),
            Say("You have nothing to confirm.", "Non devi confermare nulla."));
    }

    private Wording TakenBack(Told told)
    {
        var holder = Holder(told) is { } now ? Say($" It is with {now}.", $" È in carico {ItalianEuphony.To(now)}.") : "";
        var rep = told.Other ?? Say("The rep", "Il venditore");
        return new(
            Say(
                $"{told.Who}: not returned after all, sales goes on", $"{told.Who}: non è più restituito, le vendite proseguono"),
            Say($"Not returned after all: {told.Who}", $"Non è più restituito: {told.Who}"),
            Say(
                $"{rep} returned it by mistake and has taken that back.{holder}",
                $"{rep} l'aveva restituito per errore e ha annullato.{holder}"),
            Say("You have nothing to do.", "Non devi fare nulla."));
    }

    private string Effect(ReasonEffect? effect) => effect switch
    {
        ReasonEffect.Nurture => Say("not now, please keep it warm", "non ora, da tenere in caldo"),
        ReasonEffect.Discard => Say("thrown away by sales", "scartato dalle vendite"),
        ReasonEffect.Return or ReasonEffect.Reroute or null => Say("returned by sales", "restituito dalle vendite"),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect has words."),
    };
}
