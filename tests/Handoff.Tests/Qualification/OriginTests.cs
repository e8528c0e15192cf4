using System.Collections.Immutable;
using CsCheck;
using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Qualification.Origins;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Where a lead came from and what it is counted by, without personal data.</summary>
public sealed class OriginTests
{
    private static readonly (string, string)[] Mario =
    [
        ("name", "Mario Rossi"), ("email", "mario.rossi@officine-verdi.example"), ("company", "Officine Verdi S.r.l."),
        ("phone", "+39 02 5550 1234"),
    ];

    private static readonly string[] Everywhere =
        ["utm_campaign", "utm_source", "utm_medium", "utm_content", "utm_term", "first_utm_campaign", "form", "referrer", "product"];

    [Fact]
    public void The_usual_dimensions_are_campaign_medium_source_form_and_size()
    {
        var origin = Of(
            ("utm_campaign", "Spring-2026 "), ("utm_medium", "CPC"), ("utm_source", "google"), ("form", "demo"), ("employees", "120"));

        Assert.Equal("campaign=spring-2026 form=demo medium=cpc size=50-249 source=google", Shown(origin.Dimensions));
    }

    [Theory]
    [InlineData("utm_campaign", "spring", "spring")]
    [InlineData("fields[utm_campaign]", "spring", "spring")]
    [InlineData("campaign_id", "ab-12", "ab-12")]
    [InlineData("campaign_id", "120210987654321", "other")]
    [InlineData("utm_campaign", "  ", "none")]
    [InlineData("nothing", "spring", "none")]
    public void A_campaign_is_the_utm_campaign_else_the_vendors_id_else_none(string field, string value, string campaign) =>
        Assert.Equal(campaign, Of((field, value)).Dimensions["campaign"]);

    [Fact]
    public void The_campaign_by_name_goes_before_its_id() =>
        Assert.Equal("spring", Of(("campaign_id", "ab-12"), ("utm_campaign", "spring")).Dimensions["campaign"]);

    [Fact]
    public void The_sources_file_may_rename_a_campaign_and_so_name_an_id()
    {
        var source = Given.Website with { Campaigns = ImmutableDictionary<string, string>.Empty.Add("120210987654321", "Autumn on Meta") };

        Assert.Equal("autumn on meta", Of(source, Given.Acme, [.. Mario, ("campaign_id", "120210987654321")]).Dimensions["campaign"]);
    }

    [Fact]
    public void A_dimension_reads_the_field_that_the_agreement_names()
    {
        var agreement = Given.Acme with
        {
            Dimensions = [new("industry", "settore"), new("product", null), new("country", null), new("tier", null)],
        };

        var origin = Of(Given.Website, agreement, [.. Mario, ("Settore", "Metalli"), ("product", "Lathes"), ("country", "Italy")]);

        Assert.Equal("country=it industry=metalli product=lathes tier=hot", Shown(origin.Dimensions));
    }

    [Theory]
    [InlineData("first_utm_campaign")]
    [InlineData("initial_utm_campaign")]
    [InlineData("utm_campaign_1st")]
    [InlineData("utm_campaign_first")]
    [InlineData("ft_utm_campaign")]
    [InlineData("first_touch_utm_campaign")]
    [InlineData("fc_campaign")]
    public void The_first_touch_is_what_the_form_kept_of_the_first_visit(string field)
    {
        var origin = Of((field, "Launch"), ("utm_campaign", "Spring"));

        Assert.Equal("campaign=launch", Shown(origin.First!));
        Assert.Equal("campaign=spring", Shown(origin.Last));
    }

    [Fact]
    public void A_form_that_keeps_no_first_visit_has_the_last_touch_alone() =>
        Assert.Null(Of(("utm_campaign", "spring"), ("first_name", "Mario")).First);

    [Fact]
    public void Of_a_referrer_the_host_is_kept_and_of_a_click_whose_it_is()
    {
        var origin = Of(
            ("referrer", "https://www.search.example/q?name=mario+rossi"), ("gclid", "EAIaIQobChMI-x"), ("first_fbclid", "IwAR0"));

        Assert.Equal("campaign=none click=google referrer=search.example", Shown(origin.Last));
        Assert.Equal("campaign=none click=meta", Shown(origin.First!));
    }

    [Theory]
    [InlineData("https://www.acme.example/pricing/?plan=x&email=rossi%40x.example#top", "page=acme.example/pricing")]
    [InlineData("acme.example/", "page=acme.example")]
    [InlineData("/pricing?plan=large", "page=/pricing")]
    [InlineData("not a page", "")]
    public void Of_a_page_the_place_is_kept_and_not_what_its_address_asks(string sent, string page)
    {
        var origin = Of(("landing_page", sent), ("first_landing_page", sent));

        Assert.Equal($"campaign=none {page}".Trim(), Shown(origin.Last));
        Assert.Equal(page.Length == 0 ? null : $"campaign=none {page}", origin.First is { } first ? Shown(first) : null);
    }

    [Fact]
    public void How_a_visitor_came_stands_in_the_pages_address_where_the_form_has_no_field_of_it()
    {
        const string Page = "https://www.acme.example/demo/?utm_source=News+letter&utm_campaign=spring%20fair&fbclid=I&mail=a%40b.example";
        const string Read = "campaign=spring fair click=meta page=acme.example/demo source=news letter";

        Assert.Equal(Read, Shown(Of(("page_url", Page)).Last));
        Assert.Equal(Read, Shown(Of(("first_page_url", Page)).First!));
        Assert.Equal(
            "campaign=autumn click=meta page=acme.example/demo source=news letter",
            Shown(Of(("page_url", Page), ("utm_campaign", "autumn")).Last));
        const string Personal = "https://acme.example/?utm_campaign=mario-rossi&utm_campaign";
        Assert.Equal("campaign=other page=acme.example", Shown(Of(("page_url", Personal)).Last));
    }

    [Theory]
    [InlineData("Mario")]
    [InlineData("rossi")]
    [InlineData("spring-for-mario-rossi")]
    [InlineData("MARIOROSSI2026")]
    [InlineData("mario%20rossi")]
    [InlineData("mario.rossi@officine-verdi.example")]
    [InlineData("someone＠else.example")]
    [InlineData("someone%40else.example")]
    [InlineData("officine-verdi")]
    [InlineData("Officine Verdi promo")]
    [InlineData("order 123456")]
    [InlineData("call 02 5550 1234")]
    [InlineData("55 50 12 34")]
    [InlineData("0123 456 789")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("a campaign whose name goes on and on and on until nobody reads it")]
    public void What_may_be_personal_is_other(string value)
    {
        var origin = Of(("utm_campaign", value), ("form", value), ("first_utm_term", value));

        Assert.Equal(("other", "other", "other"), (origin.Dimensions["campaign"], origin.Dimensions["form"], origin.First!["term"]));
    }

    [Theory]
    [InlineData("spring-2026-11")]
    [InlineData("2026-11-29")]
    [InlineData("it_lathes_brand_exact")]
    [InlineData("Webinar: 12 ways to save")]
    [InlineData("verdure")]
    public void What_says_nothing_of_the_person_passes(string value) =>
        Assert.Equal(value.ToLowerInvariant(), Of(("utm_campaign", value)).Dimensions["campaign"]);

    [Fact]
    public void The_desk_of_a_firm_is_no_person() =>
        Assert.Equal(
            "info-request", Of(Given.Website, Given.Acme, [("email", "info@firm.example"), ("form", "info-request")]).Dimensions["form"]);

    /// <summary>Wherever somebody's name, address, company or number is planted, and whatever stands around it.</summary>
    [Fact]
    public void Nothing_personal_ever_passes()
    {
        var word = Gen.Char['a', 'z'].Array[4, 9].Select(letters => new string(letters));
        var around = Gen.OneOf([.. new[] { "", "spring", "x-", "2026_", "promo ", "%20", "/", "é" }.Select(Gen.Const)]);
        var planted = Gen.Select(word, word, word, Gen.Int[10_000_000, 99_999_999]);
        Gen.Select(planted, Gen.Int[0, 10], around, around, Gen.Bool).Sample((person, which, before, after, isUpper) =>
        {
            var (first, last, firm, number) = person;
            var phone = $"+39 02 {number}";
            string[] all =
            [
                first, last, $"{first} {last}", $"{last}{first}", $"{first}.{last}", $"{first}.{last}@{firm}.example",
                firm, $"{firm}.example", $"{firm} spa", phone, $"{number:00 00 00 00}",
            ];
            var value = before + (isUpper ? all[which].ToUpperInvariant() : all[which]) + after;
            (string, string)[] fields =
            [
                ("name", $"{first} {last}"), ("email", $"{first}.{last}@{firm}.example"), ("company", $"{firm} SpA"), ("phone", phone),
                .. Everywhere.Select(field => (field, value)),
            ];
            var agreement = Given.Acme with { Dimensions = [.. Dimension.Usual, new("product", null), new("term", null)] };

            var origin = Of(Given.Website, agreement, fields);

            Assert.All(
                origin.Dimensions.Concat(origin.First!).Concat(origin.Last).Where(each => each.Key is not "tier"),
                each => Assert.True(each.Value is "other" or "none", $"{each.Key} is '{each.Value}' of '{value}'"));
        });
    }

    private static Origin Of(params (string, string)[] fields) => Of(Given.Website, Given.Acme, [.. Mario, .. fields]);

    private static Origin Of(LeadSource source, Agreement agreement, (string, string)[] fields)
    {
        var form = Given.Posted(source, fields);
        var contact = Given.Contact(form);
        return Origin.Of(agreement, source, form, contact, new LeadFacts(form, contact, source.Name, 1).WithTier("hot"));
    }

    private static string Shown(ImmutableSortedDictionary<string, string> values) =>
        string.Join(' ', values.Select(each => $"{each.Key}={each.Value}"));
}
