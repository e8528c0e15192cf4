using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;

namespace Handoff.Service.Links;

/// <summary>
/// Who may act on a lead as its manager: judged when the link is opened and when it is posted, by the people in force then.
/// </summary>
internal static class TeamStanding
{
    /// <summary>
    /// Whether the person manages the lead's team, is named as the manager's deputy, heads the team, or signed for sales: those in line for
    /// its alerts. A deputy may act while the manager is at work too: an alert also goes there when the manager's mail comes back.
    /// </summary>
    public static bool AnswersFor(CompanyInForce company, string team, PersonId who) => who == company.Agreement.SignedBySales
        || (company.Staff.Team(team) is { } named && (who == named.Manager || who == named.Deputy || who == named.Director));

    /// <summary>
    /// Whether a link may be opened by its person: a manager's link while they answer for the team. Once both heads are asked about a
    /// contest, it is for them.
    /// </summary>
    public static bool MayOpen(CompanyInForce company, LinkPurpose purpose, Lead lead, PersonId who) => purpose switch
    {
        LinkPurpose.Manage => AnswersFor(company, lead.Known.Team, who),
        LinkPurpose.Contest => AnswersFor(company, lead.Known.Team, who) || lead.Contest is { } contest && contest.Heads.Contains(who),
        _ => true,
    };

    /// <summary>What whoever no longer does is told.</summary>
    public static LinkNotice NoLonger(CompanyInForce company, Lead lead, Language language) =>
        new(LinkNoticeCode.NotYourTeam,
            company.NameOf(company.Staff.Team(lead.Known.Team)?.Manager ?? company.Agreement.SignedBySales, language));
}
