using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>sources.yaml</c> as written.</summary>
internal sealed record SourcesForm(Field<ImmutableArray<Field<SourceForm>>> Sources, Field<ImmutableArray<Entry<string>>> Campaigns)
{
    public const string File = "sources.yaml";

    private static readonly Key<ImmutableArray<Field<SourceForm>>> SourcesKey = new(
        "sources", "Where leads come from.", new ListShape<SourceForm>(SourceForm.Shape, empty: "there are no sources"), IsRequired: true);

    private static readonly Key<ImmutableArray<Entry<string>>> CampaignsKey = new(
        "campaigns", "What campaigns are called in figures: the name or id that a form sends, to the name meant.", new MapShape<string>(Scalars.Text));

    public static readonly Shape<SourcesForm> Shape = new RecordShape<SourcesForm>(
        keys => new SourcesForm(keys.Get(SourcesKey), keys.Get(CampaignsKey)), SourcesKey, CampaignsKey);

    public ImmutableArray<LeadSource> Build()
    {
        var campaigns = Campaigns.Or([]).ToImmutableDictionary(
            entry => entry.Name.Value.Trim().ToLowerInvariant(), entry => entry.Value.Value, StringComparer.Ordinal);
        return [.. Sources.Value.Select(source => source.Value.Build() with { Campaigns = campaigns })];
    }
}

/// <summary>A source as written.</summary>
internal sealed record SourceForm
{
    private const string NameText = "[a-z0-9][a-z0-9_-]{0,62}";

    private static readonly Shape<string> SourceName = new ScalarShape<string>(
        "a name of small letters, digits, '-' and '_', as it stands in the address of the webhook,", TryName, static () => Scalars.Pattern(NameText));
    private static readonly Shape<string> Origin = new ScalarShape<string>(
        "a web origin such as https://www.example.com, without a path,", TryOrigin, static () => Scalars.Pattern("https?://[^/]+"));

    private static readonly Shape<string> Page = new ScalarShape<string>(
        "the address of a page such as https://www.example.com/thanks", TryPage, static () => Scalars.Pattern("https?://.+"));

    private static readonly Key<string> NameKey = new("name", "The name in POST /api/leads/{name}.", SourceName, IsRequired: true);
    private static readonly Key<SourceFormat> FormatKey = new("format", "json or form.", Words.Format, IsRequired: true);
    private static readonly Key<Word> KeyKey = new("key", "The secret that the source sends; a reference such as ${HANDOFF_WEBSITE_KEY}.", Scalars.Word, IsRequired: true);
    private static readonly Key<ImmutableArray<Field<string>>> OriginsKey = new("allow_origins", "Web origins that may post from a browser.", new ListShape<string>(Origin, orSingle: true, empty: null));
    private static readonly Key<string> HoneypotKey = new("honeypot", "A field that people never see; a lead that fills it in is spam.", Scalars.Text);
    private static readonly Key<ImmutableArray<Entry<string>>> MapKey = new("map", "Our field to the source's: email: your-email.", new MapShape<string>(Scalars.Text, names: Scalars.Field));
    private static readonly Key<ImmutableArray<Entry<string>>> SetKey = new("set", "Fields with a fixed value: form: demo.", new MapShape<string>(Scalars.Text, names: Scalars.Field));
    private static readonly Key<string> ThanksKey = new(
        "thanks", "Where a visitor's browser goes that posted a plain HTML form; a page of thanks of ours if not said.", Page);
    private static readonly Key<int> LimitKey = new("limit", "How many leads a minute are taken before 429; no limit if not said.", Scalars.Whole(1, 1_000_000));
    private static readonly Key<string> CountryKey = new("country", "The country (ISO 3166) of leads that name none.", new CodeShape(Codes.Countries));

    public static readonly Shape<SourceForm> Shape = new RecordShape<SourceForm>(
        keys => new SourceForm
        {
            Name = keys.Get(NameKey),
            Format = keys.Get(FormatKey),
            Key = keys.Get(KeyKey),
            AllowOrigins = keys.Get(OriginsKey),
            Honeypot = keys.Get(HoneypotKey),
            Map = keys.Get(MapKey),
            Set = keys.Get(SetKey),
            Thanks = keys.Get(ThanksKey),
            Limit = keys.Get(LimitKey),
            Country = keys.Get(CountryKey),
        },
        NameKey, FormatKey, KeyKey, OriginsKey, HoneypotKey, MapKey, SetKey, ThanksKey, LimitKey, CountryKey);

    public required Field<string> Name { get; init; }

    public required Field<SourceFormat> Format { get; init; }

    public required Field<Word> Key { get; init; }

    public required Field<ImmutableArray<Field<string>>> AllowOrigins { get; init; }

    public required Field<string> Honeypot { get; init; }

    public required Field<ImmutableArray<Entry<string>>> Map { get; init; }

    public required Field<ImmutableArray<Entry<string>>> Set { get; init; }

    public required Field<string> Thanks { get; init; }

    public required Field<int> Limit { get; init; }

    public required Field<string> Country { get; init; }

    public LeadSource Build() => new()
    {
        Name = Name.Value,
        Format = Format.Value,
        Key = Key.Value.Text,
        KeyIsDefault = !Key.Value.IsFromEnvironment,
        AllowOrigins = [.. AllowOrigins.Or([]).Select(origin => origin.Value)],
        Honeypot = Honeypot.IsWritten ? Honeypot.Value : null,
        Map = Pairs(Map),
        Set = Pairs(Set),
        Thanks = Thanks.IsWritten ? Thanks.Value : null,
        LimitPerMinute = Limit.IsWritten ? Limit.Value : null,
        DefaultCountry = Country.IsWritten ? Country.Value.ToUpperInvariant() : null,
    };

    private static ImmutableDictionary<string, string> Pairs(Field<ImmutableArray<Entry<string>>> entries) =>
        entries.Or([]).ToImmutableDictionary(entry => entry.Name.Value, entry => entry.Value.Value, StringComparer.Ordinal);

    private static bool TryName(string text, out string value)
    {
        value = text;
        return text.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(text[0]) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
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
