using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a rep: what came of it?</summary>
internal sealed class GiveFeedbackLetter(Language language) : LeadLetter(language)
{
    public override ClockName? Clock => ClockName.Feedback;

    public override Wording Write(Told told) => new(
        $"{told.Who}: {DoBy(told)}",
        Say($"What came of {told.Who}?", $"Com'è andata con {told.Who}?"),
        Say(
            $"{Ask(told)} Say whether it is a real opportunity, or return it with a reason.",
            $"{Ask(told)} Indica se è una vera opportunità, oppure restituisci il lead con un motivo."));

    public override bool Quotes(string step) => true;
}
