using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.People;

namespace Handoff.Qualification;

/// <summary>Why a team takes a lead, in words.</summary>
internal sealed class TeamReasonWords(ReaderNames names) : Sentences(names.Language)
{
    /// <summary><c>since the country is IT</c>, to follow the team's name and a colon.</summary>
    public string Of(TeamReason why) => why switch
    {
        { Rule: TeamRule.Takes, Met: { Tests.IsEmpty: false } met } => Say(
            $"since {new ConditionWords(names).Of(met)}", $"perché {new ConditionWords(names).Of(met)}"),
        { Rule: TeamRule.Takes } => Say("it takes every lead", "prende ogni lead"),
        { Rule: TeamRule.TakesTheRest } => Say("it takes what no other team takes", "prende ciò che nessun altro team prende"),
        { Rule: TeamRule.IsFirst } => Say(
            "no team takes this lead, so the first of the file does", "nessun team prende questo lead, quindi lo prende il primo del file"),
        { Rule: TeamRule.HasTheOwner } => Say(
            "it is that of the owner of the earlier lead", "è quello di chi aveva il lead precedente"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "A rule has its words."),
    };
}
