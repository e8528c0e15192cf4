using Handoff.Service.Storage;

namespace Handoff.Sqlite.Writing;

/// <summary>Something to be written, and whoever waits for it.</summary>
internal abstract class Write
{
    /// <summary>Writes within the group's transactions.</summary>
    public abstract void Run(WriteGroup group);

    /// <summary>Answers that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers that nothing was written.</summary>
    public abstract void Fail(StoreUnavailableException failure);
}

internal class Write<T>(Func<WriteGroup, T> write) : Write
{
    // The writer's thread must not run what its callers do next.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    protected T? Answer { get; private set; }

    public override void Run(WriteGroup group) => Answer = write(group);

    public override void Complete() => _done.SetResult(Answer!);

    public override void Fail(StoreUnavailableException failure) => _done.SetException(failure);
}

internal sealed class TurnWrite(Turn turn) : Write<Commit>(group => TurnRows.Write(group, turn))
{
    public Turn Turn => turn;

    public bool IsCommitted => Answer.IsDone;
}
