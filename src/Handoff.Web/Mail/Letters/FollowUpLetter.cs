using Handoff.People;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the owner: the day has come on which they meant to get in touch again.</summary>
internal sealed class FollowUpLetter(Language language) : LeadLetter(language)
{
    public override Wording Write(Told told) => new(
        Say($"{told.Who}: get in touch again today", $"{told.Who}: da risentire oggi"),
        Say($"Today: {told.Who}", $"Oggi: {told.Who}"),
        Say(
            $"The day of the next contact has come. {Ask(told)}", $"È arrivato il giorno del prossimo contatto. {Ask(told)}"));

    public override bool Quotes(string step) => true;
}
