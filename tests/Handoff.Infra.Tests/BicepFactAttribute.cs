using System.Runtime.InteropServices;

namespace Handoff.Infra.Tests;

/// <summary>A test that runs the Bicep compiler: skipped where its program does not run, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") != "1" && !Runs) Skip = "The package's compiler is for Linux on x64.";
    }

    private static bool Runs => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
}
