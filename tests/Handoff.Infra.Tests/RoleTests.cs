namespace Handoff.Infra.Tests;

/// <summary>Who may do what: the app what it needs, whoever deploys what the first day needs.</summary>
public sealed class RoleTests
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string SecretsOfficer = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";
    private const string CryptoServiceEncryptionUser = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    [BicepFact]
    public void The_app_may_do_what_it_needs_and_no_more() => Assert.Equal(
        new[]
        {
            ("appi-handoff", MetricsPublisher),
            ("kv-handoff", SecretsUser),
            ("kv-handoff", CryptoServiceEncryptionUser),
            ("sthost", TableDataContributor),
            ("sthost", QueueDataContributor),
            ("sthost", BlobDataOwner),
            ("stkeys", TableDataContributor),
            ("stleads", TableDataContributor),
            ("stleads", BlobDataContributor),
        }.Order(),
        Prediction.Default.Roles(toDeployer: false));

    [BicepFact]
    public void Whoever_deploys_publishes_the_agreement_and_rotates_secrets_and_reads_no_lead() => Assert.Equal(
        new[] { ("agreement", BlobDataContributor), ("kv-handoff", SecretsOfficer) }.Order(),
        Prediction.Default.Roles(toDeployer: true));

    [BicepFact]
    public void The_name_of_an_assignment_is_made_of_what_it_says() => Assert.All(
        Prediction.Default.Of("Microsoft.Authorization/roleAssignments"),
        one => Assert.True(Guid.TryParse(one.Name(), out _) || one.Name().StartsWith("[guid(", StringComparison.Ordinal)));
}
