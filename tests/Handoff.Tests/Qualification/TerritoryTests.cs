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
    public void The_first_team_whose_rule_holds_takes_the_lead() => Assert.Equal(
        "team italy: country is SM", Choose([World, Italy], ("country", "San Marino")).Because);

    [Fact]
    public void A_lead_that_no_rule_wants_goes_to_the_team_without_a_rule()
    {
        var choice = Choose([Italy, World], ("country", "France"));

        Assert.Equal("world", choice.Team.Name);
        Assert.Equal("team world: it takes what no other team takes", choice.Because);
    }

    [Fact]
    public void Where_every_team_has_a_rule_the_first_takes_the_rest() => Assert.Equal(
        "team italy: no team takes this lead, so the first of the file does", Choose([Italy], ("country", "France")).Because);

    [Fact]
    public void The_reason_names_what_the_file_says_and_nothing_that_was_posted()
    {
        var team = TeamOf("key", Given.Where(
            new FieldTest.Contains("job_title", ["director"]),
            new FieldTest.Between("employees", 50, null),
            new FieldTest.NotInList("email_domain", "free_mail")));

        Assert.Equal(
            "team key: job title contains director and employees is at least 50 and email domain is not in free_mail",
            Choose([team], ("job_title", "Sales Director of Mia Wolf Ltd"), ("employees", "70")).Because);
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
