using System.Diagnostics;

namespace Handoff.Local.Tests.Hosting;

/// <summary>What a verb did.</summary>
internal sealed record Ran(int Exit, string Out, string Error)
{
    /// <summary>The lines that it wrote, split at tabs.</summary>
    public string[][] Rows => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
}

/// <summary>The command line as a process of its own, as somebody at a terminal runs it.</summary>
internal static class HandoffCommand
{
    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(("HANDOFF_ADMIN_KEY", null), arguments);

    /// <summary>Runs it with a variable of the environment set, or taken out.</summary>
    public static async Task<Ran> RunAsync((string Name, string? Value) variable, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Handoff.Local.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HANDOFF_ADMIN_KEY"] = null, [variable.Name] = variable.Value },
        }) ?? throw new InvalidOperationException("No process.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
