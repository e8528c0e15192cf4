using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Service.Serialization;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>What was written before something was added is read for ever.</summary>
public sealed class EarlierStatesTests
{
    [Fact]
    public void A_lead_that_was_stored_before_reports_of_mails_were_kept_has_none() =>
        Assert.Empty(LedgerJson.ReadLead(Without(LedgerJson.Write(Lead.Unborn), "reports")).Reports);

    [Fact]
    public void A_lead_that_was_stored_before_parked_messages_were_kept_has_none() =>
        Assert.Empty(LedgerJson.ReadLead(Without(LedgerJson.Write(Lead.Unborn), "parked")).Parked);

    [Fact]
    public void Alerts_that_were_stored_before_sent_mails_were_remembered_remember_none() =>
        Assert.Empty(LedgerJson.ReadAlertBox(Without(LedgerJson.Write(AlertBox.Empty), "sent")).Sent);

    [Fact]
    public void An_event_that_was_stored_before_it_could_say_more_is_read()
    {
        var parked = LedgerJson.Write(new MessageParked(default, 3, Refused: true, "550"));

        Assert.Equal(new MessageParked(default, 3, Refused: true, "550"), LedgerJson.ReadLeadEvent(Without(parked, "isLost")));
    }

    private static byte[] Without(byte[] written, string member)
    {
        var json = JsonNode.Parse(written)!.AsObject();
        Assert.True(json.Remove(member));
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
