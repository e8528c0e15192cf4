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
    public void Alerts_that_were_stored_before_their_events_were_counted_are_told_by_their_version() =>
        Assert.Equal(0, LedgerJson.ReadAlertBox(Without(LedgerJson.Write(AlertBox.Empty), "version")).Version);

    [Fact]
    public void An_event_that_was_stored_before_it_could_say_more_is_read()
    {
        var parked = LedgerJson.Write(new MessageParked(default, 3, Refused: true, "550"));

        Assert.Equal(new MessageParked(default, 3, Refused: true, "550"), LedgerJson.ReadLeadEvent(Without(parked, "isLost")));
    }

    [Fact]
    public void A_lead_that_was_stored_before_its_rules_were_kept_has_its_sentence_alone()
    {
        var known = new Reception
        {
            Id = new("019aa0"),
            Source = "website",
            Agreement = "2026-11",
            Tier = "hot",
            Score = 60,
            ScoreBecause = "60 points.",
            ScoreRules = [0],
            Qualifies = true,
            Completeness = 100,
            Team = "italy",
            TeamBecause = "",
        };
        var written = JsonNode.Parse(LedgerJson.Write(Lead.Unborn with { Reception = known }))!.AsObject();
        var kept = LedgerJson.ReadLead(JsonSerializer.SerializeToUtf8Bytes(written)).Known;
        Assert.True(written["reception"]!.AsObject().Remove("scoreRules"));
        var before = LedgerJson.ReadLead(JsonSerializer.SerializeToUtf8Bytes(written)).Known;

        Assert.Equal([0], kept.ScoreRules!.Value.ToArray());
        Assert.Null(before.ScoreRules);
        Assert.Equal("60 points.", before.ScoreBecause);
    }

    private static byte[] Without(byte[] written, string member)
    {
        var json = JsonNode.Parse(written)!.AsObject();
        Assert.True(json.Remove(member));
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
