using System.Collections.Immutable;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Processes;

/// <summary>The state of a process with a clock of its own that is no lead's.</summary>
public abstract record ProcessState
{
    /// <summary>How many events there were.</summary>
    public int Version { get; init; }

    public Letters Letters { get; init; } = Letters.None;

    /// <summary>When the process itself has something due; null: nothing.</summary>
    public abstract Instant? DueAt { get; }

    /// <summary>When the process, or a mail that it owes, is next due.</summary>
    public Instant? NextWakeUp => DueAt is { } own && Letters.DueAt is { } mail ? Instant.Min(own, mail) : DueAt ?? Letters.DueAt;
}

/// <summary>What is asked of a process.</summary>
public abstract record ProcessCommand
{
    /// <summary>Carry out what is due, by what is in force now.</summary>
    public sealed record TakeTurn : ProcessCommand;

    /// <summary>What became of an attempt to deliver a mail.</summary>
    public sealed record RecordLetter(RecordDelivery Delivery) : ProcessCommand;

    /// <summary>The provider says what became of a mail that it took.</summary>
    public sealed record ReportLetter(int Number, MailFate Fate, string Reason) : ProcessCommand;
}

/// <summary>Makes the decider of a process of its own rules: mails that are owed are the same in every process.</summary>
public static class ProcessDecider
{
    /// <param name="decide">What follows from a command, but for those about mails.</param>
    /// <param name="evolve">The state after one more event.</param>
    /// <param name="initial">The state before the first event.</param>
    /// <param name="now">The product's time.</param>
    public static Decider<TState, ProcessCommand, ProcessEvent> Of<TState>(
        Func<TState, ProcessCommand, (ImmutableArray<ProcessEvent> Events, Answer Answer)> decide,
        Func<TState, ProcessEvent, TState> evolve, TState initial, Instant now)
        where TState : ProcessState
    {
        return new(
            (state, command) =>
            {
                var (events, answer) = command switch
                {
                    ProcessCommand.RecordLetter c => Told(state.Letters.Record(c.Delivery, now)),
                    ProcessCommand.ReportLetter c => Told(state.Letters.Report(c.Number, c.Fate, c.Reason, now)),
                    _ => decide(state, command),
                };
                return new(events, events.Aggregate(state, evolve), answer);
            },
            evolve,
            initial);
    }

    /// <summary>The state after one more event, of which the process itself applies what is not about mails.</summary>
    public static TState After<TState>(TState state, ProcessEvent happened, Func<TState, ProcessEvent, TState> apply)
        where TState : ProcessState =>
        apply(state, happened) with { Version = state.Version + 1, Letters = state.Letters.After(happened) };

    /// <summary>The answer to events that nobody asked for by name.</summary>
    public static (ImmutableArray<ProcessEvent> Events, Answer Answer) Told(ImmutableArray<ProcessEvent> events) =>
        (events, events.IsEmpty ? new Answer.AlreadyDone() : new Answer.Done());
}
