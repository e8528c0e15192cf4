using System.Collections.Immutable;
using Handoff.People;
using Handoff.Qualification.Quality;

namespace Handoff.Agreements;

/// <summary>How a source writes its leads.</summary>
public enum SourceFormat
{
    /// <summary>A JSON object.</summary>
    Json,

    /// <summary>A form post: <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
    Form,

    // What follows are vendors' own shapes; docs/forms.md says of each what it sends and what it is answered.
    Typeform,
    Webflow,
    Tally,
    Jotform,
    Framer,
    GoogleAds,
    Unbounce,
    Elementor,
    GravityForms,

    Wpforms,
    Calendly,
    Hubspot,
    Meta,
    Linkedin,
    Dataverse,
}

/// <summary>Where leads come from: one webhook.</summary>
public sealed record LeadSource
{
    /// <summary>What is looked at unless the file says otherwise: what is hardly ever wrong and asks nobody.</summary>
    public static ImmutableArray<QualityCheck> DefaultQuality { get; } = [QualityCheck.Disposable, QualityCheck.Spam];

    /// <summary>The name in <c>POST /api/leads/{source}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people read in its place, by language; null: its id.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    public required SourceFormat Format { get; init; }

    /// <summary>The key that the source sends; a secret. Empty: it sends none.</summary>
    public string Key { get; init; } = "";

    /// <summary>A second key that is valid too, while one is put in the place of the other; or null.</summary>
    public string? OtherKey { get; init; }

    /// <summary>What the vendor signs by; two, while one is put in the place of the other. None: what it sends is not signed.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Whether <see cref="Key"/> is the default written in the file, which the Functions host refuses.</summary>
    public bool KeyIsDefault { get; init; }

    /// <summary>Web origins that may post from a browser.</summary>
    public ImmutableArray<string> AllowOrigins { get; init; } = [];

    /// <summary>A field that people never see; a lead that fills it in is spam. Null: none.</summary>
    public string? Honeypot { get; init; }

    /// <summary>Which of the vendor's fields holds ours: our name to theirs.</summary>
    public ImmutableDictionary<string, string> Map { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Fields with a fixed value.</summary>
    public ImmutableDictionary<string, string> Set { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// What campaigns are called in figures: a campaign's name or id as it is sent, in lower case, to the name meant; of all sources.
    /// </summary>
    public ImmutableDictionary<string, string> Campaigns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where a visitor's browser goes that posted a form by itself; null: it is thanked on a page of ours.</summary>
    public string? Thanks { get; init; }

    /// <summary>Whether leads that are imported from a file into it are in the figures.</summary>
    public bool CountsImports { get; init; }

    /// <summary>What is looked at in the first turn of its leads; who is suspect goes to marketing first.</summary>
    public ImmutableArray<QualityCheck> Quality { get; init; } = DefaultQuality;

    /// <summary>How many leads a minute are taken before 429; null: no limit.</summary>
    public int? LimitPerMinute { get; init; }

    /// <summary>How many leads a minute are taken of one sender before 429; null: no limit.</summary>
    public int? LimitPerAddress { get; init; }

    /// <summary>In how many seconds nobody fills its form in: what comes faster is suspect. Null: that is not looked at.</summary>
    public int? MinFillSeconds { get; init; }

    /// <summary>The captcha in its form, or null.</summary>
    public CaptchaTerms? Captcha { get; init; }

    /// <summary>How its form asks whether the person may be contacted, or null: it does not.</summary>
    public ConsentTerms? Consent { get; init; }

    /// <summary>How answers are fetched that its vendor only announces, or null: they are not.</summary>
    public FetchTerms? Fetch { get; init; }

    /// <summary>ISO 3166 country of leads that name none, or null.</summary>
    public string? DefaultCountry { get; init; }
}
