using System.Text;
using Handoff.Agreements;
using Handoff.Connect.Forms;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>
/// A workflow that posts what has changed in HubSpot, where a channel of ours writes too: our own changes are no requests, a form is.
/// </summary>
public sealed class HubspotOwnChangesTests
{
    private const string Written = "2026-11-30T09:00:00.5Z";

    [Theory]
    [InlineData("1796029202000", "1796029100000", false)]
    [InlineData("2026-11-30T09:00:02Z", "2026-11-30T08:58:00Z", false)]
    // A form that was filled in after we wrote.
    [InlineData("2026-11-30T09:00:20Z", "2026-11-30T09:00:19Z", true)]
    // Somebody changed the contact later.
    [InlineData("2026-11-30T09:05:00Z", "2026-11-30T08:58:00Z", true)]
    // Some properties only, and not when a form was filled in: rather one request too many than one too few.
    [InlineData("2026-11-30T09:00:02Z", null, true)]
    // A whole contact that never filled in a form, such as one that we made; a form that is not to be read is one.
    [InlineData("2026-11-30T09:00:02Z", null, false, true)]
    [InlineData("2026-11-30T09:00:02Z", "", false, true)]
    [InlineData("2026-11-30T09:00:02Z", "this morning", true, true)]
    [InlineData("2026-11-30T09:00:20Z", "2026-11-30T09:00:19Z", true, true)]
    public async Task What_we_changed_ourselves_is_no_request(string changed, string? form, bool isRequest, bool isWhole = false)
    {
        var conversion = (isWhole ? "\"createdate\":{\"value\":\"1796029200000\"}," : "")
            + (form is null ? "" : $"\"recent_conversion_date\":{{\"value\":\"{form}\"}},");
        var reading = await ReadAsync($$$"""
            {"vid":151,"properties":{ {{{conversion}}}"lastmodifieddate":{"value":"{{{changed}}}"},
            "email":{"value":"ada@analytical.example"},"handoff_id":{"value":"0123"},"handoff_written_at":{"value":"{{{Written}}}"} } }
            """);
        if (!isRequest)
        {
            Assert.IsType<FormReading.Nothing>(reading);
            return;
        }

        var lead = Assert.IsType<FormReading.Lead>(reading);
        Assert.Equal("ada@analytical.example", lead.Fields["email"]);
        Assert.DoesNotContain(lead.Fields.Keys, name => name.StartsWith("handoff_", StringComparison.Ordinal));
    }

    private static async Task<FormReading> ReadAsync(string body) => await FormFormats.Of(SourceFormat.Hubspot).ReadAsync(
        new()
        {
            Body = Encoding.UTF8.GetBytes(body),
            ContentType = "application/json",
            Header = static _ => null,
            Url = new("https://handoff.example/api/leads/hubspot"),
        },
        default);
}
