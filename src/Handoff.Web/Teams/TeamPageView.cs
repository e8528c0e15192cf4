using Handoff.People;
using Handoff.Service.Board;
using Handoff.Web.Board;
using Handoff.Web.Desk;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Teams;

/// <summary>What the team view shows.</summary>
public sealed record TeamPageView(DeskView Desk, TeamPage Page)
{
    public TeamTexts Texts => new(Desk.Viewer.Language);

    private TimeTexts Times => Desk.Time.Texts;

    internal string Say(string text, params object[] parts) => Times.Fill(text, parts);

    /// <summary>The board of one owner.</summary>
    internal string Href(TeamMember member) => BoardQuery.Href(Desk.Href("/board"), new(Owner: member.Key));

    /// <summary>The page of a rep, with what a manager can do there.</summary>
    internal string MemberHref(TeamMember member) => Desk.Href($"/team/{member.Key}");

    /// <summary>Whether the reader, who is signed in, answers for the team.</summary>
    internal bool CanAct(TeamDesk team) => Desk.Viewer.Person is not null && team.IsAnsweredFor;

    /// <summary>What the team is called.</summary>
    internal string Name(TeamDesk team) => Desk.Viewer.Names.Team(team.Team.Name);

    /// <summary>Whether and until when somebody is at work.</summary>
    internal string Shift(TeamMember member) => member switch
    {
        { IsAway: true, AwayUntil: { } back } => Say(Texts.AwayUntil, Until(back)),
        { IsAway: true } => Texts.Away,
        { IsOnShift: true, ShiftEndsAt: { } end } => Say(Texts.OnShiftUntil, Until(end)),
        { IsOnShift: true } => Texts.OnShift,
        { NextShiftAt: { } next } => Say(Texts.OffShiftUntil, Until(next)),
        _ => Texts.OffShift,
    };

    /// <summary>How much of the day's quota was given; null: there is no quota.</summary>
    internal string? Quota(TeamMember member) => member.Quota is { } quota
        ? QuotaText.Of(quota, quota.IsToday(member.Person, Page.Now), Times) : null;

    internal string Absence(TeamMember member, Absence absence)
    {
        var days = AbsenceDays.Of(absence.Start, absence.End, member.Person.Calendar.Zone, Times, Texts.OpenEnd);
        return absence.IsFromCalendar ? Say(Texts.FromCalendar, days) : days;
    }

    /// <summary>How the team shares its leads.</summary>
    internal string Rule(TeamDesk team) => Say(
        team.Team.Strategy switch
        {
            Strategy.WeightedRoundRobin => Texts.FairnessWeighted,
            Strategy.LeastLoaded => Texts.FairnessLoaded,
            Strategy.Claim => Texts.FairnessClaim,
            _ => throw new InvalidOperationException("Every strategy is told."),
        },
        team.Turns);

    /// <summary>Why somebody has had as much: one sentence, and when the last lead came.</summary>
    internal string Why(TeamDesk team, TeamMember member)
    {
        var name = member.Person.Name;
        var last =
            member.LastTurn switch { null => Texts.Never, 0 => Texts.LastNow, 1 => Texts.LastAgoOne, { } ago => Say(Texts.LastAgo, ago) };
        return team.Team.Strategy switch
        {
            Strategy.Claim => Say(Texts.ClaimSays, name, member.Load, last),
            Strategy.LeastLoaded =>
                member.Capacity is { } capacity ? Say(Texts.LoadedSays, name, member.Load, capacity, last)
                : Say(Texts.LoadedNoLimit, name, member.Load, last),
            _ => Say(
                member.Credit > 0 ? Texts.Owed : member.Credit < 0 ? Texts.Ahead : Texts.Even,
                // A turn costs the sum of the weights: so many credits are one lead.
                name, Say(Texts.Leads, Math.Abs((double)member.Credit / Math.Max(1, team.Weights)).ToString("0.##", Times.Culture)),
                    member.Weight, team.Weights, last),
        };
    }

    private string Until(Instant at) => Times.Until(Desk.Time.At(at));
}
