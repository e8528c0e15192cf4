using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class AssessmentTests
{
    [Fact]
    public void Every_rule_that_holds_adds_its_points_and_says_why()
    {
        var assessment = Qualify.Assess(Given.Acme, Given.Facts(("form", "demo"), ("employees", "50-99")));

        Assert.Equal(90, assessment.Score);
        Assert.True(assessment.IsQualified);
        Assert.Equal("hot", assessment.Tier);
        Assert.Equal(
            [new(60, "asked for a demo or a price"), new(20, "company of 50 people or more"), new(10, "business e-mail address")],
            assessment.Reasons.ToArray());
    }

    [Fact]
    public void The_explanation_is_one_sentence_with_the_arithmetic() => Assert.Equal(
        "90 points: 60 asked for a demo or a price, 20 company of 50 people or more, 10 business e-mail address; qualified from 40; " +
        "tier hot.",
        Explained(Given.Facts(("form", "demo"), ("employees", "50-99"))));

    [Fact]
    public void A_lead_below_the_threshold_is_not_qualified_and_has_a_tier() => Assert.Equal(
        "10 points: 10 business e-mail address; not qualified, which takes 40; tier standard.",
        Explained(Given.Facts(("form", "newsletter"))));

    [Fact]
    public void A_student_loses_points_and_keeps_the_tier_of_the_form() => Assert.Equal(
        "-40 points: 60 asked for a demo or a price, -100 student or job seeker; not qualified, which takes 40; tier hot.",
        Explained(Given.Facts(("email", "leo@gmail.com"), ("form", "demo"), ("job_title", "Studente"))));

    [Fact]
    public void A_lead_that_no_rule_speaks_of_has_no_points() => Assert.Equal(
        "0 points: no rule holds; not qualified, which takes 40; tier standard.",
        Explained(Given.Facts(("email", "leo@gmail.com"))));

    [Theory]
    [InlineData(40, true)]
    [InlineData(39, false)]
    public void The_threshold_itself_qualifies(int points, bool qualified)
    {
        var agreement =
            Given.Acme with { Qualification = Given.Acme.Qualification with { Rules = [new(points, "is there", Condition.Always)] } };

        Assert.Equal(qualified, Qualify.Assess(agreement, Given.Facts()).IsQualified);
    }

    [Fact]
    public void A_tier_can_ask_for_the_score()
    {
        var assessment = Qualify.Assess(Given.Acme, Given.Facts(2, ("job_title", "Head of Sales"), ("employees", "80")));

        Assert.Equal(55, assessment.Score);
        Assert.Equal("warm", assessment.Tier);
    }

    [Fact]
    public void Coming_back_within_30_days_counts_from_the_second_request()
    {
        Assert.Equal(10, Qualify.Assess(Given.Acme, Given.Facts(1)).Score);
        Assert.Equal(20, Qualify.Assess(Given.Acme, Given.Facts(2)).Score);
    }

    [Fact]
    public void Where_no_tier_matches_the_last_one_holds()
    {
        var never = Given.Where(new FieldTest.OneOf("form", ["x"]));
        var agreement = Given.Acme with { Tiers = [Given.Tier("first", never), Given.Tier("last", never)] };

        Assert.Equal("last", Qualify.Assess(agreement, Given.Facts()).Tier);
    }

    [Fact]
    public void Completeness_is_the_share_of_the_agreed_fields_that_are_known()
    {
        var assessment = Qualify.Assess(Given.Acme, Given.Facts(("email", "mia@firm.io"), ("name", "Mia"), ("company", "Firm")));

        Assert.Equal(75, assessment.Completeness);
        Assert.Equal(["country"], assessment.Missing.ToArray());
    }

    [Fact]
    public void Completeness_is_rounded_down_so_that_100_is_all()
    {
        var agreement = Complete(["name", "company", "email"]);

        Assert.Equal(66, Qualify.Assess(agreement, Given.Facts(("name", "Mia"))).Completeness);
    }

    [Fact]
    public void An_agreement_that_asks_for_no_field_finds_every_lead_complete() =>
        Assert.Equal(100, Qualify.Assess(Complete([]), Given.Facts()).Completeness);

    [Fact]
    public void An_address_or_number_that_cannot_be_used_does_not_count_as_given()
    {
        var assessment = Qualify.Assess(Complete(["email", "phone"]), Given.Facts(("email", "mia@"), ("phone", "+39 06 12345678")));

        Assert.Equal(["email"], assessment.Missing.ToArray());
    }

    [Fact]
    public void The_sentence_is_told_in_the_readers_language_with_the_agreements_words_in_it()
    {
        ScoreRule[] rules = [Given.Acme.Qualification.Rules[0] with { Because = "asked for a demo",
            Says = ImmutableDictionary<Language, string>.Empty.Add(Language.It, "ha chiesto una demo") }];
        var agreement = Given.Acme with { Qualification = Given.Acme.Qualification with { Rules = [.. rules] } };
        var points = rules[0].Points;

        Assert.Equal(
            $"{points} punti: {points} ha chiesto una demo; soglia 40; fascia hot.",
            Qualify.Explain(agreement, points, [0], "hot", Naming.None.In(Language.It)));
        Assert.Equal(
            $"{points} points: {points} asked for a demo; qualified from 40; tier hot.",
            Qualify.Explain(agreement, points, [0], "hot", Naming.None.In(Language.En)));
        Assert.Equal(
            "1 punto: nessuna regola vale; non qualificato, ne servono 40; fascia hot.",
            Qualify.Explain(agreement, 1, [], "hot", Naming.None.In(Language.It)));
    }

    private static Agreement Complete(ImmutableArray<string> fields) =>
        Given.Acme with { Qualification = Given.Acme.Qualification with { CompleteWith = fields } };

    private static string Explained(LeadFacts facts)
    {
        var assessment = Qualify.Assess(Given.Acme, facts);
        return Qualify.Explain(Given.Acme, assessment.Score, assessment.Rules, assessment.Tier, Naming.None.In(Language.En));
    }
}
