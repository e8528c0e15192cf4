using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a rep: take this lead.</summary>
internal sealed class OfferLetter(Language language) : LeadLetter(language)
{
    public override ClockName? Clock => ClockName.Accept;

    public override Wording Write(Told told)
    {
        var claim = told.IsClaim
            ? Say(
                " It was offered to several people: the first to accept has it.",
                " È stato proposto a più persone: va alla prima che lo accetta.")
            : "";
        return new(
            $"{told.Who}: {DoBy(told)}",
            Say($"New lead: {told.Who}", $"Nuovo lead: {told.Who}"),
            Ask(Say("accept or decline", "accetta o rifiuta"), told) + claim);
    }
}
