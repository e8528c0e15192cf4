using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class PeopleMistakesTests
{
    [Fact]
    public void An_unknown_calendar_of_a_team_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "calendar: [office, phone_desk] ", "calendar: [office, phone_dek] "),
        "people.yaml:26:24: unknown calendar 'phone_dek'; did you mean 'phone_desk'?");

    [Fact]
    public void An_unknown_calendar_of_a_rep_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "calendar: phone_desk,", "calendar: phonedesk,"),
        "people.yaml:35:119: unknown calendar 'phonedesk'; did you mean 'phone_desk'?");

    [Fact]
    public void An_unknown_role_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "role: sales, ", "role: sale, "),
        "people.yaml:49:67: 'rep' or 'manager' or 'sales' or 'marketing' is expected, not 'sale'; did you mean 'sales'?");

    [Fact]
    public void An_unknown_strategy_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "strategy: least_loaded", "strategy: least_load"),
        "people.yaml:38:15: 'weighted_round_robin' or 'least_loaded' or 'claim' is expected, not 'least_load'; did you mean " +
        "'least_loaded'?");

    [Fact]
    public void A_manager_whom_nobody_knows_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "manager: marta.villa@acme.example", "manager: marta.vila@acme.example"),
        "people.yaml:29:14: 'marta.vila@acme.example' is neither under 'people' nor under 'reps';" +
        " did you mean 'marta.villa@acme.example'?");

    [Fact]
    public void A_deputy_whom_nobody_knows_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "deputy: luca.serra@acme.example ", "deputy: nobody@acme.example "),
        "people.yaml:30:13: 'nobody@acme.example' is neither under 'people' nor under 'reps'");

    [Fact]
    public void A_director_whom_nobody_knows_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "    manager: dana.lee@acme.example\n    director: paolo.conti@acme.example",
            "    manager: dana.lee@acme.example\n    director: someone.else@acme.example"),
        "people.yaml:40:15: 'someone.else@acme.example' is neither under 'people' nor under 'reps'; did you mean 'dana.lee@acme.example'?");

    [Fact]
    public void A_text_that_is_no_address_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "email: eve.stone@acme.example, ", "email: eve.stone, "),
        "people.yaml:42:18: an e-mail address is expected, not 'eve.stone'");

    [Fact]
    public void The_same_address_twice_among_reps_is_told_whatever_its_case() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "email: bruno.riva@acme.example, ", "email: Anna.Greco@acme.example, "),
        "people.yaml:34:18: 'anna.greco@acme.example' is a rep already, on line 33");

    [Fact]
    public void The_same_address_in_two_teams_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "email: eve.stone@acme.example, ", "email: anna.greco@acme.example, "),
        "people.yaml:42:18: 'anna.greco@acme.example' is a rep already, on line 33");

    [Fact]
    public void The_same_address_twice_among_people_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "email: luca.serra@acme.example,   name", "email: marta.villa@acme.example,   name")
            .With(Acme.PeopleFile, "    deputy: luca.serra@acme.example # stands in while the manager is away\n", ""),
        "people.yaml:47:14: 'marta.villa@acme.example' is under 'people' already, on line 46");

    [Fact]
    public void A_key_given_in_both_lists_for_one_person_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "  - { email: giulia",
            "  - { email: eve.stone@acme.example, name: Eve Stone, language: en }\n  - { email: giulia"),
        "people.yaml:51:44: 'name' of 'eve.stone@acme.example' is given under 'reps' too (line 42); keep one");

    [Fact]
    public void A_person_without_a_role_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "name: Giulia Ferri, role: marketing,", "name: Giulia Ferri,"),
        "people.yaml:51:14: the 'role' of 'giulia.ferri@acme.example' is missing");

    [Fact]
    public void A_person_without_a_name_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "name: Giulia Ferri, role: marketing,", "role: marketing,"),
        "people.yaml:51:14: the 'name' of 'giulia.ferri@acme.example' is missing");

    [Fact]
    public void A_rep_without_a_team_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "name: Giulia Ferri, role: marketing,", "name: Giulia Ferri, role: rep,"),
        "people.yaml:51:67: 'giulia.ferri@acme.example' has the role 'rep' but is no team's rep");

    [Fact]
    public void A_team_without_reps_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "    reps:\n      - { email: eve.stone@acme.example,   name: Eve Stone,   capacity: 30, " +
            "languages: [en], calendar: london }\n      - { email: frank.moore@acme.example, name: Frank Moore, capacity: 30, " +
            "languages: [en, es], calendar: new_york }\n      - { email: noah.price@acme.example,  name: Noah Price,  capacity: 30, " +
            "languages: [en, fr], calendar: london }", "    reps: []"),
        "people.yaml:41:11: the team has no reps");

    [Fact]
    public void A_quota_where_leads_are_claimed_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "strategy: weighted_round_robin", "per_day: 5\n    strategy: claim"),
        "people.yaml:28:14: in team 'italy' leads are claimed, not given: 'per_day' would do nothing; 'capacity' is a limit");

    [Fact]
    public void Two_teams_of_one_name_are_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "  - name: world ", "  - name: italy "),
        "people.yaml:36:11: there is a team 'italy' already, on line 25");

    [Fact]
    public void A_team_whose_leads_an_earlier_team_takes_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "    calendar: [london, new_york]\n    strategy",
            "    calendar: [london, new_york]\n    takes: { country: [it, va] }\n    strategy"),
        "people.yaml:25:3: no team takes what no other team takes; leave 'takes' out of one of them",
        "people.yaml:38:12: nobody can reach team 'world': 'italy' before it takes all that this one takes");

    [Fact]
    public void A_second_team_that_takes_the_rest_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "    takes: { country: [IT, SM, VA, CH] }\n", ""),
        "people.yaml:35:11: nobody can reach team 'world': 'italy' takes what no other team takes already; say what this one 'takes'");

    [Fact]
    public void Leads_that_no_team_takes_are_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "    calendar: [london, new_york]\n    strategy",
            "    calendar: [london, new_york]\n    takes: { country: [US] }\n    strategy"),
        "people.yaml:25:3: no team takes what no other team takes; leave 'takes' out of one of them");

    [Fact]
    public void An_unknown_list_of_a_team_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "takes: { country: [IT, SM, VA, CH] }", "takes: { email_domain: { in: partners } }"),
        "people.yaml:27:34: unknown list 'partners'");

    [Fact]
    public void A_country_that_YAML_turned_into_a_boolean_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "[IT, SM, VA, CH]", "[IT, NO, SM]"),
        "people.yaml:27:28: NO without quotes is a boolean to YAML; write \"NO\"");

    [Fact]
    public void A_country_in_small_letters_that_YAML_turned_into_a_boolean_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "country: [IT, SM, VA, CH]", "country: no"),
        "people.yaml:27:23: no without quotes is a boolean to YAML; write \"no\"");

    [Fact]
    public void A_boolean_among_countries_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "[IT, SM, VA, CH]", "[IT, false]"),
        "people.yaml:27:28: false is a boolean to YAML, not a country code (ISO 3166) such as IT; if it was a code such as NO, write it " +
        "in quotes: \"NO\"");

    [Fact]
    public void A_country_that_does_not_exist_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "[IT, SM, VA, CH]", "[IT, XX]"),
        "people.yaml:27:28: 'XX' is not a country code (ISO 3166) such as IT");

    [Fact]
    public void A_language_that_YAML_turned_into_a_boolean_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "languages: [en, es]", "languages: [en, no]"),
        "people.yaml:43:93: no without quotes is a boolean to YAML; write \"no\"");

    [Fact]
    public void A_language_that_does_not_exist_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "languages: [en, es]", "languages: [en, xx]"),
        "people.yaml:43:93: 'xx' is not a language code (ISO 639-1) such as it");

    [Fact]
    public void A_weight_of_zero_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "weight: 2,", "weight: 0,"),
        "people.yaml:33:71: a whole number from 1 to 1000 is expected, not '0'");

    [Fact]
    public void A_bad_time_off_is_told() => Acme.Told(
        Acme.Files.With(Acme.PeopleFile, "away: [\"2026-12-21..2027-01-06\"]", "away: [Christmas]"),
        "people.yaml:34:112: a date such as 2026-12-24, or a range whose end is not before its start such as 2026-08-10..2026-08-21, is " +
        "expected, not 'Christmas'");
}
