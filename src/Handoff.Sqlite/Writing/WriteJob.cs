using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Streams;

namespace Handoff.Sqlite.Writing;

/// <summary>One thing to be written, and who waits for it.</summary>
internal abstract class WriteJob
{
    /// <summary>Writes, within the group's transaction.</summary>
    public abstract void Write(WriteGroup group);

    /// <summary>Tells who waits that it is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells who waits that nothing was written.</summary>
    public abstract void Fail(StoreUnavailableException failure);
}

/// <summary>A job that answers something.</summary>
internal abstract class WriteJob<T> : WriteJob
{
    // The writer must not run what its callers do next.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    protected T? Answer { get; set; }

    public override void Complete() => _done.SetResult(Answer!);

    public override void Fail(StoreUnavailableException failure) => _done.SetException(failure);
}

/// <summary>A turn to be committed.</summary>
internal sealed class TurnJob(PackedTurn packed) : WriteJob<Commit>
{
    public Turn Turn => packed.Turn;

    public bool Committed => Answer.IsDone;

    public override void Write(WriteGroup group) => Answer = TurnRows.Write(group, packed);
}

/// <summary>Any other write.</summary>
internal sealed class ActionJob<T>(Func<WriteGroup, T> write) : WriteJob<T>
{
    public override void Write(WriteGroup group) => Answer = write(group);
}

/// <summary>Something that runs between two groups, outside a transaction.</summary>
internal sealed class AloneJob(Action<Database, Database> run) : WriteJob<bool>
{
    public Action<Database, Database> Run => run;

    public override void Write(WriteGroup group) => throw new InvalidOperationException("This runs alone.");
}
