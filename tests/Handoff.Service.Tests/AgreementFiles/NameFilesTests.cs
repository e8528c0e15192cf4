using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What the files call what has an id.</summary>
public sealed class NameFilesTests
{
    [Fact]
    public void The_sample_names_tiers_teams_calendars_sources_and_the_reported_figure()
    {
        var names = NamesOf(Acme.Loaded(Acme.Named), Language.It);

        Assert.Equal(
            ("calda", "Italia", "Resto del mondo", "ufficio e centralino", "Sito web", "Modulo demo", "quota di e-mail aperte"),
            (names.Tier("hot"), names.Team("italy"), names.Team("world"), names.Calendar("office, phone_desk"), names.Source("website"),
                names.Source("demo-form"), names.Metric("email_open_rate")));
    }

    [Fact]
    public void A_dimension_has_a_name_beside_its_field() => Assert.Equal(
        "linea di prodotto",
        NamesOf(
            Acme.Loaded(Agreement(
                "agreement: 2026-11\n",
                "agreement: 2026-11\ndimensions: [{ name: product, says: { it: linea di prodotto, en: line } }]\n")),
            Language.It).Dimension("product"));

    [Fact]
    public void A_folder_without_any_name_loads_and_its_ids_are_read()
    {
        var names = NamesOf(Acme.Loaded(Acme.Files), Language.It);

        Assert.Equal(
            ("hot", "italy", "office e phone desk", "demo-form", null),
            (names.Tier("hot"), names.Team("italy"), names.Calendar("office, phone_desk"), names.Source("demo-form"),
                names.Metric("email_open_rate")));
    }

    [Fact]
    public void A_name_has_at_most_60_characters()
    {
        var name = new string('x', 60);
        Assert.Equal(name, NamesOf(Acme.Loaded(Tier($"{{ en: {name} }}")), Language.It).Tier("warm"));
        Acme.Told(Tier($"{{ en: {name}y }}"), $"agreement.yaml:32:17: a name of at most 60 characters is expected, not '{name}y'");
    }

    [Theory]
    [InlineData("{ nl: lauw, en: warm }", "agreement.yaml:32:13: 'en' or 'it' or 'de' is expected, not 'nl'")]
    [InlineData("{ it: tiepida }", "agreement.yaml:32:11: there is no text in English ('en')")]
    [InlineData("{}", "agreement.yaml:32:11: there is no name here")]
    [InlineData("warm", "agreement.yaml:32:11: names with values are expected, not 'warm'")]
    public void Mistakes_are_told(string written, string message) => Acme.Told(Tier(written), message);

    [Fact]
    public void Names_of_people_and_sources_are_checked_too() => Acme.Told(
        Acme.Named.With(Acme.PeopleFile, "says: { en: Italy, it: Italia }", "says: { it: Italia }")
            .With(Acme.SourcesFile, "says: { en: Website, it: Sito web }", "says: { it: Sito web }"),
        "people.yaml:29:11: there is no text in English ('en')", "sources.yaml:4:11: there is no text in English ('en')");

    [Fact]
    public void In_an_Italian_agreement_a_name_may_be_in_Italian_only() => Assert.Equal(
        "tiepida", NamesOf(
            Acme.Loaded(Tier("{ it: tiepida }").With(Acme.AgreementFile, "\nlanguage: en ", "\nlanguage: it ")), Language.En).Tier("warm"));

    [Fact]
    public void A_figure_that_is_measured_here_takes_no_name() => Acme.Told(
        Agreement(
            "{ metric: completeness,      at_least: 90%, per: month }",
            "{ metric: completeness, at_least: 90%, per: month, says: { en: x } }"),
        "agreement.yaml:73:64: 'says' is of a figure that another tool sends in ('reported: true'); what is measured here has its name");

    private static ImmutableDictionary<string, string> Tier(string says) => Agreement("says: { en: warm, it: tiepida }", $"says: {says}");

    private static ImmutableDictionary<string, string> Agreement(string text, string by) => Acme.Named.With(Acme.AgreementFile, text, by);

    private static ReaderNames NamesOf(Handoff.Service.AgreementFiles.AgreementFolder folder, Language language) =>
        Naming.Of(folder.Agreement, folder.Staff, folder.Sources).In(language);
}
