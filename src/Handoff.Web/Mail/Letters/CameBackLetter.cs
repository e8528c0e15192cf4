using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a rep: the person has asked again.</summary>
internal sealed class CameBackLetter(Language language) : LeadLetter(language)
{
    public override Wording Write(Told told)
    {
        var next = told.Deadline is null ? Say("please get in touch", "contatta la persona") : DoBy(told);
        var ask = told.Deadline is null ? Say("Please get in touch.", "Contatta la persona.") : Ask(told);
        return new(
            Say($"{told.Who}: asked again, {next}", $"{told.Who}: nuova richiesta, {next}"),
            Say($"Asked again: {told.Who}", $"Nuova richiesta: {told.Who}"),
            Say(
                $"The new request joins the handoff that you have; its clocks do not change. {ask}",
                $"La nuova richiesta si unisce al lead che segui già; i suoi tempi non cambiano. {ask}"));
    }

    public override bool Quotes(string step) => true;
}
