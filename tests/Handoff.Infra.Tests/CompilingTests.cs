using System.Text.Json;

namespace Handoff.Infra.Tests;

/// <summary>The Bicep files compile, by themselves and without a word of the compiler or its linter.</summary>
public sealed class CompilingTests
{
    private static readonly Lazy<(int ExitCode, string Output, string Says)> Built =
        new(() => Bicep.Run("build", Path.Combine(Repository.Infra, "main.bicep"), "--stdout"));

    [BicepFact]
    public void It_compiles_without_a_warning()
    {
        Assert.Equal("", Built.Value.Says);
        Assert.Equal(0, Built.Value.ExitCode);
    }

    [BicepFact]
    public void It_lints_without_a_warning()
    {
        var (exitCode, output, says) = Bicep.Run("lint", Path.Combine(Repository.Infra, "main.bicep"));
        Assert.Equal("", output.Trim() + says);
        Assert.Equal(0, exitCode);
    }

    [BicepFact]
    public void A_mistake_would_be_told()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("handoff-infra-").FullName, "wrong.bicep");
        File.Copy(Path.Combine(Repository.Infra, "bicepconfig.json"), Path.Combine(Path.GetDirectoryName(file)!, "bicepconfig.json"));
        File.WriteAllText(file, "@secure()\nparam key string = 'secret'\nparam unused string\noutput key string = key\n");
        var (_, _, says) = Bicep.Run("build", file, "--stdout");
        Assert.Contains("Error secure-parameter-default", says, StringComparison.Ordinal);
        Assert.Contains("Error outputs-should-not-contain-secrets", says, StringComparison.Ordinal);
        Assert.Contains("Warning no-unused-params", says, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [BicepFact]
    public void Every_file_is_formatted()
    {
        var copy = Directory.CreateTempSubdirectory("handoff-infra-").FullName;
        foreach (var file in Repository.BicepFiles)
        {
            var to = Path.Combine(copy, Path.GetRelativePath(Repository.Infra, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Assert.Equal(0, Bicep.Run("format", "--pattern", Path.Combine(copy, "**/*.bicep")).ExitCode);
        Assert.All(Repository.BicepFiles, file =>
            Assert.Equal(File.ReadAllText(Path.Combine(copy, Path.GetRelativePath(Repository.Infra, file))), File.ReadAllText(file)));
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public void Nothing_is_taken_from_a_registry()
    {
        Assert.NotEmpty(Repository.BicepFiles);
        Assert.All(Repository.BicepFiles, file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotMatch("'(br|ts)[:/]", text);
        });
    }

    [Fact]
    public void No_rule_is_silenced() =>
        Assert.All(Repository.BicepFiles, file => Assert.DoesNotContain("#disable", File.ReadAllText(file), StringComparison.Ordinal));

    [BicepFact]
    public void The_parameter_file_gives_what_is_asked_for_and_nothing_else()
    {
        using var template = JsonDocument.Parse(Built.Value.Output);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Infra, "main.parameters.json")));
        var asked = template.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(one => one.Name).ToList();
        Assert.Subset(asked.Select(one => one.Name).ToHashSet(), given.ToHashSet());
        var required = asked.Where(one => !one.Value.TryGetProperty("defaultValue", out _)).Select(one => one.Name);
        Assert.Subset(given.ToHashSet(), required.ToHashSet());
    }

    [BicepFact]
    public void A_secret_is_a_secure_parameter_in_every_module()
    {
        using var template = JsonDocument.Parse(Built.Value.Output);
        string[] secrets = ["adminKey", "sendGridApiKey", "sendGridEventKey", "smtpPassword", "sourceKeys"];
        var parameters = template.RootElement.GetProperty("parameters");
        Assert.All(
            secrets, name =>
                Assert.StartsWith("secure", parameters.GetProperty(name).GetProperty("type").GetString(), StringComparison.Ordinal));
        var vault = template.RootElement.GetProperty("resources").GetProperty("vault").GetProperty("properties").GetProperty("template");
        Assert.Equal("secureObject", vault.GetProperty("parameters").GetProperty("secrets").GetProperty("type").GetString());
    }
}
