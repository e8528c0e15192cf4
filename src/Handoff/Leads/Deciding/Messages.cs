using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Owes messages: to whom, and from when they may go. Nobody is written to while their own calendar is closed, unless the clock is
/// elapsed or the message answers what they just did (DESIGN section 5).</summary>
internal static class Messages
{
    /// <summary>How long after a closing a rung that fell exactly on it is still sent.</summary>
    private static readonly Duration AtClosing = Duration.FromMinutes(15);

    public static void Owe(LeadTurn turn, MessageKind kind, PersonId to, MessageAbout about, bool atAnyHour = false, Instant? dueAt = null)
    {
        var open = atAnyHour || IsReachable(turn, to, dueAt);
        turn.Emit(new MessageOwed(turn.Now, new()
        {
            Number = turn.Lead.Messages + 1,
            Kind = kind,
            To = to,
            About = about,
            OwedAt = turn.Now,
            NotBefore = open ? turn.Now : NextAtWork(turn, to),
            IsHeld = !open,
            AtAnyHour = atAnyHour,
        }));
    }

    /// <summary>Alerts the team's manager (or who stands in) or its director.</summary>
    public static void Alert(
        LeadTurn turn, MessageKind kind, AlertTarget target, MessageAbout about, bool atAnyHour = false, Instant? dueAt = null)
    {
        if (turn.Team is not { } team)
            return;
        var to = target == AlertTarget.Director && team.Director is { } director ? director : OnDuty(turn, team, atAnyHour, dueAt);
        if (!turn.Lead.Snoozes.Any(snooze => snooze.By == to && turn.Now < snooze.Until))
            Owe(turn, kind, to, about, atAnyHour, dueAt);
    }

    /// <summary>The manager; the deputy while the manager is away, or closed and the deputy is open.</summary>
    public static PersonId OnDuty(LeadTurn turn, Team team, bool atAnyHour, Instant? dueAt)
    {
        if (team.Deputy is not { } deputy || IsAway(turn, deputy))
            return team.Manager;
        if (IsAway(turn, team.Manager))
            return deputy;
        return !atAnyHour && !IsReachable(turn, team.Manager, dueAt) && IsReachable(turn, deputy, dueAt) ? deputy : team.Manager;
    }

    /// <summary>Who holds the message now that its time has come: released, held on, or handed to the deputy.</summary>
    public static void DecideAgain(LeadTurn turn, OwedMessage message)
    {
        var to = message.To;
        if (message.IsAlert && turn.Team is { } team && (to == team.Manager || to == team.Deputy))
            to = OnDuty(turn, team, message.AtAnyHour, null);
        if (IsReachable(turn, to, null) || turn.Staff.Find(to) is null)
        {
            if (to != message.To)
                turn.Emit(new MessageHeld(turn.Now, message.Number, to, turn.Now));
            turn.Emit(new MessageReleased(turn.Now, message.Number));
        }
        else
        {
            turn.Emit(new MessageHeld(turn.Now, message.Number, to, NextAtWork(turn, to)));
        }
    }

    private static bool IsAway(LeadTurn turn, PersonId who) => turn.Staff.Find(who) is not { } person || person.AbsenceAt(turn.Now) is not null;

    private static bool IsReachable(LeadTurn turn, PersonId who, Instant? dueAt)
    {
        if (turn.Staff.Find(who) is not { } person || person.AbsenceAt(turn.Now) is not null)
            return false;
        return person.Calendar.IsOpen(turn.Now)
            || (dueAt is { } due && turn.Now - due < AtClosing && person.Calendar.IsClosing(due));
    }

    /// <summary>When the person is next at work; of somebody who has left the files, or never comes back, a day from now: then it is decided again.</summary>
    private static Instant NextAtWork(LeadTurn turn, PersonId who)
    {
        var again = turn.Now + Duration.FromDays(1);
        if (turn.Staff.Find(who) is not { } person)
            return again;
        var at = turn.Now;
        while (person.AbsenceAt(at) is { } absence)
        {
            if (absence.End is not { } end)
                return again;
            at = end;
        }

        var opening = person.Calendar.NextOpening(at);
        return opening is not { } open ? again : person.AbsenceAt(open) is { End: { } back } ? back : open;
    }
}
