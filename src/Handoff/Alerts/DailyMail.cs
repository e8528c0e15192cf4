using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Alerts;

/// <summary>
/// Marketing's one e-mail a working day with the leads that came back since the last: a box of its own, whose window ends at the day's
/// hour. After a time in which nothing ran it goes once.
/// </summary>
public static class DailyMail
{
    public static ImmutableArray<AlertEvent> Raise(AlertBox box, AlertCommand.Raise command, AlertWorld world, Instant now)
    {
        if (box.Knows(command.Alert))
            return [];
        var raised = new AlertRaised(now, command.Person, command.Alert);
        return box.WindowEndsAt is null ? [raised, new WindowOpened(now, world.Returns.After(now, world.Person))] : [raised];
    }

    /// <summary>The day's hour, when it has come.</summary>
    public static ImmutableArray<AlertEvent> TakeTurn(AlertBox box, AlertWorld world, Instant now)
    {
        if (box.WindowEndsAt is not { } end || end > now)
            return [];
        var left = box.Waiting.Where(alert => IsNews(alert, box.Waiting) && world.StillTrue(alert)).ToImmutableArray();
        if (left.IsEmpty)
            return [new WindowClosed(now)];
        if (world.Person is { } person && !(person.Calendar.IsOpen(now) && person.AbsenceAt(now) is null))
            return [new WindowHeld(now, world.Returns.After(now, person))];
        return [new AlertMailOwed(now, box.Mails + 1, left, box.Waiting.Length - left.Length), new WindowClosed(now)];
    }

    /// <summary>Whether it is not of a return that was taken back before anybody was told of it.</summary>
    private static bool IsNews(Alert alert, ImmutableArray<Alert> all) =>
        alert.About.Cause != MoveCause.TakenBack
        || !all.Any(other => other.Lead == alert.Lead && other.About.Cause != MoveCause.TakenBack && other.Number < alert.Number);
}
