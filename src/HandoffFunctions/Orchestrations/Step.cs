using Handoff.Service.Running;

namespace HandoffFunctions.Orchestrations;

/// <summary>How a stream stands after a step, as it is kept in the history of an orchestration: numbers and a time.</summary>
/// <param name="Owed">The numbers of the messages that may go now.</param>
/// <param name="WakeUp">When the next turn is due, UTC; null: never.</param>
internal sealed record Step(int[] Owed, DateTime? WakeUp)
{
    public static Step Of(StreamStep step) => new([.. step.Owed], step.NextWakeUp?.ToDateTimeUtc());
}

/// <summary>Names a message that is owed.</summary>
/// <param name="Instance">The orchestration of its stream.</param>
/// <param name="Number">Its number there.</param>
internal sealed record Owed(string Instance, int Number);
