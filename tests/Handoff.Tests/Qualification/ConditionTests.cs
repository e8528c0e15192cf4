using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("Global Head of Sales", "head of", true)]
    [InlineData("Director", "cto", false)]
    [InlineData("CTO", "cto", true)]
    [InlineData("CEO/CTO", "cto", true)]
    [InlineData("co-director", "director", true)]
    [InlineData("Tirocinante", "tirocin", true)]
    [InlineData("Líder de Área", "area", true)]
    [InlineData("lider de area", "Área", true)]
    [InlineData("Head   of\tSales", "head of", true)]
    [InlineData("Headhunter", "head of", false)]
    [InlineData("Responsabile acquisti", "RESPONSABILE", true)]
    [InlineData("𝐂𝐄𝐎", "ceo", true)]
    [InlineData("🚀CEO", "ceo", true)]
    [InlineData("Directrice generale", "director", false)]
    [InlineData("東京経理部長", "経理", true)]
    [InlineData("C++ developer", "c++", true)]
    [InlineData("Ingenieur für Straßen", "strassen", true)]
    public void Contains_ignores_case_and_accents_and_matches_from_the_beginning_of_a_word(string title, string text, bool holds) =>
        Assert.Equal(holds, Holds(new FieldTest.Contains("job_title", [text]), ("job_title", title)));

    [Fact]
    public void An_empty_text_is_contained_in_nothing() =>
        Assert.False(Holds(new FieldTest.Contains("job_title", ["", " "]), ("job_title", "CEO")));

    [Theory]
    [InlineData("demo", true)]
    [InlineData("DEMO", true)]
    [InlineData(" Pricing ", true)]
    [InlineData("demos", false)]
    [InlineData("Cafe\u0301", true)]
    public void Equality_ignores_case_and_the_way_in_which_letters_are_composed(string form, bool holds) =>
        Assert.Equal(holds, Holds(new FieldTest.OneOf("form", ["demo", "pricing", "CAFÉ"]), ("form", form)));

    [Theory]
    [InlineData("50", 50)]
    [InlineData(" 50 ", 50)]
    [InlineData("50+", 50)]
    [InlineData("50-99", 50)]
    [InlineData("11-50 employees", 11)]
    [InlineData("1,000", 1000)]
    [InlineData("1.000", 1000)]
    [InlineData("1 000", 1000)]
    [InlineData("1'000", 1000)]
    [InlineData("1,000,000", 1000000)]
    [InlineData("1.001-5.000", 1001)]
    [InlineData("1000 - 5000", 1000)]
    [InlineData("more than 500", 500)]
    [InlineData(">500", 500)]
    [InlineData("<50", 0)]
    [InlineData("up to 50", 0)]
    [InlineData("fino a 50", 0)]
    [InlineData("5k", 5000)]
    [InlineData("2.5k", 2500)]
    [InlineData("2.5", 2.5)]
    [InlineData("2,5", 2.5)]
    [InlineData("0.125", 0.125)]
    [InlineData("-5", -5)]
    [InlineData("10000", 10000)]
    [InlineData("12 people, 3 offices", 12)]
    public void A_number_is_read_as_people_write_it(string written, double number) =>
        Assert.Equal((decimal)number, Given.Facts(("employees", written)).Number("employees"));

    [Theory]
    [InlineData("many")]
    [InlineData("ISO9001")]
    [InlineData("٥٠")]
    [InlineData("9999999999999999999999999999999999")]
    public void What_is_not_a_number_meets_no_bound(string written)
    {
        Assert.Null(Given.Facts(("employees", written)).Number("employees"));
        Assert.False(Holds(new FieldTest.Between("employees", null, null), ("employees", written)));
    }

    [Theory]
    [InlineData("49", false)]
    [InlineData("50", true)]
    [InlineData("99", true)]
    [InlineData("100", false)]
    public void Both_bounds_belong_to_the_range(string employees, bool holds) =>
        Assert.Equal(holds, Holds(new FieldTest.Between("employees", 50, 99), ("employees", employees)));

    [Theory]
    [InlineData("mia@gmail.com", true)]
    [InlineData("mia@GMAIL.com", true)]
    [InlineData("mia@libero.it", true)]
    [InlineData("mia@mail.yahoo.it", true)]
    [InlineData("mia@notgmail.com", false)]
    [InlineData("mia@firm.example", false)]
    public void An_address_is_free_mail_by_its_domain_or_one_above_it(string email, bool free)
    {
        Assert.Equal(free, Holds(new FieldTest.InList("email_domain", "free_mail"), ("email", email)));
        Assert.Equal(!free, Holds(new FieldTest.NotInList("email_domain", "free_mail"), ("email", email)));
    }

    [Fact]
    public void A_list_ignores_case_and_the_way_in_which_letters_are_composed() =>
        Assert.True(Holds(new FieldTest.InList("company", "partners"), ("company", "CITTA\u0300 VERDE")));

    [Fact]
    public void A_list_that_does_not_exist_is_empty()
    {
        Assert.False(Holds(new FieldTest.InList("company", "nowhere"), ("company", "Firm")));
        Assert.True(Holds(new FieldTest.NotInList("company", "nowhere"), ("company", "Firm")));
    }

    [Fact]
    public void Free_mail_is_built_in()
    {
        var facts = Given.Facts(("email", "mia@gmail.com"));
        var noLists = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

        Assert.True(Conditions.Holds(Given.Where(new FieldTest.InList("email_domain", "free_mail")), facts, noLists));
    }

    [Fact]
    public void A_field_that_is_not_known_meets_no_test()
    {
        FieldTest[] tests =
        [
            new FieldTest.OneOf("product", ["x"]), new FieldTest.Contains("product", ["x"]), new FieldTest.Between("product", null, null),
            new FieldTest.InList("product", "partners"), new FieldTest.NotInList("product", "partners"),
        ];

        Assert.All(tests, test => Assert.False(Holds(test, ("company", "Firm"))));
    }

    [Fact]
    public void A_lead_with_a_number_only_has_no_business_address() =>
        Assert.False(Holds(new FieldTest.NotInList("email_domain", "free_mail"), ("phone", "+39 06 12345678")));

    [Fact]
    public void Every_test_of_a_condition_must_hold()
    {
        var both = Given.Where(new FieldTest.OneOf("form", ["demo"]), new FieldTest.Between("employees", 50, null));

        Assert.True(Conditions.Holds(both, Given.Facts(("form", "demo"), ("employees", "50")), Given.Lists));
        Assert.False(Conditions.Holds(both, Given.Facts(("form", "demo"), ("employees", "49")), Given.Lists));
    }

    [Fact]
    public void The_condition_without_tests_always_holds() => Assert.True(Conditions.Holds(Condition.Always, Given.Facts(), Given.Lists));

    [Fact]
    public void Nobody_can_post_what_Handoff_finds_out()
    {
        var facts = Given.Facts(
            ("email", "mia@gmail.com"), ("email_domain", "firm.example"), ("score", "1000"), ("tier", "hot"), ("source", "partner"),
            ("touches_last_30_days", "99"), ("phone_country", "IT"));

        Assert.Equal("gmail.com", facts.Text("email_domain"));
        Assert.Null(facts.Text("score"));
        Assert.Null(facts.Number("score"));
        Assert.Null(facts.Text("tier"));
        Assert.Null(facts.Text("phone_country"));
        Assert.Equal("website", facts.Text("source"));
        Assert.Equal(1, facts.Number("touches_last_30_days"));
    }

    [Fact]
    public void Conditions_see_every_posted_field_and_every_derived_one()
    {
        var facts = Given.Facts(3, ("email", "mia@firma.de"), ("phone", "+39 06 12345678"), ("language", "it-IT"), ("Budget Range", "5k"))
            .WithScore(55)
            .WithTier("warm");

        Assert.Equal("5k", facts.Text("budget_range"));
        Assert.Equal(
            ["mia@firma.de", "firma.de", "+390612345678", "IT", "IT", "it", "website", "3", "55", "warm"],
            LeadFacts.Derived.Select(facts.Text));
    }

    private static bool Holds(FieldTest test, params (string Field, string Value)[] fields) =>
        Conditions.Holds(Given.Where(test), Given.Facts(fields), Given.Lists);
}
