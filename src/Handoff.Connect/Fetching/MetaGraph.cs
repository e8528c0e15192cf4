using System.Globalization;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Connect.Bodies;
using Handoff.Service.Outside;
using NodaTime;

namespace Handoff.Connect.Fetching;

/// <summary>
/// Meta's Graph API, as far as leads go (developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving). The token goes into a
/// header, so that no log of an address has it.
/// </summary>
internal static class MetaGraph
{
    private const string Version = "v24.0";
    private const string Fields =
        "id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,is_organic,platform,field_data,"
            + "custom_disclaimer_responses";

    /// <summary>The leads that a notice names: of each entry each change of <c>leadgen</c>.</summary>
    public static IEnumerable<string> IdsOf(JsonElement notice)
    {
        if (notice.At("entry").ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var entry in notice.At("entry").EnumerateArray())
        {
            if (entry.At("changes").ValueKind != JsonValueKind.Array)
                continue;
            foreach (var change in entry.At("changes").EnumerateArray())
            {
                if (change.TextAt("field") == "leadgen" && change.TextAt("value", "leadgen_id") is { } id && IsId(id))
                    yield return id;
            }
        }
    }

    public static OutsideCall Lead(Uri graph, FetchTerms terms, string id) => Call(graph, terms, $"{id}?fields={Fields}");

    /// <summary>The leads of a form since an instant.</summary>
    public static OutsideCall FormLeads(Uri graph, FetchTerms terms, string form, Instant since)
    {
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $"[{{\"field\":\"time_created\",\"operator\":\"GREATER_THAN\",\"value\":{since.ToUnixTimeSeconds()}}}]");
        return Call(
            graph, terms, $"{Uri.EscapeDataString(form)}/leads?fields={Fields}&limit=100&filtering={Uri.EscapeDataString(filter)}");
    }

    /// <summary>The page after one; null: it was the last. Where it is follows from its cursor, never from an address.</summary>
    public static OutsideCall? After(OutsideCall call, JsonElement page)
    {
        if (page.TextAt("paging", "next") is null || page.TextAt("paging", "cursors", "after") is not { } cursor)
            return null;
        var address = call.Address.AbsoluteUri;
        var before = address.IndexOf("&after=", StringComparison.Ordinal);
        return call with { Address = new($"{(before < 0 ? address : address[..before])}&after={Uri.EscapeDataString(cursor)}") };
    }

    private static OutsideCall Call(Uri graph, FetchTerms terms, string path) =>
        new(new Uri(graph, $"{terms.ApiVersion ?? Version}/{path}")) { Bearer = terms.Token };

    private static bool IsId(string text) => text.Length <= 40 && text.All(char.IsAsciiDigit);
}
