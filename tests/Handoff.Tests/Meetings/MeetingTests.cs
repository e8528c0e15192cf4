using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Tests.Calendars;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Meetings;

/// <summary>Both heads are called together a week before, told of every change, and reminded of what they decided.</summary>
public sealed class MeetingTests
{
    private static readonly PersonId Giulia = new("giulia");
    private static readonly PersonId Paolo = new("paolo");

    private static readonly PersonId Dana = new("dana");

    private readonly List<string> _happened = [];
    private readonly List<ProcessEvent> _all = [];
    private System.Collections.Immutable.ImmutableArray<PersonId> _heads = [Giulia, Paolo];
    private MeetingState _state = MeetingState.Empty;

    [Fact]
    public void A_meeting_is_planned_and_the_invitations_go_a_week_before()
    {
        Turn("mon 10:00", Tuesdays(weeks: 3));
        Assert.Equal("tue2 10:00", Week.Say(_state.NextWakeUp!.Value));

        Turn("tue2 10:00", Tuesdays(weeks: 3));
        Assert.Equal(["planned tue3 10:00", "invited tue3 10:00 0", "MeetingInvitation giulia", "MeetingInvitation paolo"], _happened);
    }

    [Fact]
    public void One_within_the_week_is_called_at_once()
    {
        Turn("mon 10:00", Tuesdays());

        Assert.Equal("invited tue 10:00 0", _happened[1]);
    }

    [Fact]
    public void A_holiday_that_comes_to_light_moves_the_meeting_and_both_are_told()
    {
        Turn("mon 10:00", Tuesdays()).Turn("mon 11:00", Tuesdays(closed: "2026-11-24"));

        Assert.Equal(["invited wed 10:00 1", "MeetingInvitation giulia", "MeetingInvitation paolo"], _happened[^3..]);
        Assert.Equal(new(2026, 11, 24), _state.Coming!.Planned);
    }

    [Fact]
    public void A_changed_schedule_cancels_the_meeting_and_calls_another()
    {
        Turn("mon 10:00", Tuesdays()).Turn("mon 11:00", Days(IsoDayOfWeek.Thursday));

        Assert.Equal(
            ["cancelled 1 1", "MeetingCancelled giulia", "MeetingCancelled paolo", "planned thu 10:00", "invited thu 10:00 0"],
            _happened[4..9]);
        Assert.Equal(2, _state.Coming!.Number);
    }

    [Fact]
    public void Without_an_agreement_on_it_the_meeting_is_cancelled()
    {
        Turn("mon 10:00", Tuesdays()).Turn("mon 11:00", null);

        Assert.Null(_state.Coming);
        Assert.Equal("MeetingCancelled paolo", _happened[^1]);
    }

    [Fact]
    public void Nobody_is_told_of_the_cancelling_of_a_meeting_to_which_nobody_was_invited()
    {
        Turn("mon 10:00", Tuesdays(weeks: 3)).Turn("mon 11:00", null);

        Assert.Equal("cancelled 1 0", _happened[^1]);
    }

    [Fact]
    public void Where_a_head_is_another_the_new_one_is_invited_and_the_former_told_that_the_meeting_is_without_them()
    {
        Turn("mon 10:00", Tuesdays());
        _heads = [Giulia, Dana];
        Turn("mon 11:00", Tuesdays()).Turn("mon 11:01", Tuesdays());

        Assert.Equal(
            ["invited tue 10:00 1", "MeetingInvitation giulia", "MeetingInvitation dana", "MeetingCancelled paolo"], _happened[4..]);
        Assert.Equal("giulia dana", string.Join(' ', _state.Coming!.Invited));
    }

    [Fact]
    public void Who_was_invited_is_told_that_a_meeting_is_cancelled_and_not_who_is_head_now()
    {
        Turn("mon 10:00", Tuesdays());
        _heads = [Giulia, Dana];
        Turn("mon 11:00", null);

        Assert.Equal(["MeetingCancelled giulia", "MeetingCancelled paolo"], _happened[^2..]);
    }

    [Fact]
    public void A_head_who_is_replaced_before_the_invitations_go_is_told_nothing()
    {
        Turn("mon 10:00", Tuesdays(weeks: 3));
        _heads = [Giulia, Dana];
        Turn("tue2 10:00", Tuesdays(weeks: 3));

        Assert.Equal(["invited tue3 10:00 0", "MeetingInvitation giulia", "MeetingInvitation dana"], _happened[1..]);
    }

    [Fact]
    public void Each_is_told_what_is_new_to_them()
    {
        Turn("mon 10:00", Tuesdays());
        Assert.Equal("Called 0, Called 0", News(1, 2));

        _heads = [Giulia, Dana];
        Turn("mon 11:00", Tuesdays());
        Assert.Equal("OtherHead 1, Called 1, WithoutReader 1", News(3, 4, 5));

        Turn("mon 12:00", Tuesdays(closed: "2026-11-24"));
        Assert.Equal("Moved 2, Moved 2", News(6, 7));

        Turn("mon 13:00", null);
        Assert.Equal("Cancelled 3, Cancelled 3", News(8, 9));
    }

    [Fact]
    public void A_meeting_that_goes_on_is_left_alone_and_the_next_follows_it()
    {
        Turn("mon 10:00", Tuesdays()).Turn("tue 10:20", Tuesdays()).Turn("tue 10:45", Tuesdays());

        Assert.Equal(["held 1", "planned tue2 10:00", "invited tue2 10:00 0"], _happened[4..7]);
    }

    [Fact]
    public void An_invitation_that_was_missed_goes_once_and_knows_when_it_was_due()
    {
        Turn("mon 10:00", Tuesdays(weeks: 3)).Turn("fri2 15:00", Tuesdays(weeks: 3)).Turn("fri2 15:01", Tuesdays(weeks: 3));

        var invited = Assert.Single(_all.OfType<MeetingInvited>());
        Assert.Equal((Week.At("tue2 10:00"), Week.At("fri2 15:00")), (invited.Due, invited.At));
    }

    [Fact]
    public void The_next_invitation_is_late_too_if_nothing_ran_when_the_last_meeting_ended()
    {
        Turn("mon 10:00", Tuesdays()).Turn("mon2 20:00", Tuesdays());

        Assert.Equal((Week.At("tue 10:45"), "held 1"), (_all.OfType<MeetingInvited>().Last().Due, _happened[4]));
    }

    [Fact]
    public void Meetings_that_passed_before_anybody_could_be_invited_are_told_as_missed_and_the_next_is_called()
    {
        Turn("mon 10:00", Tuesdays(weeks: 3)).Turn("wed5 10:00", Tuesdays(weeks: 3));

        Assert.Equal(["missed 1 tue3 10:00 tue5 10:00", "planned tue6 10:00", "invited tue6 10:00 0"], _happened[1..4]);
        Assert.Equal(new MissedMeeting(1, Week.At("tue3 10:00"), Week.At("tue5 10:00")), _state.Missed);
        Assert.Null(MeetingDecider.AgendaFrom(_state, Week.At("thu5 10:00")));
    }

    [Fact]
    public void The_leads_of_an_agenda_begin_where_those_of_the_last_ended_even_where_that_meeting_was_moved()
    {
        Turn("mon 10:00", Tuesdays()).Turn("mon 11:00", Tuesdays(closed: "2026-11-24"));
        Assert.Null(MeetingDecider.AgendaFrom(_state, Week.At("mon 12:00")));

        // In the turn that closes a meeting the next is called.
        Assert.Equal(Week.At("mon 10:00"), MeetingDecider.AgendaFrom(_state, Week.At("wed 10:45")));
        Turn("wed 10:45", null);
        Assert.Equal(Week.At("mon 10:00"), MeetingDecider.AgendaFrom(_state, Week.At("thu 10:00")));
    }

    [Fact]
    public void The_leads_of_a_meeting_that_is_cancelled_are_talked_about_at_the_next()
    {
        Turn("mon 10:00", Tuesdays()).Turn("tue 10:45", Tuesdays()).Turn("wed 09:00", null);

        Assert.Equal(Week.At("mon 10:00"), MeetingDecider.AgendaFrom(_state, Week.At("thu 10:00")));
    }

    [Fact]
    public void A_turn_without_cause_changes_nothing()
    {
        Turn("mon 10:00", Tuesdays());
        var version = _state.Version;
        Turn("mon 10:01", Tuesdays()).Turn("mon 18:00", Tuesdays());

        Assert.Equal(version, _state.Version);
    }

    [Fact]
    public void The_owner_of_an_open_decision_is_reminded_on_the_day_and_each_week_until_it_is_closed()
    {
        Turn("mon 10:00", null).Do("mon 10:00", new Decide(Giulia, "Call within the hour", Paolo, new(2026, 11, 26), null, null));
        Assert.Equal("thu 09:00", Week.Say(_state.NextWakeUp!.Value));

        Turn("thu 09:00", null).Turn("thu2 09:00", null);
        Assert.Equal(["DecisionReminder paolo", "DecisionReminder paolo"], _happened);

        Do("fri2 09:00", new CloseDecision(Paolo, 1, IsDone: true)).Do("fri2 09:01", new CloseDecision(Giulia, 1, IsDone: false));
        Assert.True(Assert.Single(_state.Decisions).IsDone);
        Turn("thu3 09:00", null);
        Assert.Equal(2, _happened.Count);
    }

    /// <summary>What the mails of these numbers tell, with the sequence.</summary>
    private string News(params int[] numbers) => string.Join(", ", numbers.Select(number =>
    {
        var owed = _all.OfType<LetterOwed>().Single(one => one.Number == number);
        var before = _all.TakeWhile(one => one is not LetterSent sent || sent.Number != number);
        var told = ToldMeeting.Of(before, new(owed.Number, owed.To, owed.Kind, owed.About, owed.At, 0, null))!;
        return $"{told.News} {told.Invited.Sequence}";
    }));

    private MeetingTests Turn(string at, Occurrences? times) => Do(at, new ProcessCommand.TakeTurn(), times);

    private MeetingTests Do(string at, ProcessCommand command, Occurrences? times = null)
    {
        var world = new MeetingWorld(times, 45, _heads, Given.Rome, AgendaLeads.None);
        var events = MeetingDecider.In(world, Week.At(at)).Decide(_state, command).Events;
        // The mails leave at once, after the turn.
        foreach (var happened in events.Concat(events.OfType<LetterOwed>().Select(owed => new LetterSent(owed.At, owed.Number))))
        {
            _state = MeetingDecider.Evolve(_state, happened);
            _all.Add(happened);
            if (Say(happened) is { } said)
                _happened.Add(said);
        }

        return this;
    }

    private static string? Say(ProcessEvent happened) => happened switch
    {
        MeetingPlanned e => $"planned {Week.Say(e.Start)}",
        MeetingInvited e => $"invited {Week.Say(e.Start)} {e.Sequence}",
        MeetingCancelled e => $"cancelled {e.Number} {e.Sequence}",
        MeetingHeld e => $"held {e.Number}",
        MeetingMissed e => $"missed {e.Number} {Week.Say(e.First)} {Week.Say(e.Last)}",
        LetterOwed e => $"{e.Kind} {e.To}",
        _ => null,
    };

    private static Occurrences Tuesdays(int weeks = 1, string? closed = null) => Days(IsoDayOfWeek.Tuesday, weeks, closed);

    /// <summary>A weekday at 10:00, from the first of so many weeks on.</summary>
    private static Occurrences Days(IsoDayOfWeek weekday, int weeks = 1, string? closed = null)
    {
        var first = Week.At("mon 00:00").InZone(Given.Rome).Date.PlusWeeks(weeks - 1);
        return new(
            after =>
            {
                var from = LocalDate.Max(after.Date, first);
                var at = from.PlusDays(((int)weekday - (int)from.DayOfWeek + 7) % 7).At(new(10, 0));
                return at > after ? at : at.PlusDays(7);
            },
            Given.Rome,
            [
                Handoff.Calendars.BusinessCalendar.Create(
                    "office", Given.Rome, Given.Hours("mon-fri 09:00-18:00"),
                    closed is null ? [] : [NodaTime.Text.LocalDatePattern.Iso.Parse(closed).Value], [], []),
            ]);
    }
}
