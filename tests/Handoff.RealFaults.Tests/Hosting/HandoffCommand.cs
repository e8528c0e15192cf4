using Handoff.Benchmarks.Hosting;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>The command line <c>handoff</c>, run to its end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote, answers and errors.</param>
internal sealed record HandoffCommand(int ExitCode, string Output)
{
    public static async Task<HandoffCommand> RunAsync(params string[] arguments)
    {
        using var process = HostProcess.Run(arguments, new Dictionary<string, string>(StringComparer.Ordinal));
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output + await error);
    }
}
