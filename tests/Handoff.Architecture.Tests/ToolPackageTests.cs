using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The package of the command line.</summary>
public sealed class ToolPackageTests
{
    [Fact]
    public async Task The_command_line_is_packed_as_a_tool_of_its_name()
    {
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", "src/Handoff.Local", "-getProperty:IsPackable,PackAsTool,ToolCommandName", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();

        using var answer = JsonDocument.Parse(said);
        var properties = answer.RootElement.GetProperty("Properties");
        Assert.Equal(("true", "true", "handoff"), (Of("IsPackable"), Of("PackAsTool"), Of("ToolCommandName")));

        string? Of(string name) => properties.GetProperty(name).GetString();
    }
}
