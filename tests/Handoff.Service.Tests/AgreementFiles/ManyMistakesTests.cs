using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class ManyMistakesTests
{
    [Fact]
    public void All_mistakes_of_all_files_are_told_in_one_run_in_the_order_of_the_lines() => Acme.Told(
        Acme.Files
            .With(Acme.SourcesFile, "format: json", "format: jsn")
            .With(Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}",
                "    format: form\n    key: ${HANDOFF_FORM_KEY}")
            .With(Acme.PeopleFile, "[IT, SM, VA, CH]", "[IT, NO, XX]")
            .With(Acme.PeopleFile, "calendar: phone_desk,", "calendar: phonedesk,")
            .With(Acme.PeopleFile, "\"14:00-17:00\"", "\"12:00-17:00\"")
            .With(Acme.AgreementFile, "{ within: 30m, ladder: fast }", "{ within: 0m, ladder: fats }")
            .With(Acme.AgreementFile, "{ at: 300%, alert: director }", "{ at: 30%, alert: director }")
            .With(Acme.AgreementFile, "organisation:", "organization:"),
        "agreement.yaml:4:1: unknown key 'organization'; did you mean 'organisation'?",
        "agreement.yaml:27:32: a length above zero such as 30m, 4h or 2d, of at most 366 days, is expected, not '0m'",
        "agreement.yaml:27:44: unknown ladder 'fats'; did you mean 'fast'?",
        "agreement.yaml:47:13: the ladder does not rise: 30% comes after 150%",
        "people.yaml:7:32: this overlaps Friday 09:00-13:00",
        "people.yaml:27:28: NO without quotes is a boolean to YAML; write \"NO\"",
        "people.yaml:27:32: 'XX' is not a country code (ISO 3166) such as IT",
        "people.yaml:35:119: unknown calendar 'phonedesk'; did you mean 'phone_desk'?",
        $"sources.yaml:4:13: {Acme.FormatExpected}, not 'jsn'; did you mean 'json'?",
        "sources.yaml:10:10: HANDOFF_FORM_KEY is not set");

    [Fact]
    public void A_file_that_is_no_YAML_does_not_hide_the_mistakes_of_the_others() => Acme.Told(
        Acme.Files
            .With(Acme.AgreementFile, "signed:\n", "signed: {\n")
            .With(Acme.PeopleFile, "role: sales, ", "role: sale, ")
            .Remove(Acme.SourcesFile),
        "agreement.yaml:9:8: this is not YAML: While parsing a flow mapping, did not find expected ',' or '}'",
        "people.yaml:49:67: 'rep' or 'manager' or 'sales' or 'marketing' is expected, not 'sale'; did you mean 'sales'?",
        "sources.yaml:1:1: the file is missing");
}
