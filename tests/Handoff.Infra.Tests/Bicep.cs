using System.Diagnostics;
using System.Reflection;

namespace Handoff.Infra.Tests;

/// <summary>The Bicep compiler of the package, which knows every resource type without a network.</summary>
internal static class Bicep
{
    /// <summary>Where the program is.</summary>
    public static string Program { get; } =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Bicep").Value!;

    /// <summary>Runs it; its exit code, what it wrote, and what it had to say about it.</summary>
    public static (int ExitCode, string Output, string Says) Run(params string[] arguments)
    {
        MakeExecutable();
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var says = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, says.GetAwaiter().GetResult().Trim());
    }

    /// <summary>A package keeps no file modes where it was unpacked by a tool that ignores them.</summary>
    private static void MakeExecutable()
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(Program);
        if (!mode.HasFlag(UnixFileMode.UserExecute)) File.SetUnixFileMode(Program, mode | UnixFileMode.UserExecute);
    }
}
