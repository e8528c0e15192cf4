using Handoff.Agreements;
using Handoff.Service.Intake;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Importing;

/// <summary>Posts rows into the intake of this process: the same use case that answers a webhook.</summary>
public sealed class IntakeDoor(LeadIntake intake, LeadSource source) : IImportDoor
{
    /// <inheritdoc/>
    /// <remarks>A row that has begun is finished, so that what is stored is known to be.</remarks>
    public async Task<RowAnswer> PostAsync(RowPost post, CancellationToken cancellation)
    {
        try
        {
            return await intake.ReceiveAsync(
                new() { Source = source, Fields = post.Fields, IdempotencyKey = post.Key, BodyHash = post.BodyHash },
                CancellationToken.None) switch
            {
                IntakeAnswer.Stored stored => new RowAnswer.Taken(stored.Status, stored.Tier),
                IntakeAnswer.Unusable unusable => new RowAnswer.Unusable(RowProblems.Say(unusable.Problems)),
                IntakeAnswer.TooMany later => new RowAnswer.Later(Duration.FromSeconds(later.RetryAfterSeconds), null),
                IntakeAnswer.KeyReused => throw new InvalidOperationException("The key of a row is made of its body."),
                _ => throw new InvalidOperationException("An intake answers."),
            };
        }
        catch (StoreUnavailableException e)
        {
            return new RowAnswer.Later(Duration.Zero, e.Message);
        }
    }
}
