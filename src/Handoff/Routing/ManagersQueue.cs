using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>Decides whether the manager's queue has a person at work before any rep. If so, no clock runs on a rep who has not been
/// told.</summary>
internal static class ManagersQueue
{
    /// <summary>Who of those who answer for the queue is at work first, and since when, if that is before a rep takes the lead; else
    /// null.</summary>
    /// <param name="takesAt">When the first rep could look at the lead; null: nobody can.</param>
    public static (PersonId Keeper, Instant From)? Before(in RoutingRequest request, Instant? takesAt)
    {
        if (request.Queue == QueueRule.Never || takesAt is not { } taken || taken <= request.Now)
            return null;
        var first = Earlier(At(request, request.Team.Manager), At(request, request.Team.Deputy));
        var latest = request.Queue == QueueRule.WhileManagerIsAtWork ? request.Now : taken - Duration.Epsilon;
        return first is { } keeper && keeper.From <= latest ? keeper : null;
    }

    private static (PersonId Keeper, Instant From)? At(in RoutingRequest request, PersonId? who) =>
        who is { } id && request.Staff.Find(id) is { } person && Shifts.NextOnShift(person, request.Now) is { } from ? (id, from) : null;

    private static (PersonId Keeper, Instant From)? Earlier((PersonId Keeper, Instant From)? manager,
        (PersonId Keeper, Instant From)? deputy) =>
        manager is not { } one ? deputy : deputy is { } other && other.From < one.From ? deputy : manager;
}
