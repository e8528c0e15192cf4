using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
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
        // Somebody who has left the files is not written to: nobody would read it.
        var reader = kind == MessageKind.Touch ? null : turn.Staff.Find(to);
        if (reader is null && kind != MessageKind.Touch)
            return;
        var open = atAnyHour || IsReachable(turn, reader, dueAt);
        turn.Emit(new MessageOwed(turn.Now, new()
        {
            Number = turn.Lead.Messages + 1,
            Kind = kind,
            To = to,
            About = about,
            OwedAt = turn.Now,
            NotBefore = open ? turn.Now : NextAtWork(turn, kind, about, to),
            IsHeld = !open,
            AtAnyHour = atAnyHour,
        }));
    }

    /// <summary>Alerts the team's manager (or who stands in) or its director.</summary>
    public static void Alert(
        LeadTurn turn, MessageKind kind, AlertTarget target, MessageAbout about, bool atAnyHour = false, Instant? dueAt = null)
    {
        var unreachable = kind == MessageKind.DeliveryFailing ? about.Other : null;
        if (WhoHears(turn, target, unreachable, atAnyHour, dueAt) is not { } to || IsSnoozed(turn, to))
            return;
        // Whoever stands in for the one who cannot be reached is the last to be tried.
        var standsIn = unreachable is not null && WhoHears(turn, target, unreachable: null, atAnyHour, dueAt) == unreachable;
        Owe(turn, kind, to, standsIn ? about with { InsteadOf = unreachable } : about, atAnyHour, dueAt);
    }

    /// <summary>Who gets an alert: whom the agreement names, else the next in line who is there; null: only somebody who cannot be
    /// reached would.</summary>
    public static PersonId? WhoHears(LeadTurn turn, AlertTarget target, PersonId? unreachable, bool atAnyHour, Instant? dueAt)
    {
        var to = turn.Team switch
        {
            null => turn.Agreement.SignedBySales, // the team is no longer in the files: the head of sales answers for what it leaves
            { Director: { } director } when target == AlertTarget.Director => WhoIsThere(turn, director),
            var team => WhoIsThere(turn, OnDuty(turn, team, atAnyHour, dueAt)),
        };
        return to == unreachable ? StandIn(turn, to) : to;
    }

    /// <summary>The person, or while they are away the next in line who is there: the director, then the head of sales. With nobody
    /// there, they hear it on their return.</summary>
    private static PersonId WhoIsThere(LeadTurn turn, PersonId who)
    {
        if (!IsAway(turn, who))
            return who;
        if (turn.Team?.Director is { } director && !IsAway(turn, director))
            return director;
        return IsAway(turn, turn.Agreement.SignedBySales) ? who : turn.Agreement.SignedBySales;
    }

    /// <summary>
    /// Who hears what somebody cannot be told by mail: the deputy in place of the manager, the manager in place of the others, else the
    /// director; who is away comes last. Null: nobody.
    /// </summary>
    public static PersonId? StandIn(LeadTurn turn, PersonId unreachable)
    {
        PersonId?[] others = turn.Team is { } team ? [team.Manager, team.Deputy, team.Director] : [];
        return others
            .Where(one => one is { } who && who != unreachable && turn.Staff.Find(who) is not null)
            .OrderBy(one => one is { } who && IsAway(turn, who))
            .FirstOrDefault();
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
        if (message is { IsAlert: true, About.InsteadOf: null } && turn.Team is { } team)
            to = WhoIsThere(turn, IsDutys(turn, message.Kind, message.About, to) ? OnDuty(turn, team, message.AtAnyHour, null) : to);
        if (turn.Staff.Find(to) is null || (message.IsAlert && IsSnoozed(turn, to)))
        {
            turn.Emit(new MessageOvertaken(turn.Now, message.Number));
        }
        else if (IsReachable(turn, to, null))
        {
            if (to != message.To)
                turn.Emit(new MessageHeld(turn.Now, message.Number, to, turn.Now));
            turn.Emit(new MessageReleased(turn.Now, message.Number));
        }
        else
        {
            turn.Emit(new MessageHeld(turn.Now, message.Number, to, NextAtWork(turn, message.Kind, message.About, to)));
        }
    }

    public static bool IsAway(LeadTurn turn, PersonId who) => turn.Staff.Find(who) is not { } person || person.AbsenceAt(turn.Now) is not null;

    private static bool IsReachable(LeadTurn turn, PersonId who, Instant? dueAt) => IsReachable(turn, turn.Staff.Find(who), dueAt);

    private static bool IsReachable(LeadTurn turn, Person? person, Instant? dueAt)
    {
        if (person is null || person.AbsenceAt(turn.Now) is not null)
            return false;
        return person.Calendar.IsOpen(turn.Now)
            || (dueAt is { } due && turn.Now - due < AtClosing && person.Calendar.IsClosing(due));
    }

    /// <summary>When the person, or who stands in, is next at work; when that is not known, a day from now: then it is decided again.</summary>
    private static Instant NextAtWork(LeadTurn turn, MessageKind kind, MessageAbout about, PersonId who)
    {
        var next = NextOnShift(turn, who);
        if (IsDutys(turn, kind, about, who) && turn.Team is { Deputy: { } deputy } team)
            next = Instant.Min(next, NextOnShift(turn, who == deputy ? team.Manager : deputy));
        // Where nobody in line is there, whoever is first to be back hears it.
        if (OwedMessage.IsAlertKind(kind) && about.InsteadOf is null && IsAway(turn, who))
            next = Instant.Min(next,
                Instant.Min(NextOnShift(turn, turn.Team?.Director ?? who), NextOnShift(turn, turn.Agreement.SignedBySales)));
        return next;
    }

    private static Instant NextOnShift(LeadTurn turn, PersonId who) =>
        (turn.Staff.Find(who) is { } person ? Shifts.NextOnShift(person, turn.Now) : null) ?? turn.Now + Duration.FromDays(1);

    /// <summary>Whether a message is for the manager or the deputy, whoever is on duty; not where the one could not be reached.</summary>
    private static bool IsDutys(LeadTurn turn, MessageKind kind, MessageAbout about, PersonId to) =>
        about.InsteadOf is null && OwedMessage.IsAlertKind(kind) && turn.Team is { } team && (to == team.Manager || to == team.Deputy) && to != team.Director;

    public static bool IsSnoozed(LeadTurn turn, PersonId who) => turn.Lead.Snoozes.Any(snooze => snooze.By == who && turn.Now < snooze.Until);
}
