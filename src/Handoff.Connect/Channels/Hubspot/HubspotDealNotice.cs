using Handoff.Connect.Channels.Crm;
using Handoff.Connect.Forms;
using NodaTime;

namespace Handoff.Connect.Channels.Hubspot;

/// <summary>
/// What HubSpot tells of deals (developers.hubspot.com, "Webhooks"): a list of changes with ids, and no more. It is signed in the third
/// version, over method, address, raw body and time.
/// </summary>
public static class HubspotDealNotice
{
    /// <summary>HubSpot's type of deals in the general subscriptions.</summary>
    private const string DealType = "0-3";

    /// <summary>Whether the post is signed by one of the secrets, within five minutes of now.</summary>
    public static bool IsSigned(FormPost post, IEnumerable<string> secrets, Instant now)
    {
        var holds = false;
        foreach (var secret in secrets)
            holds |= Forms.Hubspot.IsSignedByThird(post, secret, now);
        return holds;
    }

    /// <summary>The deals that have changed; null: it is no list.</summary>
    /// <param name="app">The id of our own app: its changes are passed over. Null: not known.</param>
    public static IReadOnlyList<string>? Read(byte[] body, string? app)
    {
        var told = CrmBody.Parse(body);
        return !told.IsList ? null
            : [.. told.Items.Where(one => IsOfDeal(one) && !IsOurs(one, app)).Select(one => one.Text("objectId")).OfType<string>()
                .Where(HubspotAnswers.IsId).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsOfDeal(CrmBody change) =>
        change.Text("subscriptionType") is { } type && !type.EndsWith(".deletion", StringComparison.Ordinal)
        && (type.StartsWith("deal.", StringComparison.Ordinal)
            || (type.StartsWith("object.", StringComparison.Ordinal) && change.Text("objectTypeId") == DealType));

    private static bool IsOurs(CrmBody change, string? app) => app is not null && change.Text("changeSource") == "INTEGRATION"
        && change.Text("sourceId") is { } source && (source == app || source == $"appId:{app}");
}
