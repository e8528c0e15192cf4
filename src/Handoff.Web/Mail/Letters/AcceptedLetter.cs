using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

internal sealed class AcceptedLetter(Language language) : LeadLetter(language)
{
    public override ClockName? Clock => ClockName.FirstContact;

    public override Wording Write(Told told) => new(
        Say($"{told.Who}: yours, {DoBy(told)}", $"{told.Who}: è tuo, {DoBy(told)}"),
        Say($"Yours: {told.Who}", $"È tuo: {told.Who}"),
        Say($"Thank you for accepting. {Ask(told)} Then record it.", $"Grazie per aver accettato. {Ask(told)} Poi registra il contatto."));
}
