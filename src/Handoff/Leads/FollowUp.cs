using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>When the owner wants to be reminded of a lead: a day of their own calendar, and a time on it or none.</summary>
public sealed record FollowUpDay(LocalDate Day, LocalTime? Time = null);

/// <summary>That the owner means to get in touch again on a day. It stops no clock.</summary>
/// <param name="On">The day that was named.</param>
/// <param name="RemindAt">When its owner is to be reminded; null: the reminder is owed, or was.</param>
public sealed record FollowUp(FollowUpDay On, Instant? RemindAt)
{
    /// <summary>
    /// What is planned after an event. The next contact or attempt ends it, and so does whatever ends the owner's work on the lead; another
    /// owner inherits it.
    /// </summary>
    /// <param name="before">The state before the event.</param>
    /// <param name="status">The status after it.</param>
    internal static FollowUp? After(Lead before, LeadEvent happened, LeadStatus status) => happened switch
    {
        FollowUpPlanned e => new(e.On, e.RemindAt),
        FollowUpMoved e => before.FollowUp is { } planned ? planned with { RemindAt = e.RemindAt } : null,
        FollowUpDue => before.FollowUp is { } due ? due with { RemindAt = null } : null,
        ReplyUndone e when before.LastReply is { } reply && reply.By == e.By && reply.Kind == e.Reply => reply.FollowUp,
        FirstContactRecorded or ContactAttempted or FollowUpDropped => null,
        _ when before.FollowUp is null => null,
        // What came of it is told: what follows is planned anew with the opportunity.
        FeedbackGiven => null,
        _ => status is LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified ? before.FollowUp : null,
    };
}

/// <summary>The owner names the day of the next contact; in the place of one that was named before.</summary>
public sealed record PlanFollowUp(PersonId By, FollowUpDay On) : LeadCommand;

/// <summary>The owner does not mean to get in touch again, or not on a day that is known.</summary>
public sealed record DropFollowUp(PersonId By) : LeadCommand;

/// <summary>The owner means to get in touch again.</summary>
/// <param name="RemindAt">When they are reminded: from then on as they are at work.</param>
public sealed record FollowUpPlanned(Instant At, PersonId By, FollowUpDay On, Instant RemindAt) : LeadEvent(At);

/// <summary>The owner has taken the day of the next contact back: nobody is reminded.</summary>
public sealed record FollowUpDropped(Instant At, PersonId By) : LeadEvent(At);

/// <summary>Who has the lead now is reminded in the place of who had it.</summary>
public sealed record FollowUpMoved(Instant At, PersonId To, Instant RemindAt) : LeadEvent(At);

/// <summary>The day has come: the owner is reminded.</summary>
public sealed record FollowUpDue(Instant At, PersonId Who) : LeadEvent(At);
