using Handoff.Leads;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class CrmMistakesTests
{
    private const string Sound = """
        channels:
          - name: hubspot
            type: hubspot
            crm:
              token: ${HANDOFF_HUBSPOT_TOKEN}
              secret: ${HANDOFF_HUBSPOT_SECRET}
              app_id: 1601234
              owners: { anna.greco@acme.example: 4711 }
              statuses: { contacted: IN_PROGRESS }
              on_erase: delete
          - name: salesforce
            type: salesforce
            url: https://acme.my.salesforce.com
            fields: [email, company]
            crm:
              client_id: ${HANDOFF_SALESFORCE_CLIENT_ID}
              client_secret: ${HANDOFF_SALESFORCE_CLIENT_SECRET}
              api_version: v62.0
        """;

    [Fact]
    public void A_sound_file_is_read_with_what_a_CRM_needs_where_nothing_is_said()
    {
        var folder = Acme.Loaded(Acme.Files.SetItem("channels.yaml", Sound), Set);
        var (hubspot, salesforce) = (folder.Channels[0], folder.Channels[1]);
        Assert.Equal(
            ("https://api.hubapi.com/", "the value of HANDOFF_HUBSPOT_TOKEN", "4711", "IN_PROGRESS", true),
            (hubspot.Url.AbsoluteUri, hubspot.Crm!.Token, hubspot.Crm.Owners["anna.greco@acme.example"],
                hubspot.Crm.Statuses[LeadStatus.Contacted], hubspot.Crm.DeletesErased));
        Assert.Equal<string>(["email", "name", "phone", "company"], hubspot.Fields);
        Assert.Equal<string>(["email", "company"], salesforce.Fields);
        Assert.False(salesforce.Crm!.DeletesErased);
        Assert.DoesNotContain("the value of", folder.Files["channels.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token: ${HANDOFF_HUBSPOT_TOKEN}", "token: pat-na1-4711", "channels.yaml:5:14: 'token' comes from a variable that is set")]
    [InlineData("token: ${HANDOFF_HUBSPOT_TOKEN}", "token: ${HANDOFF_OTHER:-pat-na1}", "'token' comes from a variable that is set")]
    [InlineData("      token: ${HANDOFF_HUBSPOT_TOKEN}\n", "", "'token' is missing")]
    [InlineData("      client_id: ${HANDOFF_SALESFORCE_CLIENT_ID}\n", "", "'client_id' and 'client_secret' of a connected app are needed")]
    [InlineData("secret: ${HANDOFF_HUBSPOT_SECRET}", "client_secret: ${HANDOFF_HUBSPOT_SECRET}", "'client_secret' is for salesforce")]
    [InlineData("    url: https://acme.my.salesforce.com\n", "", "'url' is missing: your own domain")]
    [InlineData("anna.greco@", "anna.greko@", "channels.yaml:8:17: 'anna.greko@acme.example' is not in people.yaml; did you mean")]
    [InlineData("contacted:", "contact:", "a status of a lead (qualified, offered")]
    [InlineData("on_erase: delete", "on_erase: destroy", "channels.yaml:10:17: 'delete' or 'keep' is expected")]
    [InlineData("[email, company]", "[email, budget]", "'budget' has no place in a CRM")]
    [InlineData("api_version: v62.0", "api_version: latest", "a version such as v62.0")]
    [InlineData("type: hubspot", "type: slack", "'crm' is for hubspot and salesforce")]
    public void A_mistake_is_told_with_its_place(string text, string by, string says)
    {
        Assert.Contains(text, Sound, StringComparison.Ordinal);
        var mistakes = Acme.Mistakes(Acme.Files.SetItem("channels.yaml", Sound.Replace(text, by, StringComparison.Ordinal)), Set).ToList();
        Assert.True(mistakes.Any(mistake => mistake.Contains(says, StringComparison.Ordinal)), string.Join('\n', mistakes));
    }

    private static string? Set(string name) =>
        name.StartsWith("HANDOFF_HUBSPOT", StringComparison.Ordinal) || name.StartsWith("HANDOFF_SALESFORCE", StringComparison.Ordinal)
            ? $"the value of {name}" : null;
}
