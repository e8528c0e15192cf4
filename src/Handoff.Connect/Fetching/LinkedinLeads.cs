using System.Globalization;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Connect.Bodies;
using Handoff.Service.Outside;
using NodaTime;

namespace Handoff.Connect.Fetching;

/// <summary>LinkedIn's lead sync (learn.microsoft.com/linkedin/marketing/lead-sync/leadsync): responses with their questions.</summary>
internal static class LinkedinLeads
{
    private const string Version = "202611";
    private const string Fields = "id,submittedAt,testLead,leadType,leadMetadataInfo,versionedLeadGenFormUrn,formResponse,"
        + "form:(hiddenFields,name,id,content)";

    private const int PageSize = 100;

    /// <summary>The response that a notice names, by the last part of its URN.</summary>
    public static IEnumerable<string> IdsOf(JsonElement notice)
    {
        if (IdOf(notice) is { } id)
            yield return id;
    }

    /// <summary>The id in a notice, or null.</summary>
    public static string? IdOf(JsonElement notice) =>
        notice.TextAt("leadGenFormResponse") is { } urn && urn[(urn.LastIndexOf(':') + 1)..] is { Length: > 0 and <= 100 } id
            && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : null;

    public static OutsideCall Response(Uri api, FetchTerms terms, string id) =>
        Call(api, terms, $"rest/leadFormResponses/{id}?fields={Fields}");

    /// <summary>The responses of an owner since an instant.</summary>
    public static OutsideCall Responses(Uri api, FetchTerms terms, string owner, Instant since, int start)
    {
        var kind = owner.Contains(":organization:", StringComparison.Ordinal)
            ? ("organization", "COMPANY") : ("sponsoredAccount", "SPONSORED");
        return Call(
            api, terms,
            $"rest/leadFormResponses?q=owner&owner=({kind.Item1}:{Uri.EscapeDataString(owner)})&leadType=(leadType:{kind.Item2})"
                + $"&limitedToTestLeads=false&submittedAtTimeRange=(start:{since.ToUnixTimeMilliseconds()})&fields={Fields}"
                + $"&count={PageSize}&start={start}");
    }

    /// <summary>The page after one; null: it was the last.</summary>
    public static OutsideCall? After(OutsideCall call, JsonElement page)
    {
        if (page.At("elements") is not { ValueKind: JsonValueKind.Array } elements || elements.GetArrayLength() < PageSize)
            return null;
        var address = call.Address.AbsoluteUri;
        var at = address.LastIndexOf("&start=", StringComparison.Ordinal);
        return int.TryParse(address[(at + 7)..], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? call with { Address = new($"{address[..at]}&start={start + PageSize}") } : null;
    }

    private static OutsideCall Call(Uri api, FetchTerms terms, string path) => new(new Uri(api, path))
    {
        Bearer = terms.Token,
        Headers = [new("LinkedIn-Version", terms.ApiVersion ?? Version), new("X-Restli-Protocol-Version", "2.0.0")],
    };
}
