using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class SourceMistakesTests
{
    [Fact]
    public void Two_sources_of_one_name_are_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "- name: demo-form ", "- name: website "),
        "sources.yaml:8:11: there is a source 'website' already, on line 3");

    [Fact]
    public void A_name_that_cannot_stand_in_an_address_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "- name: demo-form ", "- name: demo form "),
        "sources.yaml:8:11: a name of small letters, digits, '-' and '_', as it stands in the address of the webhook, is expected, not " +
        "'demo form'");

    [Fact]
    public void An_unknown_format_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "format: json", "format: jsn"),
        $"sources.yaml:4:13: {Acme.FormatExpected}, not 'jsn'; did you mean 'json'?");

    [Fact]
    public void A_secret_that_is_not_set_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}", "    format: form\n    key: ${HANDOFF_FORM_KEY}"),
        "sources.yaml:10:10: HANDOFF_FORM_KEY is not set");

    [Fact]
    public void A_reference_that_is_not_closed_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}", "    format: form\n    key: ${HANDOFF_FORM_KEY"),
        "sources.yaml:10:10: '${' is not closed; write ${NAME} or ${NAME:-default}");

    [Fact]
    public void A_reference_without_a_name_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}", "    format: form\n    key: ${}"),
        "sources.yaml:10:10: '' is not the name of a variable; write ${NAME} or ${NAME:-default}");

    [Fact]
    public void A_source_without_a_key_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}\n", "    format: form\n"),
        "sources.yaml:8:5: 'key' is missing");

    [Fact]
    public void A_key_that_is_empty_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}",
            "    format: form\n    key: ${HANDOFF_FORM_KEY:-}"),
        "sources.yaml:10:10: a text is expected, not '${HANDOFF_FORM_KEY:-}'");

    [Fact]
    public void An_origin_with_a_path_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "\"https://www.acme.example\"", "\"https://www.acme.example/form\""),
        "sources.yaml:6:21: a web origin such as https://www.example.com, without a path, is expected," +
        " not 'https://www.acme.example/form'");

    [Fact]
    public void A_honeypot_that_is_a_mapped_field_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    set: { form: demo }\n    honeypot: your-email"),
        "sources.yaml:13:15: people fill 'your-email' in: it holds 'email'; a honeypot is a field that they never see");

    [Fact]
    public void A_honeypot_that_is_a_field_of_ours_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "honeypot: website_url", "honeypot: email"),
        "sources.yaml:7:15: people fill 'email' in: it holds 'email'; a honeypot is a field that they never see");

    [Fact]
    public void A_field_that_is_both_read_and_set_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    set: { name: demo }"),
        "sources.yaml:12:12: 'name' is under 'map' too; a field is either read or set");

    [Fact]
    public void A_limit_of_zero_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    limit: 0"),
        "sources.yaml:12:12: a whole number from 1 to 1000000 is expected, not '0'");

    [Fact]
    public void A_default_country_that_YAML_turned_into_a_boolean_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    country: NO"),
        "sources.yaml:12:14: NO without quotes is a boolean to YAML; write \"NO\"");
}
