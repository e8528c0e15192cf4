namespace Handoff.Service.Intake;

/// <summary>Takes leads from sources: parse, normalise, find duplicates, score, store; durable before the answer.</summary>
public sealed class LeadIntake
{
    /// <summary>Receives one lead. The same vendor delivery changes nothing and gets the same answer.</summary>
    public Task<IntakeAnswer> ReceiveAsync(IntakeRequest request, CancellationToken cancellation) => throw new NotSupportedException();
}
