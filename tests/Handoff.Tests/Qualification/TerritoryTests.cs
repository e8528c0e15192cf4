using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class TerritoryTests
{
    private static readonly Team Italy = TeamOf("italy", Given.Where(new FieldTest.OneOf("country", ["IT", "SM", "VA", "CH"])));

    private static readonly Team World = TeamOf("world", null);

    [Fact]
    public void The_first_team_whose_rule_holds_takes_the_lead()
    {
        var choice = Choose([World, Italy], ("country", "San Marino"));

        Assert.Equal(("italy", TeamRule.Takes), (choice.Team.Name, choice.Why.Rule));
        Assert.Equal(["SM"], Assert.IsType<FieldTest.OneOf>(Assert.Single(choice.Why.Met!.Tests)).Values.AsEnumerable());
    }

    [Fact]
    public void A_lead_that_no_rule_wants_goes_to_the_team_without_a_rule()
    {
        var choice = Choose([Italy, World], ("country", "France"));

        Assert.Equal(("world", new TeamReason(TeamRule.TakesTheRest)), (choice.Team.Name, choice.Why));
    }

    [Fact]
    public void Where_every_team_has_a_rule_the_first_takes_the_rest() => Assert.Equal(
        new TeamReason(TeamRule.IsFirst), Choose([Italy], ("country", "France")).Why);

    [Fact]
    public void The_reason_names_what_the_file_says_and_nothing_that_was_posted()
    {
        var team = TeamOf("key", Given.Where(
            new FieldTest.Contains("job_title", ["chief", "director"]),
            new FieldTest.Between("employees", 50, null),
            new FieldTest.NotInList("email_domain", "free_mail")));

        var met = Choose([team], ("job_title", "Sales Director of Mia Wolf Ltd"), ("employees", "70")).Why.Met!;

        Assert.Equal(["director"], Assert.IsType<FieldTest.Contains>(met.Tests[0]).Texts.AsEnumerable());
        Assert.Equal(team.Takes!.Tests[1..].AsEnumerable(), met.Tests[1..]);
    }

    private static TeamChoice Choose(ImmutableArray<Team> teams, params (string Field, string Value)[] fields) =>
        Territory.ChooseTeam(
            new Staff { Teams = teams, People = ImmutableDictionary<PersonId, Person>.Empty }, Given.Facts(fields), Given.Lists);

    private static Team TeamOf(string name, Condition? takes) => new()
    {
        Name = name,
        Calendar = Calendars.Given.Office,
        Takes = takes,
        Strategy = Strategy.LeastLoaded,
        Manager = PersonId.Of("marta.villa@acme.example"),
        Reps = [],
    };
}
