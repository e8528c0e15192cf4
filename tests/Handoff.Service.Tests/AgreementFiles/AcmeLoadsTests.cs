using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class AcmeLoadsTests
{
    private static readonly AgreementFolder Folder = Acme.Loaded(Acme.Named);
    private static readonly PersonId Anna = new PersonId("anna.greco@acme.example");

    [Fact]
    public void The_folder_on_disk_loads()
    {
        var reading = AgreementFolderReader.Read(Acme.Directory, Acme.NothingSet, Acme.AsOf);

        Assert.Equal(Folder.Content, Assert.IsType<FolderReading.Loaded>(reading).Folder.Content);
    }

    [Fact]
    public void The_agreement_says_who_signs_it_and_where()
    {
        Assert.Equal("2026-11", Folder.Agreement.Version);
        Assert.Equal("Acme S.p.A.", Folder.Agreement.Organisation);
        Assert.Equal("Europe/Rome", Folder.Agreement.TimeZone.Id);
        Assert.Equal(Language.En, Folder.Agreement.Language);
        Assert.Equal("giulia.ferri@acme.example", Folder.Agreement.SignedByMarketing.Value);
        Assert.Equal("paolo.conti@acme.example", Folder.Agreement.SignedBySales.Value);
    }

    [Fact]
    public void The_score_has_its_rules_in_order()
    {
        var terms = Folder.Agreement.Qualification;

        Assert.Equal(40, terms.QualifiedAt);
        Assert.Equal(["email", "name", "company", "country"], terms.CompleteWith.ToArray());
        Assert.Equal([60, 20, 15, 10, 10, -100], terms.Rules.Select(rule => rule.Points));
        Assert.Equal("asked for a demo or a price", terms.Rules[0].Because);
        Assert.Equal(["demo", "pricing"], Assert.IsType<FieldTest.OneOf>(Assert.Single(terms.Rules[0].When.Tests)).Values.ToArray());
        Assert.Equal(new FieldTest.Between("employees", 50, null), Assert.Single(terms.Rules[1].When.Tests));
        Assert.Contains("head of", Assert.IsType<FieldTest.Contains>(Assert.Single(terms.Rules[2].When.Tests)).Texts);
        Assert.Equal(new FieldTest.NotInList("email_domain", "free_mail"), Assert.Single(terms.Rules[3].When.Tests));
    }

    [Fact]
    public void A_reason_for_points_may_be_written_by_language()
    {
        const string ByLanguage = "because: { en: decision maker, it: persona che decide },";
        var inOne = Acme.Files.With(Acme.AgreementFile, ByLanguage, "because: decision maker,");

        var (rule, same) = (Folder.Agreement.Qualification.Rules[2], Acme.Loaded(inOne).Agreement.Qualification.Rules[2]);

        Assert.Equal(("decision maker", "persona che decide"), (rule.Because, rule.In(Language.It)));
        Assert.Equal(("decision maker", "decision maker"), (same.Because, same.In(Language.It)));
    }

    [Fact]
    public void The_tiers_have_their_clocks()
    {
        Assert.Equal(["hot", "warm", "standard"], Folder.Agreement.Tiers.Select(tier => tier.Name));
        var hot = Folder.Agreement.Tiers[0];
        Assert.Equal(new ClockTerms(Within.OfDuration(Duration.FromMinutes(5)), "fast", ClockMode.Business), hot.Accept);
        Assert.Equal(new ClockTerms(Within.OfDays(5), "patient", ClockMode.Business), hot.Feedback);
        Assert.Equal(Within.OfDays(1), hot.AskTheLeadAfter);
        Assert.Equal(Condition.Always, Folder.Agreement.Tiers[2].When);
        Assert.Null(Folder.Agreement.Tiers[2].AskTheLeadAfter);
    }

    [Fact]
    public void The_ladders_have_their_rungs()
    {
        Assert.Equal(
            [new Rung(50, true, null, false), new Rung(100, false, AlertTarget.Manager, false),
                new Rung(150, false, AlertTarget.Manager, true), new Rung(300, false, AlertTarget.Director, false)],
            Folder.Agreement.Ladders["fast"].Rungs.ToArray());
        Assert.Equal(5, Folder.Agreement.Ladders["normal"].Rungs.Length);
        Assert.Equal(new Rung(100, true, AlertTarget.Manager, false), Folder.Agreement.Ladders["patient"].Rungs[1]);
    }

    [Fact]
    public void The_reasons_speak_both_languages()
    {
        var reason = Folder.Agreement.Reason("no_capacity")!;

        Assert.Equal((ReasonEffect.Reroute, Fault.Rep), (reason.Then, reason.Fault));
        Assert.Equal("Non ho capacità ora", reason.In(Language.It));
        Assert.Equal("No capacity right now", reason.In(Language.En));
    }

    [Fact]
    public void What_later_features_need_is_kept()
    {
        Assert.Equal(7, Folder.Agreement.Commitments.Length);
        Assert.Equal(
            new Commitment(Side.Marketing, "qualified_leads", 120, false, Handoff.Agreements.Period.Month, false),
            Folder.Agreement.Commitments[0]);
        Assert.Equal(
            new Commitment(Side.Marketing, "email_open_rate", 22, true, Handoff.Agreements.Period.Month, true),
            Folder.Agreement.Commitments[3] with { Says = null });
        Assert.Equal(new AlertTerms(Duration.FromMinutes(5), 50), Folder.Agreement.Alerts);
        Assert.Equal(("0 10 * * TUE#1", 45), (Folder.Agreement.Alignment!.Meeting!.Every, Folder.Agreement.Alignment.Meeting.Minutes));
        Assert.Equal([Side.Marketing, Side.Sales], Folder.Agreement.Alignment.Report!.To.ToArray());
    }

    [Fact]
    public void A_team_names_its_people_and_what_it_takes()
    {
        var italy = Folder.Staff.Teams[0];

        Assert.Equal(["IT", "SM", "VA", "CH"], Assert.IsType<FieldTest.OneOf>(Assert.Single(italy.Takes!.Tests)).Values.ToArray());
        Assert.Equal(Strategy.WeightedRoundRobin, italy.Strategy);
        Assert.Equal("luca.serra@acme.example", italy.Deputy!.Value.Value);
        Assert.Equal([2, 1, 1], italy.Reps.Select(rep => rep.Weight));
        Assert.Equal([25, 15, 15], italy.Reps.Select(rep => rep.Capacity!.Value));
        Assert.All(italy.Reps, rep => Assert.Null(rep.PerDay));
        Assert.Equal(["it", "en", "de"], italy.Rep(Anna)!.Languages.ToArray());
        Assert.Null(Folder.Staff.Team("world")!.Takes);
        Assert.Null(Folder.Staff.Team("world")!.Deputy);
    }

    [Fact]
    public void A_rep_works_by_the_teams_calendars_unless_another_is_named()
    {
        // A Monday at 23:00 in Rome: the office is closed, the phone desk is open.
        var late = Instant.FromUtc(2026, 11, 2, 22, 0);

        Assert.True(Folder.Staff.Teams[0].Calendar.IsOpen(late));
        Assert.True(Folder.Staff.Find(Anna)!.Calendar.IsOpen(late));
        Assert.Equal("phone_desk", Folder.Staff.Find(new PersonId("carla.neri@acme.example"))!.Calendar.Name);
        Assert.False(Folder.Staff.Find(new PersonId("marta.villa@acme.example"))!.Calendar.IsOpen(late));
    }

    [Fact]
    public void A_person_has_a_role_and_a_language()
    {
        Assert.Equal(11, Folder.Staff.People.Count);
        Assert.Equal((Role.Rep, Language.It), Of("anna.greco@acme.example"));
        Assert.Equal((Role.Manager, Language.En), Of("dana.lee@acme.example"));
        Assert.Equal((Role.Sales, Language.En), Of("paolo.conti@acme.example"));
        Assert.Equal("giulia.ferri@acme.example", Assert.Single(Folder.Staff.Marketing).Id.Value);

        static (Role, Language) Of(string address) =>
            Folder.Staff.Find(new PersonId(address)) is { } person ? (person.Role, person.Language) : default;
    }

    [Fact]
    public void Time_off_includes_both_ends_in_the_zone_of_the_calendar()
    {
        var bruno = Folder.Staff.Find(new PersonId("bruno.riva@acme.example"))!;

        Assert.Equal([new Absence(Instant.FromUtc(2026, 12, 20, 23, 0), Instant.FromUtc(2027, 1, 6, 23, 0))], bruno.Absences.ToArray());
    }

    [Fact]
    public void A_calendar_has_its_hours_holidays_and_closed_dates()
    {
        var office = Folder.Calendars["office"];

        Assert.Equal(["always", "london", "new_york", "office", "phone_desk"], Folder.Calendars.Keys.Order(StringComparer.Ordinal));
        Assert.True(Folder.Calendars["always"].IsAlwaysOpen);
        Assert.Equal(Instant.FromUtc(2026, 11, 6, 16, 0), office.NextClosing(Instant.FromUtc(2026, 11, 6, 13, 30)));
        Assert.False(office.IsWorkingDay(new LocalDate(2026, 12, 8)));
        Assert.False(office.IsWorkingDay(new LocalDate(2026, 12, 24)));
        Assert.True(office.IsWorkingDay(new LocalDate(2026, 12, 23)));
        Assert.False(office.IsWorkingDay(new LocalDate(2026, 8, 21)));
        Assert.True(office.IsWorkingDay(new LocalDate(2026, 8, 24)));
    }

    [Fact]
    public void A_holiday_that_recurs_is_kept_in_other_years_and_one_that_does_not_is_not()
    {
        var office = Folder.Calendars["office"];

        Assert.False(office.IsWorkingDay(new LocalDate(2031, 12, 25)));
        Assert.False(office.IsWorkingDay(new LocalDate(2027, 3, 29)));
        Assert.True(office.IsWorkingDay(new LocalDate(2029, 3, 26)));
        Assert.True(office.IsWorkingDay(new LocalDate(2024, 12, 25)), "The file says 2026 and every year after it.");
    }

    [Fact]
    public void A_source_says_how_its_leads_are_read()
    {
        var (website, form) = (Folder.Sources[0], Folder.Sources[1]);

        Assert.Equal(("website", SourceFormat.Json, "demo", true), (website.Name, website.Format, website.Key, website.KeyIsDefault));
        Assert.Equal(["https://www.acme.example"], website.AllowOrigins.ToArray());
        Assert.Equal("website_url", website.Honeypot);
        Assert.Equal(("your-email", "demo"), (form.Map["email"], form.Set["form"]));
        Assert.Null(form.LimitPerMinute);
    }

    [Fact]
    public void A_key_from_the_environment_is_no_default()
    {
        var folder = Acme.Loaded(Acme.Files, name => name == "HANDOFF_WEBSITE_KEY" ? "s3cret" : null);

        Assert.Equal(("s3cret", false), (folder.Sources[0].Key, folder.Sources[0].KeyIsDefault));
    }
}
