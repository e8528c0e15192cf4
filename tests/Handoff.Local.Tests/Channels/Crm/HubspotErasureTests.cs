using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>What becomes of a contact in HubSpot when its lead is erased.</summary>
public sealed class HubspotErasureTests
{
    [Theory]
    [InlineData(true, "delete", 0)]
    [InlineData(false, "delete", 0)]
    [InlineData(true, "keep", 1)]
    public async Task Erasing_a_lead_deletes_its_contact_where_the_file_says_so(bool forGood, string onErase, int left)
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.DeletesForGood = forGood;
        using var folder = hubspot.Folder($"      on_erase: {onErase}");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        using (var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await host.WriteAsync();
        Assert.Equal(left, hubspot.Contacts.Count);
        if (left > 0)
            Assert.Equal("erased", hubspot.Contact["handoff_status"]);
        var told = await host.Http.GetStringAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        Assert.Contains("\"toldTo\":[{\"channel\":\"hubspot\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_when_a_lead_was_erased_writes_nobody()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        hubspot.Instead = static _ => new(503, "");
        using var folder = hubspot.Folder("      on_erase: delete");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        using var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        hubspot.Instead = static _ => null;
        await host.AdvanceAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Empty(hubspot.Contacts);
        Assert.DoesNotContain(hubspot.Calls, call => call.Body.Contains("analytical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_erased_person_whose_contact_is_kept_does_not_come_back_by_a_workflow_that_posts_the_change()
    {
        await using var hubspot = await HubspotStandIn.StartedAsync();
        using var folder = hubspot.Folder("      on_erase: keep");
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Calls.Ada)).Id;
        await host.AdvanceAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var gone = await host.Http.DeleteAsync(new Uri($"/api/leads/{lead}", UriKind.Relative));
        await host.WriteAsync();
        Assert.Equal("erased", hubspot.Contact["handoff_status"]);
        var posted = new JsonObject(hubspot.Contact.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)))
        {
            ["createdate"] = "2026-11-30T09:00:00Z",
            ["lastmodifieddate"] = host.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        var post = new FormPost
        {
            Body = Encoding.UTF8.GetBytes(new JsonObject { ["vid"] = 151, ["properties"] = posted }.ToJsonString()),
            ContentType = "application/json",
            Header = static _ => null,
            Url = new("https://handoff.example/api/leads/hubspot"),
        };
        Assert.IsType<FormReading.Nothing>(await FormFormats.Of(SourceFormat.Hubspot).ReadAsync(post, default));
    }
}
