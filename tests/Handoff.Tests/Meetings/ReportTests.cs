using Handoff.Leads;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Tests.Calendars;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>The report goes to both heads at its times, once for each.</summary>
public sealed class ReportTests
{
    private static readonly PersonId Giulia = new("giulia");
    private static readonly PersonId Paolo = new("paolo");

    private readonly List<string> _happened = [];
    private ReportState _state = ReportState.Empty;

    [Fact]
    public void Who_agrees_on_a_report_gets_the_first_at_its_next_time()
    {
        Turn("mon 10:00");

        Assert.Equal("mon2 08:30", Wakes);
        Assert.Empty(_happened);
    }

    [Fact]
    public void At_its_time_both_heads_get_one()
    {
        Turn("mon 08:00").Turn("mon 08:30");

        Assert.Equal(["1 for mon 08:30", "to giulia", "to paolo"], _happened);
        Assert.Equal("mon 08:30", Wakes);
        Sent(1).Sent(2);
        Assert.Equal("mon2 08:30", Wakes);
    }

    [Fact]
    public void A_turn_without_cause_makes_none()
    {
        Turn("mon 08:00").Turn("mon 08:30").Turn("mon 08:31").Turn("tue 08:30");

        Assert.Equal(3, _happened.Count);
    }

    [Fact]
    public void Of_those_that_were_missed_the_latest_goes_once()
    {
        Turn("mon 08:00").Turn("thu3 12:00");

        Assert.Equal(1, _state.Reports);
        Assert.Equal("1 for mon3 08:30", _happened[0]);
    }

    [Fact]
    public void A_changed_schedule_moves_the_next_and_doubles_none()
    {
        Turn("mon 08:00").Turn("mon 08:30").Turn(Week.At("mon 12:00"), At(17, 0));

        // The same Monday at 17:00 is for the same day as the one that went.
        Assert.Equal("mon2 17:00", Week.Say(_state.Next!.Value));
        Assert.Equal(1, _state.Reports);
    }

    [Fact]
    public void A_schedule_moved_to_an_hour_that_has_passed_sends_the_report_of_that_day_at_once()
    {
        Turn("mon 08:00").Turn("mon 08:30").Turn(Week.At("mon2 08:00"), At(7, 0));

        Assert.Equal("2 for mon2 07:00", _happened[3]);
        Assert.Equal("mon3 07:00", Week.Say(_state.Next!.Value));
    }

    [Fact]
    public void A_schedule_moved_to_a_day_of_its_week_that_has_passed_sends_that_report_at_once()
    {
        Turn(Week.At("mon 08:00"), At(8, 30, IsoDayOfWeek.Wednesday)).Turn(Week.At("tue 10:00"), At(9, 0, IsoDayOfWeek.Tuesday));

        Assert.Equal("1 for tue 09:00", _happened[0]);
        Assert.Equal("tue2 09:00", Week.Say(_state.Next!.Value));
    }

    [Fact]
    public void A_schedule_moved_to_a_day_of_the_week_before_tells_of_no_week_twice()
    {
        Turn("mon 08:00").Turn("mon 08:30").Turn(Week.At("sat 12:00"), At(8, 30, IsoDayOfWeek.Friday));

        Assert.Equal(1, _state.Reports);
        Assert.Equal("fri2 08:30", Week.Say(_state.Next!.Value));
    }

    [Fact]
    public void Without_an_agreement_on_it_none_goes()
    {
        Turn("mon 08:00").Turn(Week.At("mon 08:10"), null).Turn(Week.At("mon 08:30"), null);

        Assert.Null(_state.NextWakeUp);
        Assert.Empty(_happened);
    }

    [Fact]
    public void A_mail_that_fails_is_tried_again_and_given_up_after_a_day()
    {
        Turn("mon 08:00").Turn("mon 08:30");

        Ask(Week.At("mon 08:30"), new ProcessCommand.RecordLetter(new(1, DeliveryResult.Failed, Reason: "busy")));
        Assert.Equal(2, _state.Letters.Owed.Length);
        Assert.True(_state.Letters.Owed.Single(letter => letter.Number == 1).NotBefore > Week.At("mon 08:30"));
        Ask(Week.At("tue 08:31"), new ProcessCommand.RecordLetter(new(1, DeliveryResult.Failed, Reason: "busy")));
        Assert.Equal(1, _state.Letters.Parked);
        Assert.Equal(2, Assert.Single(_state.Letters.Owed).Number);
    }

    [Fact]
    public void A_mail_that_comes_back_is_known_once()
    {
        Turn("mon 08:00").Turn("mon 08:30").Sent(1);

        var back = new ProcessCommand.ReportLetter(1, MailFate.Bounced, "no such box");
        Ask(Week.At("mon 08:40"), back);
        var version = _state.Version;
        Ask(Week.At("mon 08:41"), back);
        Ask(Week.At("mon 08:41"), new ProcessCommand.ReportLetter(9, MailFate.Bounced, "nobody's"));

        Assert.Equal(1, Assert.Single(_state.Letters.Bounced));
        Assert.Equal(version, _state.Version);
    }

    private string? Wakes => _state.NextWakeUp is { } at ? Week.Say(at) : null;

    private ReportTests Turn(string at) => Turn(Week.At(at), Mondays());

    private ReportTests Turn(Instant now, Occurrences? times)
    {
        var content = ReportDecider.DueAt(_state, times, now) is null ? null : Content(now);
        return Ask(now, new ProcessCommand.TakeTurn(), times, content);
    }

    private ReportTests Sent(int number) =>
        Ask(Week.At("mon 08:31"), new ProcessCommand.RecordLetter(new(number, DeliveryResult.Sent)));

    private ReportTests Ask(Instant now, ProcessCommand command, Occurrences? times = null, ReportContent? content = null)
    {
        var decided = ReportDecider.In(new(times, [Giulia, Paolo], content), now).Decide(_state, command);
        foreach (var happened in decided.Events)
        {
            if (happened is ReportMade made)
                _happened.Add($"{made.Number} for {Week.Say(made.Due)}");
            if (happened is LetterOwed owed)
                _happened.Add($"to {owed.To}");
        }

        Assert.Equal(decided.State, decided.Events.Aggregate(_state, ReportDecider.Evolve), Alike.Instance);
        _state = decided.State;
        return this;
    }

    private static Occurrences Mondays() => At(8, 30);

    private static Occurrences At(int hour, int minute, IsoDayOfWeek day = IsoDayOfWeek.Monday) => new(
        after =>
        {
            var at = after.Date.PlusDays((7 + (int)day - (int)after.DayOfWeek) % 7).At(new LocalTime(hour, minute));
            return at > after ? at : at.PlusDays(7);
        },
        Given.Rome,
        [Given.Office]);

    private static ReportContent Content(Instant now) => new()
    {
        Week = "2026-W41",
        From = new(2026, 10, 5),
        AsOf = now,
        Promises = [],
        Returned = 0,
    };

    private sealed class Alike : IEqualityComparer<ReportState>
    {
        public static Alike Instance { get; } = new();

        public bool Equals(ReportState? one, ReportState? other) => (one?.Version, one?.Next, one?.Reports, one?.Letters.Count)
            == (other?.Version, other?.Next, other?.Reports, other?.Letters.Count);

        public int GetHashCode(ReportState state) => state.Version;
    }
}
