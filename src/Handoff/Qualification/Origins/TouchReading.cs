using System.Collections.Frozen;

namespace Handoff.Qualification.Origins;

/// <summary>
/// Reads the touches that a form sends: how the visitor came this time (<c>utm_campaign</c>, <c>referrer</c>, <c>gclid</c>, ...), and the
/// first time, in the spellings of the scripts that fill hidden fields (<c>first_utm_campaign</c>, <c>initial_utm_campaign</c>,
/// <c>utm_campaign_1st</c>, ...). Of a referrer only the host is read, and of a click's id only whose it is: an id names one click of one
/// person. Where the form has no field of it, how the visitor came is read from what the page's address asks, and nothing else of that.
/// </summary>
internal static class TouchReading
{
    private const string Referrer = "referrer";
    private const string Click = "click";
    private const string Page = "page";

    /// <summary>Each part with the fields that hold it, the better first.</summary>
    private static readonly (string Part, string[] Fields)[] Fields =
    [
        ("campaign", [
            "utm_campaign", "utmcampaign", "campaign_name", "campaign", "campaign_id", "campaignid", "utm_id", "hsa_cam", "ad_campaign_id",
        ]),
        ("source", ["utm_source", "utmsource"]),
        ("medium", ["utm_medium", "utmmedium"]),
        ("content", ["utm_content", "utmcontent"]),
        ("term", ["utm_term", "utmterm", "utm_keyword"]),
        (Referrer, ["referrer", "referer", "http_referer", "document_referrer", "referrer_url", "referring_domain"]),
        (Page, ["landing_page", "landing_page_url", "landing_url", "page_url", "page_location", "page_uri", "pageuri", "page_path"]),
    ];

    private static readonly FrozenDictionary<string, string> Clicks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gclid"] = "google",
        ["gcl_id"] = "google",
        ["gbraid"] = "google",
        ["wbraid"] = "google",
        ["dclid"] = "google",
        ["fbclid"] = "meta",
        ["fbc"] = "meta",
        ["msclkid"] = "microsoft",
        ["li_fat_id"] = "linkedin",
        ["ttclid"] = "tiktok",
        ["twclid"] = "x",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Part, int Rank)> ByField = Fields
        .SelectMany(each => each.Fields.Select((field, rank) => KeyValuePair.Create(field, (each.Part, rank))))
        .Concat(Clicks.Keys.Select(field => KeyValuePair.Create(field, (Click, 0))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] FirstPrefixes = ["first_touch_", "first_", "initial_", "ft_"];
    private static readonly string[] FirstSuffixes = ["_first_touch", "_first", "_1st"];

    public static FrozenSet<string> Parts { get; } = Fields.Select(each => each.Part).Append(Click).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a page's address says counts less than any field.</summary>
    private const int InAddress = 1_000;

    /// <summary>The first and the last touch, each part by its name; empty where the form sent nothing of it.</summary>
    public static (IReadOnlyDictionary<string, string> First, IReadOnlyDictionary<string, string> Last) Of(LeadForm form)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        var ranks = new Dictionary<(bool, string), int>();
        foreach (var (name, value) in form.Fields)
        {
            if (Known(KnownFields.WithoutPrefix(name)) is not { } known)
                continue;
            Offer(known.IsFirst, known.Part, known.Field, value, known.Rank);
            foreach (var (field, asked) in known.Part == Page ? Asked(value) : [])
            {
                if (ByField.TryGetValue(field, out var found) && found.Part is not (Page or Referrer))
                    Offer(known.IsFirst, found.Part, field, asked, InAddress + found.Rank);
            }
        }

        return (first, last);

        void Offer(bool isFirst, string part, string field, string value, int rank)
        {
            if (Text(part, field, value) is not { Length: > 0 } text
                || (ranks.TryGetValue((isFirst, part), out var best) && best <= rank))
                return;
            ranks[(isFirst, part)] = rank;
            (isFirst ? first : last)[part] = text;
        }
    }

    /// <summary>What an address asks, by name.</summary>
    private static IEnumerable<(string Field, string Value)> Asked(string address) =>
        address.Split('#')[0].Split('?', 2) is [_, var query]
            ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length > 0)
                .Select(pair => (pair[0].ToLowerInvariant(), pair[1].Replace('+', ' ')))
            : [];

    private static (bool IsFirst, string Part, string Field, int Rank)? Known(string field)
    {
        if (ByField.TryGetValue(field, out var found))
            return (false, found.Part, field, found.Rank);
        var bare = Bare(field);
        return bare is not null && ByField.TryGetValue(bare, out found) ? (true, found.Part, bare, found.Rank) : null;
    }

    /// <summary>The field of which this is the first touch's, or null.</summary>
    private static string? Bare(string field)
    {
        if (field.StartsWith("fc_", StringComparison.Ordinal))
            return field[3..] is var part && ByField.ContainsKey("utm_" + part) ? "utm_" + part : part;
        var prefix = Array.Find(FirstPrefixes, prefix => field.StartsWith(prefix, StringComparison.Ordinal));
        if (prefix is not null)
            return field[prefix.Length..];
        var suffix = Array.Find(FirstSuffixes, suffix => field.EndsWith(suffix, StringComparison.Ordinal));
        return suffix is null ? null : field[..^suffix.Length];
    }

    private static string? Text(string part, string field, string value) => part switch
    {
        Click => Clicks[field],
        Referrer => Host(value),
        Page => Path(value),
        _ => value,
    };

    /// <summary>Where the page is, without what its address asks: that may be about the visitor.</summary>
    private static string? Path(string value)
    {
        var path = value.Split('?', '#')[0].TrimEnd('/');
        return path.StartsWith('/') ? path
            : Host(path) is { } host
                && Uri.TryCreate(path.Contains("://", StringComparison.Ordinal) ? path : "https://" + path, UriKind.Absolute, out var uri)
                ? host + uri.AbsolutePath.TrimEnd('/') : null;
    }

    private static string? Host(string value)
    {
        var text = value.Contains("://", StringComparison.Ordinal) ? value : "https://" + value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.HostNameType != UriHostNameType.Dns || !uri.Host.Contains('.'))
            return null;
        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
