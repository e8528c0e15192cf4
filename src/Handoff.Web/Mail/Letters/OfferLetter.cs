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
        if (told is { CameLate: true, Deadline: { IsLate: true } late })
        {
            return new(
                Say($"{told.Who}: accept or decline now", $"{told.Who}: accetta o rifiuta ora"),
                Say($"New lead: {told.Who}", $"Nuovo lead: {told.Who}"),
                Say(
                    $"Please accept or decline now. The agreed time ran out {Times.At(late.Moment)}, before the lead came to you: that is "
                        + $"not charged to you.{claim}",
                    $"Accetta o rifiuta ora. Il tempo concordato è scaduto {Times.At(late.Moment)}, prima che il lead arrivasse a te: "
                        + $"non è a tuo carico.{claim}"));
        }

        return new(
            $"{told.Who}: {DoBy(told)}",
            Say($"New lead: {told.Who}", $"Nuovo lead: {told.Who}"),
            Ask(Say("accept or decline", "accetta o rifiuta"), told) + claim);
    }
}
