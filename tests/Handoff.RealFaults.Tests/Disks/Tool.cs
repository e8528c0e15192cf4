using System.Diagnostics;

namespace Handoff.RealFaults.Tests.Disks;

/// <summary>A program of the system, run to its end.</summary>
internal static class Tool
{
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(string program, params string[] arguments) => Run(mostExitCode: 0, program, arguments);

    /// <exception cref="InvalidOperationException">It ended with a higher code.</exception>
    public static void Run(int mostExitCode, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
            program, arguments)
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} cannot be started.");
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode > mostExitCode)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said.GetAwaiter().GetResult()}");
    }
}
