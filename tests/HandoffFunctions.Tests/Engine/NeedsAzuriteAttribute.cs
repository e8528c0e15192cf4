using Handoff.Acceptance.Hosting;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Tests.Engine;

[assembly: NeedsAzurite]
// A test waits for the engine and the emulator most of its time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace HandoffFunctions.Tests.Engine;

/// <summary>The suite of both hosts talks to the emulator here: skipped where that cannot run, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
internal sealed class NeedsAzuriteAttribute : HostNeedsAttribute
{
    public override string? Missing => Azurite.Missing;
}
