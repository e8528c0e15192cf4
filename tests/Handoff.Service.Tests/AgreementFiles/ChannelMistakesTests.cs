using Handoff.News;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class ChannelMistakesTests
{
    private const string Sound = """
        channels:
          - name: crm
            type: webhook
            url: https://hooks.example.com/handoff
            secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
            events: [lead.accepted, lead.won]
            when: { tier: hot, campaign: [spring, autumn] }
            fields: [email, company]
          - name: sales-room
            type: slack
            url: ${HANDOFF_SLACK_URL:-https://hooks.slack.com/services/T0/B0/secret}
        """;

    [Fact]
    public void A_sound_file_is_read_and_one_is_not_needed()
    {
        var folder = Acme.Loaded(Acme.Files.SetItem("channels.yaml", Sound));
        Assert.Equal(["crm", "sales-room"], folder.Channels.Select(channel => channel.Name));
        Assert.Equal<string>(["email", "company"], folder.Channels[0].Fields);
        Assert.Equal(
            [NewsKind.LeadOffered, NewsKind.LeadBreached, NewsKind.ReportSent], folder.Channels[1].Events.Order());
        Assert.DoesNotContain("MfKQ9r8G", folder.Files["channels.yaml"], StringComparison.Ordinal);
        Assert.DoesNotContain("B0/secret", folder.Files["channels.yaml"], StringComparison.Ordinal);
        Assert.Empty(Acme.Loaded(Acme.Files).Channels);
    }

    [Theory]
    [InlineData("type: webhook", "type: webhok", "channels.yaml:3:11: 'webhook' or 'slack' or 'teams' or 'hubspot' or 'salesforce'")]
    [InlineData("https://hooks.example.com/handoff", "http://hooks.example.com/handoff", "channels.yaml:4:10: an address such as https://")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "letmein", "channels.yaml:5:13: 'whsec_' and 24 to 64 bytes")]
    [InlineData("lead.won", "lead.one", "did you mean 'lead.won'?")]
    [InlineData("tier: hot", "email: ada@example.com", "channels.yaml:7:11: 'email' does not decide about a channel")]
    [InlineData("name: sales-room", "name: crm", "crm")]
    [InlineData("type: slack", "type: slack\n    fields: [email]", "a chat gets no field of the person")]
    public void A_mistake_is_told_with_its_place(string text, string by, string says)
    {
        var mistakes = Acme.Mistakes(Acme.Files.SetItem("channels.yaml", Sound.Replace(text, by, StringComparison.Ordinal)));
        Assert.Contains(mistakes, mistake => mistake.Contains(says, StringComparison.Ordinal));
    }
}
