using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>Owes messages: to whom, and from when they may go. Nobody is written to while their own calendar is closed, unless the clock is
/// elapsed or the message answers what they just did (design section 5).</summary>
internal static class Messages
{
    /// <summary>How long after a closing a rung that fell exactly on it is still sent.</summary>
    private static readonly Duration AtClosing = Duration.FromMinutes(15);

    public static void Owe(
        DecisionDraft draft, MessageKind kind, PersonId to, MessageAbout about, bool atAnyHour = false, Instant? dueAt = null,
        Instant notBefore = default)
    {
        // Somebody who has left the files is not written to: nobody would read it.
        var reader = OwedMessage.IsToLead(kind) ? null : draft.Staff.Find(to);
        if (reader is null && !OwedMessage.IsToLead(kind))
            return;
        var open = notBefore <= draft.Now && (atAnyHour || IsReachable(draft, reader, dueAt));
        draft.Emit(new MessageOwed(draft.Now, new()
        {
            Number = draft.Lead.Messages + 1,
            Kind = kind,
            To = to,
            About = about,
            OwedAt = draft.Now,
            NotBefore = open ? draft.Now : notBefore > draft.Now ? notBefore : NextAtWork(draft, kind, about, to),
            IsHeld = !open,
            AtAnyHour = atAnyHour,
        }));
    }

    /// <summary>Alerts the team's manager (or who stands in) or its director.</summary>
    public static void Alert(
        DecisionDraft draft, MessageKind kind, AlertTarget target, MessageAbout about, bool atAnyHour = false, Instant? dueAt = null)
    {
        var unreachable = kind == MessageKind.DeliveryFailing ? about.Other : null;
        if (WhoHears(draft, target, unreachable, atAnyHour, dueAt) is not { } to || IsSnoozed(draft, to))
            return;
        // Whoever stands in for the one who cannot be reached is the last to be tried.
        var standsIn = unreachable is not null && WhoHears(draft, target, unreachable: null, atAnyHour, dueAt) == unreachable;
        Owe(draft, kind, to, standsIn ? about with { InsteadOf = unreachable } : about, atAnyHour, dueAt);
    }

    /// <summary>Who gets an alert: whom the agreement names, else the next in line who is there; null: only somebody who cannot be
    /// reached would.</summary>
    public static PersonId? WhoHears(DecisionDraft draft, AlertTarget target, PersonId? unreachable, bool atAnyHour, Instant? dueAt)
    {
        var to = draft.Team switch
        {
            null => draft.Agreement.SignedBySales, // the team is no longer in the files: the head of sales answers for what it leaves
            { Director: { } director } when target == AlertTarget.Director => WhoIsThere(draft, director),
            var team => WhoIsThere(draft, OnDuty(draft, team, atAnyHour, dueAt)),
        };
        return to == unreachable ? StandIn(draft, to) : to;
    }

    /// <summary>The person, or while they are away the next in line who is there: the director, then the head of sales. With nobody
    /// there, they hear it on their return.</summary>
    private static PersonId WhoIsThere(DecisionDraft draft, PersonId who)
    {
        if (!IsAway(draft, who))
            return who;
        if (draft.Team?.Director is { } director && !IsAway(draft, director))
            return director;
        return IsAway(draft, draft.Agreement.SignedBySales) ? who : draft.Agreement.SignedBySales;
    }

    /// <summary>
    /// Who hears what somebody cannot be told by mail: the deputy in place of the manager, the manager in place of the others, else the
    /// director; who is away comes last. Null: nobody.
    /// </summary>
    public static PersonId? StandIn(DecisionDraft draft, PersonId unreachable)
    {
        PersonId?[] others = draft.Team is { } team ? [team.Manager, team.Deputy, team.Director] : [];
        return others
            .Where(one => one is { } who && who != unreachable && draft.Staff.Find(who) is not null)
            .OrderBy(one => one is { } who && IsAway(draft, who))
            .FirstOrDefault();
    }

    /// <summary>The manager; the deputy while the manager is away, or closed and the deputy is open.</summary>
    public static PersonId OnDuty(DecisionDraft draft, Team team, bool atAnyHour, Instant? dueAt)
    {
        if (team.Deputy is not { } deputy || IsAway(draft, deputy))
            return team.Manager;
        if (IsAway(draft, team.Manager))
            return deputy;
        return !atAnyHour && !IsReachable(draft, team.Manager, dueAt) && IsReachable(draft, deputy, dueAt) ? deputy : team.Manager;
    }

    /// <summary>Who holds the message now that its time has come: released, held on, or handed to the deputy.</summary>
    public static void DecideAgain(DecisionDraft draft, OwedMessage message)
    {
        // The person of a lead has no opening to wait for.
        if (message.Kind == MessageKind.AskLead)
        {
            draft.Emit(new MessageReleased(draft.Now, message.Number));
            return;
        }

        var to = message.To;
        if (message is { IsAlert: true, About.InsteadOf: null } && draft.Team is { } team)
            to = WhoIsThere(draft, IsDutys(draft, message.Kind, message.About, to) ? OnDuty(draft, team, message.AtAnyHour, null) : to);
        if (draft.Staff.Find(to) is null || (message.IsAlert && IsSnoozed(draft, to)))
        {
            draft.Emit(new MessageOvertaken(draft.Now, message.Number));
        }
        else if (IsReachable(draft, to, null))
        {
            if (to != message.To)
                draft.Emit(new MessageHeld(draft.Now, message.Number, to, draft.Now));
            draft.Emit(new MessageReleased(draft.Now, message.Number));
        }
        else
        {
            draft.Emit(new MessageHeld(draft.Now, message.Number, to, NextAtWork(draft, message.Kind, message.About, to)));
        }
    }

    public static bool IsAway(DecisionDraft draft, PersonId who) =>
        draft.Staff.Find(who) is not { } person || person.AbsenceAt(draft.Now) is not null;

    private static bool IsReachable(DecisionDraft draft, PersonId who, Instant? dueAt) => IsReachable(draft, draft.Staff.Find(who), dueAt);

    private static bool IsReachable(DecisionDraft draft, Person? person, Instant? dueAt)
    {
        if (person is null || person.AbsenceAt(draft.Now) is not null)
            return false;
        return person.Calendar.IsOpen(draft.Now)
            || (dueAt is { } due && draft.Now - due < AtClosing && person.Calendar.IsClosing(due));
    }

    /// <summary>
    /// When the person, or who stands in, is next at work; when that is not known, a day from now: then it is decided again.
    /// </summary>
    private static Instant NextAtWork(DecisionDraft draft, MessageKind kind, MessageAbout about, PersonId who)
    {
        var next = NextOnShift(draft, who);
        if (IsDutys(draft, kind, about, who) && draft.Team is { Deputy: { } deputy } team)
            next = Instant.Min(next, NextOnShift(draft, who == deputy ? team.Manager : deputy));
        // Where nobody in line is there, whoever is first to be back hears it.
        if (OwedMessage.IsAlertKind(kind) && about.InsteadOf is null && IsAway(draft, who))
            next = Instant.Min(next,
                Instant.Min(NextOnShift(draft, draft.Team?.Director ?? who), NextOnShift(draft, draft.Agreement.SignedBySales)));
        return next;
    }

    private static Instant NextOnShift(DecisionDraft draft, PersonId who) =>
        (draft.Staff.Find(who) is { } person ? Shifts.NextOnShift(person, draft.Now) : null) ?? draft.Now + Duration.FromDays(1);

    /// <summary>Whether a message is for the manager or the deputy, whoever is on duty; not where the one could not be reached.</summary>
    private static bool IsDutys(DecisionDraft draft, MessageKind kind, MessageAbout about, PersonId to) =>
        about.InsteadOf is null && OwedMessage.IsAlertKind(kind) && draft.Team is { } team && (to == team.Manager || to == team.Deputy)
            && to != team.Director;

    public static bool IsSnoozed(DecisionDraft draft, PersonId who) =>
        draft.Lead.Snoozes.Any(snooze => snooze.By == who && draft.Now < snooze.Until);
}
