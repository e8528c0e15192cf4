using Handoff.Service.Health;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>What one turn of a stream came to.</summary>
/// <param name="Turn">What is to be written; null: nothing.</param>
/// <param name="Answer">
/// Gives the answer once it is durable, by the tag of the head as it was written; the tag is empty where the store does not know it or
/// nothing was written.
/// </param>
public sealed record Step<TAnswer>(Turn? Turn, Func<string, ValueTask<TAnswer>> Answer);

/// <summary>Takes the turns of streams: load, decide, save (design section 4). A conflict loads and decides again.</summary>
public sealed class StreamRunner(IStreamStore streams, Contention contention)
{
    /// <summary>Takes one turn.</summary>
    /// <param name="opened">The stream as the caller has it; null: it is loaded.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write, or others kept writing the same; nothing is known to be
    /// saved.</exception>
    public async Task<TAnswer> RunAsync<TOpened, TAnswer>(
        TOpened? opened, Func<ValueTask<TOpened?>> load, Func<TOpened?, bool, ValueTask<Step<TAnswer>>> decide,
        CancellationToken cancellation)
        where TOpened : class
    {
        using var attempts = contention.Begin();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = opened ?? await load();
            var step = await decide(before, attempts.IsAgain);
            if (step.Turn is not { } turn)
                return await step.Answer("");
            var commit = await CommitAsync(turn, cancellation);
            switch (commit.Result)
            {
                case CommitResult.Committed:
                    return await step.Answer(commit.Tag);
                case CommitResult.RotaChanged:
                    // The stream is as it was; only the choice is to be made anew.
                    opened = before;
                    await attempts.ChooseAgainAsync(turn.RotaGuard!.Team, cancellation);
                    break;
                case CommitResult.Conflict:
                    opened = null;
                    await attempts.OvertakenAsync(cancellation);
                    break;
                default:
                    throw new InvalidOperationException($"No rule for {commit.Result}.");
            }
        }
    }

    /// <summary>Writes a turn once; a conflict is the caller's.</summary>
    public async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
    {
        var begun = Measures.BeginCommit();
        var commit = await streams.CommitAsync(turn, cancellation);
        Measures.Committed(begun, !commit.IsDone);
        return commit;
    }
}
