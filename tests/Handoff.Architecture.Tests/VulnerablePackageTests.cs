using System.Diagnostics;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>
/// The gate against vulnerable packages, seen to close in CI and to let a deployment through: a project under our own build settings, and a
/// feed that knows of a vulnerability.
/// </summary>
public sealed class VulnerablePackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("handoff-audit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_known_vulnerability_a_project_is_restored()
    {
        var (passed, said) = await RestoreAsync(vulnerable: null, severity: 0);

        Assert.True(passed, said);
    }

    [Theory]
    [InlineData("NodaTime.Serialization.SystemTextJson", 0, "NU1901")]
    [InlineData("NodaTime", 0, "NU1901")]
    [InlineData("NodaTime", 3, "NU1904")]
    public async Task A_vulnerability_of_the_least_weight_in_a_package_or_in_one_that_it_brings_fails_CI(
        string vulnerable, int severity, string code)
    {
        var (passed, said) = await RestoreAsync(vulnerable, severity);

        Assert.False(passed, said);
        Assert.Contains($"error {code}: ", said, StringComparison.Ordinal);
        Assert.Contains(vulnerable, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NodaTime", 0, "NU1901")]
    [InlineData("NodaTime.Serialization.SystemTextJson", 3, "NU1904")]
    public async Task An_advisory_of_today_is_told_and_does_not_stop_the_deployment_of_what_was_built_yesterday(
        string vulnerable, int severity, string code)
    {
        var (passed, said) = await RestoreAsync(vulnerable, severity, audit: null);

        Assert.True(passed, said);
        Assert.Contains($"warning {code}: ", said, StringComparison.Ordinal);
    }

    /// <summary>
    /// Restores a project that uses one package, which brings NodaTime with it. All packages are on the machine since the solution was
    /// restored.
    /// </summary>
    private async Task<(bool Passed, string Said)> RestoreAsync(string? vulnerable, int severity, string? audit = "fail")
    {
        using var feed = new VulnerabilityFeed(vulnerable, severity);
        foreach (var shared in new[] { "Directory.Build.props", "Directory.Packages.props" })
            File.Copy(Path.Combine(Repository.Root, shared), Path.Combine(_folder, shared));
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /></packageSources>
              <auditSources><clear /><add key="audit" value="{feed.Index}" allowInsecureConnections="true" /></auditSources>
            </configuration>
            """);
        var project = Path.Combine(_folder, "Audited.csproj");
        await File.WriteAllTextAsync(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><PackageReference Include="NodaTime.Serialization.SystemTextJson" /></ItemGroup>
            </Project>
            """);
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project, "--no-http-cache", "-nodeReuse:false"])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            // It has no lock file that it could be held to.
            Environment = { ["CI"] = "false", ["HANDOFF_AUDIT"] = audit, ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        })!;
        var said = await restore.StandardOutput.ReadToEndAsync();
        await restore.WaitForExitAsync();
        return (restore.ExitCode == 0, said);
    }
}
