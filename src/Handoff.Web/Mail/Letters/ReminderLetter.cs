using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To a rep: a clock is running.</summary>
internal sealed class ReminderLetter(Language language) : LeadLetter(language)
{
    public override Tone Tone => Tone.AtRisk;

    public override Wording Write(Told told) => new(
        Say($"Reminder: {told.Who}: {DoBy(told)}", $"Promemoria: {told.Who}: {DoBy(told)}"),
        Say($"Still to do: {told.Who}", $"Ancora da fare: {told.Who}"),
        Ask(told) + Passed(told));
}
