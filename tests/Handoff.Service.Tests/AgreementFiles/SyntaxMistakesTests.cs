using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class SyntaxMistakesTests
{
    [Fact]
    public void A_syntax_error_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "signed:\n", "signed: {\n"),
        "agreement.yaml:9:8: this is not YAML: While parsing a flow mapping, did not find expected ',' or '}'");

    [Fact]
    public void A_tab_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    format: json", "\tformat: json"),
        "sources.yaml:4:1: this is not YAML: While scanning a mapping, found invalid tab as indentation");

    [Fact]
    public void A_key_given_twice_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: Acme S.p.A.\norganisation: Acme"),
        "agreement.yaml:5:1: 'organisation' is given twice");

    [Fact]
    public void Every_key_given_twice_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    format: json", "    format: json\n    format: form\n    name: other"),
        "sources.yaml:5:5: 'format' is given twice",
        "sources.yaml:6:5: 'name' is given twice");

    [Fact]
    public void An_alias_of_nothing_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "format: json", "format: *json"),
        "sources.yaml:4:13: '*json' refers to nothing above it");

    [Fact]
    public void A_second_document_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    set: { form: demo }\n---\nsources: []"),
        "sources.yaml:13:1: a second document begins here; a file is one document");

    [Fact]
    public void A_list_for_a_key_is_told() => Acme.Told(
        Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    set: { [a, b]: demo }"),
        "sources.yaml:12:12: a key is a plain text");

    [Fact]
    public void A_list_at_the_root_is_told() => Acme.Told(
        Acme.Files.SetItem(Acme.SourcesFile, "- name: website"),
        "sources.yaml:1:1: keys with values (sources, campaigns, quality) are expected, not a list");

    [Fact]
    public void An_empty_file_is_told() => Acme.Told(
        Acme.Files.SetItem(Acme.SourcesFile, "# nothing\n"),
        "sources.yaml:1:1: the file is empty");

    [Fact]
    public void A_missing_file_is_told() => Acme.Told(
        Acme.Files.Remove(Acme.SourcesFile),
        "sources.yaml:1:1: the file is missing");
}
