using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.People;
using Xunit;

namespace Handoff.Tests.AgreementWords;

/// <summary>What people read in the place of ids.</summary>
public sealed class NamingTests
{
    private static readonly Naming Names = Naming.Of(
        Qualification.Given.Acme with
        {
            Tiers = [Qualification.Given.Acme.Tiers[0] with { Name = "hot", Says = Both("hot", "calda") }],
            Dimensions =
            [
                new("product", null) { Says = Both("product line", "linea") }, new("source", null) { Says = Both("site", "sito") },
            ],
            Commitments = [new(Side.Marketing, "open_rate", 20, true, Period.Month, true) { Says = It("quota di aperture") }],
        },
        new()
        {
            Teams = [],
            People = ImmutableDictionary<PersonId, Person>.Empty,
            CalendarSays = ImmutableDictionary<string, ImmutableDictionary<Language, string>>.Empty
                .Add("office", Both("office", "ufficio")).Add("phone_desk", Both("phone desk", "centralino")),
        },
        [new() { Name = "website", Format = SourceFormat.Json, Says = Both("Website", "Sito web") }]);

    private static readonly ReaderNames English = Names.In(Language.En);
    private static readonly ReaderNames Italian = Names.In(Language.It);

    [Fact]
    public void A_promise_is_the_same_whatever_people_read_in_the_place_of_its_figure()
    {
        var promise = new Commitment(Side.Marketing, "open_rate", 20, true, Period.Month, true);

        Assert.Equal(promise with { Says = It("quota di aperture") }, promise with { Says = It("quota di aperture") });
        Assert.Equal(promise, promise with { Says = Both("open rate", "aperture") });
        Assert.Equal(promise.GetHashCode(), (promise with { Says = It("aperture") }).GetHashCode());
        Assert.NotEqual(promise, promise with { AtLeast = 21 });
    }

    [Fact]
    public void A_reader_reads_the_name_in_their_language() => Assert.Equal(
        ("hot", "calda", "Website", "Sito web", "linea"),
        (English.Tier("hot"), Italian.Tier("hot"), English.Source("website"), Italian.Source("website"), Italian.Dimension("product")));

    [Fact]
    public void Where_the_readers_language_is_missing_the_other_is_read() =>
        Assert.Equal(("quota di aperture", "quota di aperture"), (English.Metric("open_rate"), Italian.Metric("open_rate")));

    [Fact]
    public void What_has_no_name_and_what_is_gone_from_the_files_is_read_by_its_id_with_blanks() => Assert.Equal(
        ("warm", "north west", "old form", null),
        (Italian.Tier("warm"), Italian.Team("north_west"), Italian.Source("old_form"), Italian.Metric("clicks")));

    [Fact]
    public void A_list_of_calendars_is_read_one_by_one() => Assert.Equal(
        ("office and phone desk", "ufficio e centralino", "late shift"),
        (English.Calendar("office, phone_desk"), Italian.Calendar("office, phone_desk"), Italian.Calendar("late_shift")));

    [Fact]
    public void A_campaign_that_is_none_is_said_in_words_and_any_other_as_it_was_sent() => Assert.Equal(
        ("no campaign", "nessuna campagna", "another campaign", "un'altra campagna", "spring_2026"),
        (English.Campaign("none"), Italian.Campaign("none"), English.Campaign("other"), Italian.Campaign("other"),
            Italian.Campaign("spring_2026")));

    [Fact]
    public void What_figures_are_sliced_by_is_said_with_its_value() => Assert.Equal(
        ("campagna spring", "nessuna campagna", "fascia calda", "fonte Sito web", "sito google"),
        (Slice("campaign", "spring"), Slice("campaign", "none"), Slice(SliceNames.Tier, "hot"), Slice(SliceNames.Source, "website"),
            Slice(SliceNames.UtmSource, "google")));

    [Fact]
    public void The_recorded_dimension_source_is_no_source_of_ours() => Assert.Equal(
        ("sito: website", "campagna: nessuna campagna", "consenso a essere contattati: sì"),
        (Italian.OfLead("source", "website"), Italian.OfLead("campaign", "none"), Italian.OfLead("consent.contact", "yes")));

    [Fact]
    public void A_figure_of_another_tool_has_the_name_that_the_agreement_gives_it() => Assert.Equal(
        ("quota di aperture", "clic per mail", "lead qualificati"),
        (Words("open_rate"), Words("clic_per_mail"), Words("qualified_leads")));

    private static string Words(string metric) => new MetricWords(Italian).Name(metric);

    private static string Slice(string dimension, string value) => Italian.Slice(dimension, value, shown => shown);

    private static ImmutableDictionary<Language, string> Both(string english, string italian) => It(italian).Add(Language.En, english);

    private static ImmutableDictionary<Language, string> It(string italian) =>
        ImmutableDictionary<Language, string>.Empty.Add(Language.It, italian);
}
