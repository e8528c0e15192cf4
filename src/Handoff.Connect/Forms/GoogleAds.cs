using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Google's lead forms (developers.google.com/google-ads/webhook/docs/implementation). The key stands in the body; a test says that it is
/// one; ids are numbers of 64 bits.
/// </summary>
internal static class GoogleAds
{
    public static FormFormat Format { get; } = new()
    {
        Json = static (root, _) => Read(root),
        KeyInBody = static root => root.TextAt("google_key"),
    };

    private static FormReading Read(JsonElement root)
    {
        if (root.At("user_column_data").ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("There is no user_column_data.");
        var fields = new LeadFields().All(root.At("user_column_data"), "user_column_data");
        foreach (var about in (ReadOnlySpan<string>)
            ["campaign_id", "form_id", "adgroup_id", "creative_id", "asset_group_id", "gcl_id", "lead_submit_time"])
        {
            // Of a form outside an ad the ids are 0.
            if (root.TextAt(about) is { } text && text != "0")
                fields.About(about, text);
        }

        return FormReading.Of(fields.Finish(), root.TextAt("lead_id"), root.Says("is_test"));
    }
}
