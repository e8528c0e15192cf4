using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Qualification.Quality;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>sources.yaml</c> as written.</summary>
internal sealed record SourcesForm(
    Field<ImmutableArray<Field<SourceForm>>> Sources, Field<ImmutableArray<Entry<string>>> Campaigns,
    Field<ImmutableArray<Field<QualityCheck>>> Quality)
{
    public const string File = "sources.yaml";

    public static readonly Shape<SourcesForm> Shape = Record.Of(k => new SourcesForm(
        k.Required("sources", "Where leads come from.", SourceForm.Shape.List(empty: "there are no sources")),
        k.Optional(
            "campaigns", "What campaigns are called in figures: the name or id that a form sends, to the name meant.",
            Scalars.Text.ByName()),
        k.Optional("quality", SourceForm.QualityText, Words.Quality.OneOrList(empty: null))));

    public ImmutableArray<LeadSource> Build()
    {
        var campaigns = Campaigns.Or([]).ToImmutableDictionary(
            entry => entry.Name.Value.Trim().ToLowerInvariant(), entry => entry.Value.Value, StringComparer.Ordinal);
        var quality = Kinds(Quality) ?? LeadSource.DefaultQuality;
        return [.. Sources.Value.Select(source => source.Value.Build(quality) with { Campaigns = campaigns })];
    }

    /// <summary>What is looked at, or null where that is not said.</summary>
    internal static ImmutableArray<QualityCheck>? Kinds(Field<ImmutableArray<Field<QualityCheck>>> quality) =>
        quality.IsWritten ? [.. quality.Value.Select(one => one.Value).Distinct()] : null;
}

internal sealed record SourceForm(
    Field<string> Name,
    Field<SourceFormat> Format,
    Field<ImmutableArray<Field<Word>>> Key,
    Field<ImmutableArray<Field<Word>>> Secret,
    Field<ImmutableArray<Field<string>>> AllowOrigins,
    Field<string> Honeypot,
    Field<ImmutableArray<Entry<string>>> Map,
    Field<ImmutableArray<Entry<string>>> Set,
    Field<string> Thanks,
    Field<int> Limit,
    Field<string> Country,
    Field<bool> Counts,
    Field<ImmutableArray<Field<QualityCheck>>> Quality,
    Field<int> LimitPerAddress,
    Field<int> MinFill,
    Field<CaptchaForm> Captcha,
    Field<ConsentForm> Consent,
    Field<FetchForm> Fetch,
    Field<ImmutableArray<Entry<string>>> Says)
{
    internal const string QualityText = "What holds a lead back for marketing to look at: disposable and spam, if not said; role; no_mail, "
        + "which asks the name system whether the domain takes mail. [] looks at nothing.";

    private const string NameText = "[a-z0-9][a-z0-9_-]{0,62}";

    private static readonly Shape<string> SourceName = new ScalarShape<string>(
        "a name of small letters, digits, '-' and '_', as it stands in the address of the webhook,", TryName,
        static () => Scalars.Pattern(NameText));

    private static readonly Shape<string> Origin = new ScalarShape<string>(
        "a web origin such as https://www.example.com, without a path,", TryOrigin, static () => Scalars.Pattern("https?://[^/]+"));

    private static readonly Shape<string> Page = new ScalarShape<string>(
        "the address of a page such as https://www.example.com/thanks", TryPage, static () => Scalars.Pattern("https?://.+"));

    public static readonly Shape<SourceForm> Shape = Record.Of(k => new SourceForm(
        k.Required("name", "The name in POST /api/leads/{name}.", SourceName),
        k.Required("format", "json, form, or whose form it is (docs/forms.md).", Words.Format),
        k.Optional(
            "key", "The secret that the source sends; a reference such as ${HANDOFF_WEBSITE_KEY}. Two, while one replaces the other.",
            Scalars.Word.OneOrList()),
        k.Optional(
            "secret", "What the vendor signs by; a reference such as ${HANDOFF_TYPEFORM_SECRET}. Two, while one replaces the other.",
            Scalars.Word.OneOrList()),
        k.Optional("allow_origins", "Web origins that may post from a browser.", Origin.OneOrList(empty: null)),
        k.Optional("honeypot", "A field that people never see; a lead that fills it in is spam.", Scalars.Text),
        k.Optional("map", "Our field to the source's: email: your-email.", Scalars.Text.ByName(names: Scalars.Field)),
        k.Optional("set", "Fields with a fixed value: form: demo.", Scalars.Text.ByName(names: Scalars.Field)),
        k.Optional("thanks", "Where a visitor's browser goes that posted a plain HTML form; a page of thanks of ours if not said.", Page),
        k.Optional("limit", "How many leads a minute are taken before 429; no limit if not said.", Scalars.Whole(1, 1_000_000)),
        k.Optional("country", "The country (ISO 3166) of leads that name none.", new CodeShape(Codes.Countries)),
        k.Optional(
            "counts", "true: leads that are imported from a file into this source are in the figures; in none if not said.",
            Scalars.Flag),
        k.Optional("quality", QualityText, Words.Quality.OneOrList(empty: null)),
        k.Optional(
            "limit_per_address", "How many leads a minute are taken of one address of the internet before 429; no limit if not said.",
            Scalars.Whole(1, 1_000_000)),
        k.Optional(
            "min_fill", "Seconds in which nobody fills the form in; what form.js says came faster is held back.", Scalars.Whole(1, 3_600)),
        k.Optional("captcha", "The captcha in the form; who does not pass it is held back.", CaptchaForm.Shape),
        k.Optional("consent", "How the form asks whether the person may be contacted.", ConsentForm.Shape),
        k.Optional("fetch", "meta, linkedin: how the answers are fetched that a notice announces.", FetchForm.Shape),
        k.Optional("says", "What people read in its place, by language: en, it; the name if not said.", SpokenForm.Name)));

    /// <param name="quality">What is looked at where the source does not say.</param>
    public LeadSource Build(ImmutableArray<QualityCheck> quality) => new()
    {
        Name = Name.Value,
        Says = SpokenForm.Build(Says),
        Format = Format.Value,
        Key = Key.Or([]).Select(key => key.Value.Text).FirstOrDefault() ?? "",
        OtherKey = Key.Or([]).Skip(1).Select(key => key.Value.Text).FirstOrDefault(),
        KeyIsDefault = Key.Or([]) is [var first, ..] && !first.Value.IsFromEnvironment,
        Secrets = [.. Secret.Or([]).Select(secret => secret.Value.Text)],
        AllowOrigins = [.. AllowOrigins.Or([]).Select(origin => origin.Value)],
        Honeypot = Honeypot.IsWritten ? Honeypot.Value : null,
        Map = Pairs(Map),
        Set = Pairs(Set),
        Thanks = Thanks.IsWritten ? Thanks.Value : null,
        Quality = SourcesForm.Kinds(Quality) ?? quality,
        CountsImports = Counts.Or(false),
        LimitPerMinute = Limit.IsWritten ? Limit.Value : null,
        LimitPerAddress = LimitPerAddress.IsWritten ? LimitPerAddress.Value : null,
        MinFillSeconds = MinFill.IsWritten ? MinFill.Value : null,
        Captcha = Captcha.IsWritten ? Captcha.Value.Build() : null,
        Consent = Consent.IsWritten ? Consent.Value.Build() : null,
        Fetch = Fetch.IsWritten ? Fetch.Value.Build() : null,
        DefaultCountry = Country.IsWritten ? Country.Value.ToUpperInvariant() : null,
    };

    private static ImmutableDictionary<string, string> Pairs(Field<ImmutableArray<Entry<string>>> entries) =>
        entries.Or([]).ToImmutableDictionary(entry => entry.Name.Value, entry => entry.Value.Value, StringComparer.Ordinal);

    private static bool TryName(string text, out string value)
    {
        value = text;
        return text.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(text[0])
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
    }

    private static bool TryPage(string text, out string value)
    {
        var isPage = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0;
        value = isPage ? uri!.AbsoluteUri : text;
        return isPage;
    }

    private static bool TryOrigin(string text, out string value)
    {
        value = text.Trim();
        return Uri.TryCreate(value, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && string.Equals(uri.GetLeftPart(UriPartial.Authority), value, StringComparison.OrdinalIgnoreCase);
    }
}
