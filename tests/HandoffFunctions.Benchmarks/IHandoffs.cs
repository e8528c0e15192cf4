using HandoffFunctions.Tests.Engine;

namespace HandoffFunctions.Benchmarks;

/// <summary>
/// Something that hands leads over: received, offered, accepted, contacted, judged, with three mails and a call for each act of a person.
/// </summary>
internal interface IHandoffs : IAsyncDisposable
{
    /// <summary>Calls from outside in a life; each is a function's execution in Azure.</summary>
    const int CallsOfALife = 4;

    StorageEngine Engine { get; }

    StorageCount Storage { get; }

    /// <summary>One whole life, until its orchestration has ended.</summary>
    Task LiveAsync(string email, CancellationToken cancellation);
}
