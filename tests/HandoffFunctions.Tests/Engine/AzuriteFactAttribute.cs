using Handoff.Stores.Tests.AzureTables;

namespace HandoffFunctions.Tests.Engine;

/// <summary>Talks to the storage emulator: skipped where it cannot run, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.Missing;
}
