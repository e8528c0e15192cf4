using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class AgreementMistakesTests
{
    [Fact]
    public void An_unknown_key_is_told_with_the_nearest_known_one() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ within: 5m, ", "{ wihtin: 5m, "),
        "agreement.yaml:26:24: unknown key 'wihtin'; did you mean 'within'?");

    [Fact]
    public void An_unknown_key_that_is_like_no_other_is_told_alone() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: Acme S.p.A.\nfavourite_colour: blue"),
        "agreement.yaml:5:1: unknown key 'favourite_colour'");

    [Fact]
    public void A_missing_key_is_told_where_its_parent_stands() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "accept:        { within: 5m,  ladder: fast }", "accept:        { ladder: fast }"),
        "agreement.yaml:26:22: 'within' is missing");

    [Fact]
    public void A_list_where_a_text_belongs_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: [Acme]"),
        "agreement.yaml:4:15: a text is expected, not a list");

    [Fact]
    public void A_text_where_a_number_belongs_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "qualified_at: 40 ", "qualified_at: forty "),
        "agreement.yaml:12:17: a whole number from -100000 to 100000 is expected, not 'forty'");

    [Fact]
    public void A_text_where_keys_belong_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "ask_the_lead: { after: 1d }", "ask_the_lead: yes"),
        "agreement.yaml:29:19: keys with values (after) are expected, not 'yes'");

    [Fact]
    public void A_key_with_nothing_after_it_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation:"),
        "agreement.yaml:4:14: a text is expected, not nothing");

    [Fact]
    public void An_unknown_ladder_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ within: 30m, ladder: fast }", "{ within: 30m, ladder: fats }"),
        "agreement.yaml:27:45: unknown ladder 'fats'; did you mean 'fast'?");

    [Fact]
    public void An_unknown_list_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ not_in: free_mail }", "{ not_in: free_mial }"),
        "agreement.yaml:18:129: unknown list 'free_mial'; did you mean 'free_mail'?");

    [Theory]
    [InlineData("{ fr: décideur }", "agreement.yaml:17:34: 'en' or 'it' or 'de' is expected, not 'fr'")]
    [InlineData("[decision maker]", "agreement.yaml:17:32: a text is expected, not a list")]
    public void A_reason_for_points_is_a_text_or_texts_by_language(string because, string mistake) => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "because: { en: decision maker, it: persona che decide },", $"because: {because},"), mistake);

    [Fact]
    public void A_reason_for_points_in_neither_English_nor_the_agreements_language_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.AgreementFile, "because: { en: decision maker, it: persona che decide },", "because: { it: persona che decide },"),
        "agreement.yaml:17:32: there is no text in English ('en')");

    [Fact]
    public void An_unknown_language_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "language: en ", "language: nl "),
        "agreement.yaml:6:11: 'en' or 'it' or 'de' is expected, not 'nl'");

    [Fact]
    public void An_unknown_time_zone_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "time_zone: Europe/Rome", "time_zone: Europe/Rom"),
        "agreement.yaml:5:12: an IANA time zone such as Europe/Rome is expected, not 'Europe/Rom'; did you mean 'Europe/Rome'?");

    [Fact]
    public void An_unknown_alert_target_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ at: 300%, alert: director }", "{ at: 300%, alert: directer }"),
        "agreement.yaml:47:26: 'manager' or 'director' is expected, not 'directer'; did you mean 'director'?");

    [Fact]
    public void A_signer_whom_nobody_knows_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "marketing: giulia.ferri@acme.example", "marketing: giulia.feri@acme.example"),
        "agreement.yaml:8:14: 'giulia.feri@acme.example' is neither under 'people' nor under 'reps'; did you mean " +
        "'giulia.ferri@acme.example'?");

    [Fact]
    public void Two_tiers_of_one_name_are_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "- name: warm", "- name: hot"),
        "agreement.yaml:30:11: there is a tier 'hot' already, on line 23");

    [Fact]
    public void Two_reasons_of_one_code_are_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "code: not_a_fit, ", "code: no_capacity, "),
        "agreement.yaml:62:13: there is a reason 'no_capacity' already, on line 60");

    [Fact]
    public void A_ladder_that_reassigns_is_none_for_the_outcome() => Acme.Told(
        Acme.Files.With(
            Acme.AgreementFile, "feedback:      { within: 5d,  ladder: patient }\n    ask",
            "feedback:      { within: 5d,  ladder: patient }\n      outcome:       { within: 20d, ladder: fast }\n    ask"),
        "agreement.yaml:29:45: ladder 'fast' reassigns, and this clock passes no lead on; give it another");

    [Fact]
    public void A_ladder_that_does_not_rise_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.AgreementFile, "{ at: 80%,  remind: rep }\n    - { at: 100%, alert: manager }\n    - { at: 150%",
            "{ at: 50%,  remind: rep }\n    - { at: 100%, alert: manager }\n    - { at: 150%"),
        "agreement.yaml:50:13: the ladder does not rise: 50% comes after 50%");

    [Fact]
    public void An_empty_ladder_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.AgreementFile, "  patient:\n    - { at: 80%,  remind: rep }\n    - { at: 100%, remind: rep, alert: manager }",
            "  patient: []"),
        "agreement.yaml:54:12: the ladder has no rungs");

    [Fact]
    public void A_rung_that_does_nothing_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ at: 300%, alert: director }", "{ at: 300% }"),
        "agreement.yaml:47:7: this rung does nothing; say remind, alert or reassign");

    [Fact]
    public void A_rung_at_zero_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "fast:\n    - { at: 50%,", "fast:\n    - { at: 0%,"),
        "agreement.yaml:44:13: a share from 1% to 10000%, such as 50%, is expected, not '0%'");

    [Fact]
    public void A_rung_without_a_percent_sign_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ at: 300%, alert: director }", "{ at: 300, alert: director }"),
        "agreement.yaml:47:13: a share from 1% to 10000%, such as 50%, is expected, not '300'");

    [Fact]
    public void A_length_that_is_not_positive_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "within: 30m", "within: 0m"),
        "agreement.yaml:27:32: a length above zero such as 30m, 4h or 2d, of at most 366 days, is expected, not '0m'");

    [Fact]
    public void A_length_without_a_unit_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "within: 30m", "within: 30"),
        "agreement.yaml:27:32: a length above zero such as 30m, 4h or 2d, of at most 366 days, is expected, not '30'");

    [Fact]
    public void A_tier_after_one_without_a_condition_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "    when: { score: { at_least: 50 } }\n", ""),
        "agreement.yaml:35:11: no lead reaches tier 'standard': 'warm' before it matches every lead that this one matches");

    [Fact]
    public void A_tier_that_an_earlier_one_covers_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "when: { score: { at_least: 50 } }", "when: { form: pricing }"),
        "agreement.yaml:30:11: no lead reaches tier 'warm': 'hot' before it matches every lead that this one matches");

    [Fact]
    public void Leads_that_no_tier_matches_are_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "  - name: standard\n", "  - name: standard\n    when: { score: { at_least: 45 } }\n"),
        "agreement.yaml:37:11: a lead may match no tier; leave 'when' out of the last one");

    [Fact]
    public void A_score_that_no_lead_can_reach_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "qualified_at: 40 ", "qualified_at: 400 "),
        "agreement.yaml:12:17: no lead can ever qualify: the rules add up to 115 points at most");

    [Fact]
    public void A_reason_without_a_text_that_people_can_read_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ en: No capacity right now,   it: Non ho capacità ora }", "{ it: Non ho capacità ora }"),
        "agreement.yaml:60:70: there is no text in English ('en')");

    [Fact]
    public void A_reason_in_an_unknown_language_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "says: { en: Not my territory,  ", "says: { en: Not my territory, nl: Niet mijn gebied,  "),
        "agreement.yaml:59:94: 'en' or 'it' or 'de' is expected, not 'nl'");

    [Fact]
    public void A_share_above_100_percent_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "behind_pace_at: 50%", "behind_pace_at: 150%"),
        "agreement.yaml:79:19: a share from 1% to 100%, such as 50%, is expected, not '150%'");

    [Fact]
    public void A_commitment_above_100_percent_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "at_least: 95%, per: month", "at_least: 950%, per: month"),
        "agreement.yaml:75:46: a figure above zero such as 120, or a share up to 100% such as 80%, is expected, not '950%'");

    [Fact]
    public void A_commitment_that_nobody_measures_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "metric: acceptance_rate, ", "metric: acceptence_rate, "),
        "agreement.yaml:69:17: 'acceptence_rate' is not measured here; did you mean 'acceptance_rate'? (a figure that another tool " +
        "sends in needs 'reported: true')");

    [Fact]
    public void Alerts_grouped_by_working_days_are_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "group_within: 5m", "group_within: 1d"),
        "agreement.yaml:78:17: alerts are grouped by measured time; write it in m or h");

    [Fact]
    public void A_bad_time_of_a_report_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "\"30 8 * * MON\"", "\"30 8 * * MONDAY\""),
        "agreement.yaml:82:21: a time in the five fields of cron (minute hour day month weekday) such as \"30 8 * * MON\" is expected, " +
        "not '30 8 * * MONDAY'");

    [Fact]
    public void A_time_of_six_fields_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "\"30 8 * * MON\"", "\"0 30 8 * * MON\""),
        "agreement.yaml:82:21: a time in the five fields of cron (minute hour day month weekday) such as \"30 8 * * MON\" is expected, " +
        "not '0 30 8 * * MON'");

    [Fact]
    public void A_condition_that_asks_nothing_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "when: { score: { at_least: 50 } }", "when: {}"),
        "agreement.yaml:31:11: the condition is empty; leave it out if it always holds");

    [Fact]
    public void Bounds_that_no_number_meets_are_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ score: { at_least: 50 } }", "{ score: { at_least: 50, at_most: 40 } }"),
        "agreement.yaml:31:32: 'at_least' is above 'at_most', so no 'score' can meet this");

    [Fact]
    public void An_addition_to_a_list_that_is_not_built_in_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.AgreementFile, "organisation: Acme S.p.A.", "organisation: Acme S.p.A.\nlists: { partners: { add: [example.org] } }"),
        "agreement.yaml:5:10: there is no built-in list 'partners' to add to; write the list itself");

    [Fact]
    public void A_clock_that_can_never_be_met_is_told() => Acme.Told(
        Acme.Files.With(
            Acme.PeopleFile, "  new_york:\n    time_zone: America/New_York\n    open:\n      mon-fri: [\"08:30-17:30\"]",
            "  new_york:\n    time_zone: America/New_York\n    open: {}\n    extra: { \"2027-01-11..2027-01-14\": [\"08:30-17:30\"] }"),
        "agreement.yaml:28:32: this can never be met: calendar 'new_york' does not open for so long within two years",
        "agreement.yaml:35:32: this can never be met: calendar 'new_york' does not open for so long within two years",
        "agreement.yaml:40:32: this can never be met: calendar 'new_york' does not open for so long within two years");

    [Fact]
    public void A_field_that_no_lead_spells_so_is_told() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "{ score: { at_least: 50 } }", "{ Job-Title: ceo }")
            .With(Acme.AgreementFile, "[email, name, company, country]", "[email, Full Name]"),
        "agreement.yaml:13:26: a field's name in small letters, digits and '_', such as job_title, is expected, not 'Full Name'",
        "agreement.yaml:31:13: a field's name in small letters, digits and '_', such as job_title, is expected, not 'Job-Title'");

    [Fact]
    public void One_person_cannot_sign_for_both_sides() => Acme.Told(
        Acme.Files.With(Acme.AgreementFile, "sales: paolo.conti@acme.example", "sales: Giulia.Ferri@acme.example"),
        "agreement.yaml:9:10: one person cannot sign for both sides");

    [Theory]
    [InlineData("signing: yes", "'required' or 'not_required'")]
    [InlineData("from: tomorrow", "a date such as 2027-01-01")]
    public void What_signing_takes_is_told(string written, string expected) => Assert.Contains(
        expected, Assert.Single(Acme.Mistakes(Acme.Files.With(Acme.AgreementFile, "agreement: 2026-11", $"agreement: 2026-11\n{written}"))),
        StringComparison.Ordinal);
}
