using System.Collections.Immutable;
using NodaTime;

namespace Handoff.Leads.Story;

/// <summary>One step of a lead's journey.</summary>
/// <param name="Events">
/// What happened: one event; of a message everything that became of it, from being owed to reaching the recipient's server.
/// </param>
/// <param name="Message">The message's number; 0: it is none.</param>
/// <param name="IsDetail">Whether only who asks how the process works needs it: what people do and read tells the rest.</param>
public sealed record JourneyStep(ImmutableArray<LeadEvent> Events, int Message, bool IsDetail)
{
    /// <summary>When it last changed.</summary>
    public Instant At => Events[^1].At;
}

/// <summary>
/// The journey of a lead: each event of its ledger in one step, each message one step whatever became of it, and what the process does for
/// itself told apart from what people do and are told.
/// </summary>
public static class Journey
{
    /// <summary>The steps in the order in which they last changed; of one instant, in the order of the ledger.</summary>
    /// <param name="events">The lead's events, in order.</param>
    public static ImmutableArray<JourneyStep> Of(IReadOnlyCollection<LeadEvent> events)
    {
        var steps = events.Select((happened, place) => (Happened: happened, Place: place, Message: MessageLedger.NumberOf(happened)))
            .GroupBy(one => one.Message > 0 ? (one.Message, 0) : (0, one.Place))
            .Select(step =>
                new JourneyStep([.. step.Select(one => one.Happened)], step.Key.Item1, IsDetail([.. step.Select(one => one.Happened)])));
        return [.. steps.OrderBy(step => step.At)];
    }

    private static bool IsDetail(ImmutableArray<LeadEvent> step) => step[0] switch
    {
        ClockStarted or ClockReplanned or ClockMet or ClockCancelled or ClockReopened or ReviewSet => true,
        // What a rung does is told by its message, or by the change of hands.
        RungPassed or AlertRepeated => true,
        MessageOwed { Message.Kind: MessageKind.Touch or MessageKind.News } => true,
        MessageOwed => step[^1] is MessageOvertaken,
        _ => false,
    };
}
