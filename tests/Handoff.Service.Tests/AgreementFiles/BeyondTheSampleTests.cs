using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What the format knows and the sample does not use.</summary>
public sealed class BeyondTheSampleTests
{
    private const string LastPerson = "  - { email: giulia";

    [Fact]
    public void A_clock_may_be_elapsed()
    {
        var tier = Tier("{ within: 30m, ladder: fast }", "{ within: 1h30m, ladder: fast, clock: elapsed }");

        Assert.Equal(new ClockTerms(Within.OfDuration(Duration.FromMinutes(90)), "fast", ClockMode.Elapsed), tier.FirstContact);
    }

    [Fact]
    public void What_became_of_an_opportunity_may_be_promised_too()
    {
        var tier = Tier(
            "feedback:      { within: 5d,  ladder: patient }\n    ask",
            "feedback:      { within: 5d,  ladder: patient }\n      outcome:       { within: 20d, ladder: patient }\n    ask");

        Assert.Equal(new ClockTerms(Within.OfDays(20), "patient", ClockMode.Business), tier.Outcome);
        Assert.Null(Acme.Loaded(Acme.Files).Agreement.Tiers[0].Outcome);
    }

    [Theory]
    [InlineData("pricing", "pricing")]
    [InlineData("{ equals: pricing }", "pricing")]
    [InlineData("[demo, pricing]", "demo pricing")]
    [InlineData("{ equals: [demo, pricing] }", "demo pricing")]
    public void A_value_or_a_list_of_them_is_what_the_field_equals(string written, string values) =>
        Assert.Equal(values.Split(' '), Assert.IsType<FieldTest.OneOf>(Test($"product: {written}")).Values.ToArray());

    [Fact]
    public void Bounds_make_one_test() =>
        Assert.Equal(new FieldTest.Between("employees", 10.5m, 250), Test("employees: { at_least: 10.5, at_most: 250 }"));

    [Fact]
    public void A_list_is_named_by_in() =>
        Assert.Equal(new FieldTest.InList("email_domain", "free_mail"), Test("email_domain: { in: free_mail }"));

    [Fact]
    public void One_text_may_stand_without_a_list() =>
        Assert.Equal(["chief"], Assert.IsType<FieldTest.Contains>(Test("job_title: { contains: chief }")).Texts.ToArray());

    [Fact]
    public void Several_tests_of_several_fields_must_all_hold() => Assert.Equal(
        3, Tier("when: { score: { at_least: 50 } }",
        "when: { score: { at_least: 50 }, email_domain: { not_in: free_mail, contains: acme } }", 1).When.Tests.Length);

    [Fact]
    public void A_quota_of_the_team_is_that_of_each_rep_who_has_none()
    {
        var folder = Acme.Loaded(Acme.Files
            .With(Acme.PeopleFile, "strategy: weighted_round_robin", "per_day: 5\n    strategy: weighted_round_robin")
            .With(Acme.PeopleFile, "name: Bruno Riva,  weight: 1,", "name: Bruno Riva,  weight: 1, per_day: 2,"));

        Assert.Equal([5, 2, 5], folder.Staff.Team("italy")!.Reps.Select(rep => rep.PerDay!.Value));
        Assert.All(folder.Staff.Team("world")!.Reps, rep => Assert.Null(rep.PerDay));
    }

    [Fact]
    public void A_list_adds_to_the_built_in_one()
    {
        var list = Lists("lists: { free_mail: { add: [Mail.Example] } }")["free_mail"];

        Assert.Contains("mail.example", list);
        Assert.Contains("gmail.com", list);
    }

    [Fact]
    public void A_list_replaces_the_built_in_one() =>
        Assert.Equal(["mail.example"], Lists("lists: { free_mail: [mail.example] }")["free_mail"]);

    [Fact]
    public void A_list_of_the_agreements_own_can_be_used_by_rules_and_teams()
    {
        var folder = Acme.Loaded(Acme.Files
            .With(Acme.AgreementFile, "organisation: Acme S.p.A.",
                "organisation: Acme S.p.A.\nlists: { partners: [one.example, two.example] }")
            .With(Acme.PeopleFile, "takes: { country: [IT, SM, VA, CH] }", "takes: { email_domain: { in: partners } }"));

        Assert.Equal(2, folder.Agreement.Lists["partners"].Count);
        Assert.Equal(new FieldTest.InList("email_domain", "partners"), Assert.Single(folder.Staff.Teams[0].Takes!.Tests));
    }

    [Fact]
    public void Alerts_may_be_left_to_their_defaults() => Assert.Equal(
        new AlertTerms(Duration.FromMinutes(5), 50),
        Acme.Loaded(
            Acme.Files.With(Acme.AgreementFile, "alerts:\n  group_within: 5m ", "alerts: {}\n#")
            .With(Acme.AgreementFile, "  behind_pace_at: 50%", "#")).Agreement.Alerts);

    [Fact]
    public void A_quoted_country_code_is_a_code() => Assert.Equal(
        ["NO", "se"],
        Assert.IsType<FieldTest.OneOf>(
        Assert.Single(
        Acme.Loaded(
        Acme.Files.With(Acme.PeopleFile, "[IT, SM, VA, CH]", "[\"NO\", se]")).Staff.Teams[0].Takes!.Tests)).Values.ToArray());

    [Fact]
    public void A_calendar_opens_on_exceptional_dates()
    {
        var calendar = Acme.Loaded(Acme.Files.With(
            Acme.PeopleFile, "  new_york:\n", "  new_york:\n    extra: { \"2026-12-19\": [\"09:00-13:00\"], \"2026-12-26..2026-12-27\": " +
                "\"10:00-12:00\" }\n")).Calendars["new_york"];

        Assert.True(calendar.IsOpen(Instant.FromUtc(2026, 12, 19, 14, 0)));
        Assert.True(calendar.IsWorkingDay(new LocalDate(2026, 12, 27)));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2026, 12, 20)));
    }

    [Fact]
    public void Midnight_closes_a_day_and_days_go_around_the_week()
    {
        var calendar =
            Acme.Loaded(Acme.Files.With(Acme.PeopleFile, "mon-fri: [\"08:30-17:30\"]", "sat-mon: [\"00:00-24:00\"]")).Calendars["new_york"];

        Assert.True(calendar.IsOpen(Instant.FromUtc(2026, 11, 9, 5, 0)));
        Assert.Equal(Instant.FromUtc(2026, 11, 10, 5, 0), calendar.NextClosing(Instant.FromUtc(2026, 11, 7, 12, 0)));
    }

    [Fact]
    public void A_rep_who_stands_under_people_too_is_one_person_with_the_role_given_there()
    {
        var files = Acme.Files.With(
            Acme.PeopleFile, LastPerson,
            "  - { email: Eve.Stone@acme.example, role: manager, language: en, calendar: office, away: 2026-12-07 }\n" + LastPerson)
            .With(Acme.PeopleFile, "languages: [en], calendar: london }", "languages: [en] }");
        var folder = Acme.Loaded(files);
        var eve = folder.Staff.Find(new PersonId("eve.stone@acme.example"))!;

        Assert.Equal(11, folder.Staff.People.Count);
        Assert.Equal(("Eve Stone", Role.Manager, Language.En, "office"), (eve.Name, eve.Role, eve.Language, eve.Calendar.Name));
        Assert.Equal([new Absence(Instant.FromUtc(2026, 12, 6, 23, 0), Instant.FromUtc(2026, 12, 7, 23, 0))], eve.Absences.ToArray());
        Assert.NotNull(folder.Staff.Team("world")!.Rep(eve.Id));
    }

    [Fact]
    public void A_rep_who_stands_under_people_without_a_role_stays_a_rep() => Assert.Equal(
        Role.Rep,
        Acme.Loaded(
            Acme.Files.With(Acme.PeopleFile, LastPerson, "  - { email: eve.stone@acme.example, language: it }\n" + LastPerson)).Staff.Find(
            new PersonId("eve.stone@acme.example"))!.Role);

    [Fact]
    public void A_manager_without_a_calendar_works_by_the_teams() => Assert.Equal(
        "london, new_york",
        Acme.Loaded(Acme.Files.With(Acme.PeopleFile, "language: en, calendar: london }", "language: en }")).Staff.Find(
            new PersonId("dana.lee@acme.example"))!.Calendar.Name);

    [Fact]
    public void Who_has_no_calendar_and_no_team_can_always_be_written_to() => Assert.True(
        Acme.Loaded(Acme.Files.With(Acme.PeopleFile, "role: marketing, language: en, calendar: office }", "role: marketing }")).Staff.Find(
            new PersonId("giulia.ferri@acme.example"))!.Calendar.IsAlwaysOpen);

    [Fact]
    public void A_source_has_a_limit_and_a_country()
    {
        var source = Acme.Loaded(Acme.Files.With(Acme.SourcesFile, "    set: { form: demo }", "    limit: 60\n    country: it")).Sources[1];

        Assert.Equal((60, "IT"), (source.LimitPerMinute, source.DefaultCountry));
    }

    private static Tier Tier(string text, string by, int place = 0) =>
        Acme.Loaded(Acme.Files.With(Acme.AgreementFile, text, by)).Agreement.Tiers[place];

    private static FieldTest Test(string written) =>
        Assert.Single(Tier("when: { score: { at_least: 50 } }", $"when: {{ {written}, }}", 1).When.Tests);

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Lists(string written) => Acme.Loaded(
        Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", $"organisation: Acme S.p.A.\n{written}")).Agreement.Lists;
}
