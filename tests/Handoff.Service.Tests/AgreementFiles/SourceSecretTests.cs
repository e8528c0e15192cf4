using Handoff.Agreements;
using Handoff.Qualification.Quality;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>By what a source proves who it is.</summary>
public sealed class SourceSecretTests
{
    [Fact]
    public void A_vendor_that_signs_has_a_secret_and_no_key()
    {
        var source = Loaded("    format: typeform\n    secret: ${HANDOFF_TYPEFORM_SECRET}");

        Assert.Equal((SourceFormat.Typeform, "", false), (source.Format, source.Key, source.KeyIsDefault));
        Assert.Equal(["now"], source.Secrets.AsEnumerable());
    }

    [Fact]
    public void Two_are_valid_while_one_replaces_the_other()
    {
        var source = Loaded(
            "    format: json\n    key: [\"${HANDOFF_NEW_KEY}\", old]\n    secret: [\"${HANDOFF_TYPEFORM_SECRET}\", before]");

        Assert.Equal(("new", "old"), (source.Key, source.OtherKey));
        Assert.Equal(["now", "before"], source.Secrets.AsEnumerable());
    }

    [Theory]
    [InlineData("    format: typeform", "8:5: 'secret' is missing, by which the vendor signs, or a 'key'")]
    [InlineData(
        "    format: jotform\n    secret: x", "10:13: what this format sends is not signed: give the source a 'key' instead of a 'secret'")]
    [InlineData("    format: meta\n    key: x", "9:13: 'secret' is missing: what this format sends is always signed by the app's")]
    [InlineData("    format: json\n    key: [a, b, c]", "10:10: a source has at most two of 'key', while one replaces the other")]
    [InlineData("    format: typefrom\n    key: x", "9:13: ")]
    public void A_source_that_cannot_be_known_is_told(string source, string mistake) =>
        Assert.StartsWith($"sources.yaml:{mistake}", Assert.Single(Acme.Mistakes(With(source))), StringComparison.Ordinal);

    [Fact]
    public void What_guards_a_form_and_fetches_answers_is_read()
    {
        var source = Loaded(
            "    format: meta\n    key: x\n    secret: y\n    quality: [role, no_mail]\n    min_fill: 3\n    limit_per_address: 10\n"
                + "    captcha: { kind: hcaptcha, secret: \"${HANDOFF_NEW_KEY}\" }\n    consent: { field: privacy }\n"
                + "    fetch: { token: \"${HANDOFF_TYPEFORM_SECRET}\", forms: [\"12\"] }");

        Assert.Equal([QualityCheck.Role, QualityCheck.NoMail], source.Quality.AsEnumerable());
        Assert.Equal((3, 10), (source.MinFillSeconds, source.LimitPerAddress));
        Assert.Equal(new CaptchaTerms(CaptchaKind.Hcaptcha, "new"), source.Captcha);
        Assert.Equal(new ConsentTerms("privacy", "contact", null), source.Consent);
        Assert.Equal(("now", "12"), (source.Fetch!.Token, source.Fetch.Forms.Single()));
    }

    [Fact]
    public void Only_a_vendor_that_announces_has_its_answers_fetched() => Assert.StartsWith(
        "sources.yaml:11:12: what this format sends has its answers with it",
        Assert.Single(Acme.Mistakes(With("    format: json\n    key: x\n    fetch: { token: y }"))), StringComparison.Ordinal);

    private static LeadSource Loaded(string source) =>
        Acme.Loaded(With(source), name => name switch
        {
            "HANDOFF_TYPEFORM_SECRET" => "now",
            "HANDOFF_NEW_KEY" => "new",
            _ => null,
        }).Sources.Single(one => one.Name == "demo-form");

    private static System.Collections.Immutable.ImmutableDictionary<string, string> With(string source) =>
        Acme.Files.With(Acme.SourcesFile, "    format: form\n", "").With(
            Acme.SourcesFile, "    key: ${HANDOFF_WEBSITE_KEY:-demo}\n    map", $"{source}\n    map");
}
