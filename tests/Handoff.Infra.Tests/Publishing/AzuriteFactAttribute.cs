using Handoff.Stores.Tests.AzureTables;

namespace Handoff.Infra.Tests.Publishing;

/// <summary>Talks to the storage emulator: skipped where it cannot run, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = OperatingSystem.IsWindows() ? "The script is for a POSIX shell." : Azurite.Missing;
}
