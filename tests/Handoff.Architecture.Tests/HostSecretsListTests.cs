using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The list of what an agreement folder may not name holds every secret that the hosts know.</summary>
public sealed partial class HostSecretsListTests
{
    private const string List = "src/Handoff.Service/AgreementFiles/HostSecrets.cs";

    [Fact]
    public void Every_secret_that_the_code_reads_or_the_vault_holds_is_on_the_list()
    {
        var read = Repository.SourceFiles().Where(file => Repository.Relative(file) != List)
            .SelectMany(file => Literal().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value);
        var bicep = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.bicep"));
        var kept = InVault().Matches(bicep).Select(match => match.Groups["name"].Value);
        var all = read.Concat(kept).Where(name => Secret().IsMatch(name)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Contains("HANDOFF_ADMIN_KEY", all);
        Assert.Contains("HANDOFF_ADMIN_KEY_PREVIOUS", all);
        Assert.Contains("HANDOFF_SMTP_PASSWORD", all);
        Assert.Contains("HANDOFF_SENDGRID_API_KEY", all);
        var list = File.ReadAllText(Path.Combine(Repository.Root, List));
        Assert.All(all, name => Assert.Contains($"\"{name}\"", list, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(?<name>HANDOFF_[A-Z_]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Literal();

    [GeneratedRegex("secretIn\\(vaultName, '(?<name>HANDOFF_[A-Z_]+)'\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex InVault();

    [GeneratedRegex("KEY|PASSWORD|SECRET|TOKEN|CONNECTION_STRING", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secret();
}
