using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Tests.Calendars;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Alerts;

/// <summary>Marketing gets one e-mail a working day with what came back since the last.</summary>
public sealed class DailyMailTests
{
    private sealed class Day(Company company)
    {
        private AlertBox _box = AlertBox.Empty;
        private readonly List<string> _mails = [];

        public Func<Alert, bool> StillTrue { get; set; } = _ => true;

        public IReadOnlyList<string> Mails => _mails;

        public string? Wakes => _box.NextWakeUp is { } next ? Week.Say(next) : null;

        public Day Returns(string at, int lead, int number = 3, MoveCause? cause = null) => Do(at, new AlertCommand.Raise(
            Company.Id("giulia"),
            new(new($"lead-{lead}"), number, MessageKind.Returned, new() { Cause = cause }, Week.At(at), AtAnyHour: true)));

        public Day Turn(string at) => Do(at, new AlertCommand.TakeTurn());

        private Day Do(string at, AlertCommand command)
        {
            var world = new AlertWorld(company.Staff.Find(Company.Id("giulia")), Duration.FromMinutes(5), StillTrue)
            {
                Returns = new(new(8, 30), Given.Rome),
            };
            foreach (var happened in AlertDecider.In(world, Week.At(at)).Decide(_box, command).Events)
            {
                _box = AlertDecider.Evolve(_box, happened);
                if (happened is not AlertMailOwed mail)
                    continue;
                _mails.Add($"{Week.Say(mail.At)}: {string.Join(' ', mail.Alerts.Select(alert => alert.Lead))}");
                _box = AlertDecider.Evolve(_box, new AlertMailSent(mail.At, mail.Number));
            }

            return this;
        }
    }

    private static Day Giulia(Company? company = null) => new(company ?? new());

    [Fact]
    public void What_comes_back_waits_for_the_next_working_mornings_one_mail()
    {
        var day = Giulia().Returns("mon 10:00", 1).Returns("mon 16:00", 2);
        // The hour is 8:30, and her office opens at 9.
        Assert.Equal("tue 09:00", day.Wakes);

        Assert.Equal(["tue 09:00: lead-1 lead-2"], day.Turn("tue 09:00").Mails);
        Assert.Null(day.Wakes);
    }

    [Fact]
    public void A_day_without_a_return_has_no_mail_and_the_next_goes_at_its_hour()
    {
        var day = Giulia().Returns("mon 10:00", 1).Turn("tue 09:00").Returns("tue 09:05", 2);

        Assert.Equal("wed 09:00", day.Wakes);
    }

    [Fact]
    public void Whoever_works_at_the_hour_gets_it_then() =>
        Assert.Equal("tue 08:30", Giulia(new Company().Work("giulia", Company.Always)).Returns("mon 10:00", 1).Wakes);

    [Fact]
    public void Whoever_works_only_before_the_hour_gets_it_when_next_at_work() =>
        Assert.Equal(
            "wed 06:00",
            Giulia(new Company().Work("giulia", Given.Calendar(Given.Rome, "mon-fri 06:00-08:00"))).Returns("mon 10:00", 1).Wakes);

    [Fact]
    public void On_a_closed_day_and_in_an_absence_nobody_is_written_to()
    {
        Assert.Equal("mon2 09:00", Giulia().Returns("fri 10:00", 1).Wakes);
        Assert.Equal("wed 12:00", Giulia(new Company().Absent("giulia", "mon 12:00", "wed 12:00")).Returns("mon 13:00", 1).Wakes);
    }

    [Fact]
    public void After_a_time_in_which_nothing_ran_one_mail_catches_up()
    {
        var day = Giulia().Returns("mon 10:00", 1).Returns("mon 11:00", 2).Turn("thu 11:00");

        Assert.Equal(["thu 11:00: lead-1 lead-2"], day.Mails);
    }

    [Fact]
    public void Caught_up_at_night_it_waits_for_the_morning()
    {
        var day = Giulia().Returns("mon 10:00", 1).Turn("wed 23:00");

        Assert.Empty(day.Mails);
        Assert.Equal("thu 09:00", day.Wakes);
    }

    [Fact]
    public void A_return_that_is_no_longer_so_is_not_told_and_its_undoing_neither()
    {
        var day = Giulia().Returns("mon 10:00", 1).Returns("mon 10:05", 1, number: 4, MoveCause.TakenBack);
        day.StillTrue = alert => alert.About.Cause == MoveCause.TakenBack;

        Assert.Empty(day.Turn("tue 09:00").Mails);
        Assert.Null(day.Wakes);
    }

    [Fact]
    public void The_undoing_of_a_return_that_was_told_is_told_too()
    {
        var day = Giulia(new Company().Work("giulia", Company.Always)).Returns("tue 08:25", 1).Turn("tue 08:30")
            .Returns("tue 08:33", 1, number: 4, MoveCause.TakenBack).Turn("wed 08:30");

        Assert.Equal(["tue 08:30: lead-1", "wed 08:30: lead-1"], day.Mails);
    }

    [Fact]
    public void The_same_message_is_gathered_once() =>
        Assert.Equal(["tue 09:00: lead-1"], Giulia().Returns("mon 10:00", 1).Returns("mon 10:00", 1).Turn("tue 09:00").Mails);
}
