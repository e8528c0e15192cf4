using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Figures;

/// <summary>How sales gave a lead up: the reason's code, where it went, and whose fault the agreement calls it.</summary>
public sealed record EndFact(string Reason, ReasonEffect Effect, Fault Fault);

/// <summary>A clock that is still to be met, in time or late.</summary>
/// <param name="Clock">Which promise.</param>
/// <param name="Calendar">The name of the calendar on which it runs.</param>
/// <param name="Mode">Whether only open time counts.</param>
/// <param name="From">Since when its plan counts.</param>
/// <param name="RanBefore">What had run before.</param>
/// <param name="PausedAt">Since when it stands still, or null.</param>
public sealed record RunningFact(
    ClockName Clock, string Calendar, ClockMode Mode, Instant From, Duration RanBefore, Instant? PausedAt)
{
    /// <summary>Whole minutes of its own time that have run by now; rounded down, for it runs on.</summary>
    public int RanMinutes(BusinessCalendar? calendar, Instant now)
    {
        var to = PausedAt is { } paused ? Instant.Min(paused, now) : now;
        var ran = to <= From ? RanBefore
            : RanBefore + (calendar is null || Mode == ClockMode.Elapsed ? to - From : calendar.OpenBetween(From, to));
        return (int)ran.TotalMinutes;
    }
}

/// <summary>The money of a lead, as it was last told.</summary>
public sealed record MoneyFact(LeadAmount? Pipeline, LeadAmount? Won);

/// <summary>
/// What figures know of one lead, small enough that a million stand in memory. It is made of the lead's row alone, so it is the same after
/// a rebuild; every figure, every list behind one and every recount is a rule over facts (<see cref="Metrics"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LeadFact
{
    public required LeadTraits Traits { get; init; }

    public LeadStatus Status { get; init; }

    public Minute ReceivedAt { get; init; }

    public Minute QualifiedAt { get; init; }

    public Minute OfferedAt { get; init; }

    /// <summary>When the acceptance that stands was given.</summary>
    public Minute AcceptedAt { get; init; }

    public Minute ContactedAt { get; init; }

    public Minute FeedbackAt { get; init; }

    public Minute EndedAt { get; init; }

    public Minute OutcomeAt { get; init; }

    public ClockFact Accept { get; init; }

    public ClockFact FirstContact { get; init; }

    public ClockFact Feedback { get; init; }

    /// <summary>The clock that is still to be met, in time or late; null: none is.</summary>
    public RunningFact? Running { get; init; }

    public EndFact? End { get; init; }

    public MoneyFact? Money { get; init; }

    /// <summary>Minutes of the team's open time between the first offer and the acceptance that stands.</summary>
    public int OpenToAcceptMinutes { get; init; }

    /// <summary>Who had it last after acceptance; <see cref="PersonId.Nobody"/>: nobody yet.</summary>
    public PersonId Holder { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>It had all of <c>complete_with</c>.</summary>
    public bool IsComplete { get; init; }

    /// <summary>It is a test, and in no figure.</summary>
    public bool IsTest { get; init; }

    /// <summary>It qualified so soon after the end of the person's last handoff that it is not counted again.</summary>
    public bool CameBack { get; init; }

    /// <summary>It was closed for a reason that says that nobody could be reached.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>Before that enough was tried, on enough days.</summary>
    public bool IsTriedEnough { get; init; }

    /// <summary>Its agreement leaves it out of the acceptance rate if the <c>accept</c> clock was breached.</summary>
    public bool IsLeftOutIfLate { get; init; }

    /// <summary>The fact of a row, by the agreement under which the lead qualified.</summary>
    /// <param name="row">The row.</param>
    /// <param name="terms">How figures are counted by that agreement.</param>
    /// <param name="staff">Knows the calendars.</param>
    public static LeadFact Of(LeadRow row, FigureTerms terms, Staff staff)
    {
        var steps = row.Milestones;
        var calendar = staff.Team(row.Team)?.Calendar;
        var isUnreached = steps.Ending is { } ending && terms.Attempts is { } tries && tries.Reasons.Contains(ending.Reason);
        return new()
        {
            Traits = TraitsOf(row, terms),
            Status = row.Status,
            ReceivedAt = Minute.Of(row.ReceivedAt),
            QualifiedAt = Minute.Of(steps.QualifiedAt),
            OfferedAt = Minute.Of(steps.FirstOfferedAt),
            AcceptedAt = Minute.Of(row.AcceptedAt),
            ContactedAt = Minute.Of(steps.ContactedAt),
            FeedbackAt = Minute.Of(steps.FeedbackAt),
            EndedAt = Minute.Of(steps.Ending?.At),
            OutcomeAt = Minute.Of(steps.OutcomeAt),
            Accept = Clock(row, ClockName.Accept, staff),
            FirstContact = Clock(row, ClockName.FirstContact, staff),
            Feedback = Clock(row, ClockName.Feedback, staff),
            Running = row.Clock is { } running
                ? new(
                    running.Name, running.Calendar, running.Mode, running.PlannedFrom ?? running.StartedAt, running.RanBefore,
                    running.PausedAt)
                : null,
            End = steps.Ending is { } end ? new(end.Reason, end.Effect, end.Fault) : null,
            Money = MoneyOf(row),
            OpenToAcceptMinutes = steps.FirstOfferedAt is { } offered && row.AcceptedAt is { } accepted && accepted > offered
                ? Minutes(calendar?.OpenBetween(offered, accepted) ?? accepted - offered) : 0,
            Holder = row.LastOwner ?? PersonId.Nobody,
            Outcome = row.Outcome,
            IsComplete = row.Completeness >= 100,
            IsTest = row.IsTest,
            CameBack = row.HandoffEndedAt is { } before && steps.QualifiedAt is { } qualified
                && qualified < before + Duration.FromDays(terms.CountsAgainAfterDays),
            IsUnreached = isUnreached,
            IsTriedEnough = isUnreached && IsTriedEnoughBy(steps, terms.Attempts!, calendar),
            IsLeftOutIfLate = terms.ExcludesLateLeads,
        };
    }

    /// <summary>Whether it is in figures at all: it qualified, and is no test. A duplicate never qualified.</summary>
    public bool Counts => QualifiedAt.IsSome && !IsTest;

    /// <summary>Whether it is of marketing's cohort: it counts, and the person did not come back too soon.</summary>
    public bool IsOfCohort => Counts && !CameBack;

    /// <summary>When sales called it a real opportunity, or the customer bought.</summary>
    public Minute SalesQualifiedAt => FeedbackAt.IsSome ? FeedbackAt
        : Outcome is Leads.Outcome.Won or Leads.Outcome.Qualified ? OutcomeAt : Minute.None;

    private static LeadTraits TraitsOf(LeadRow row, FigureTerms terms)
    {
        var dimensions = row.Dimensions;
        if (terms.Attribution == Attribution.First && row.FirstTouch is { } first)
        {
            foreach (var part in new[] { Dimension.Campaign, "medium", "source" }.Where(dimensions.ContainsKey))
                dimensions = first.GetValueOrDefault(part) is { } value ? dimensions.SetItem(part, value) : dimensions.Remove(part);
        }

        return new()
        {
            Source = row.Source,
            Team = row.Team,
            Tier = row.Tier,
            Agreement = row.Agreement,
            Country = row.Country ?? SliceNames.None,
            Dimensions = dimensions,
        };
    }

    private static ClockFact Clock(LeadRow row, ClockName name, Staff staff)
    {
        var last = row.Clocks.LastOrDefault(clock => clock.Name == name && clock.State != ClockState.Cancelled)
            ?? row.Clocks.LastOrDefault(clock => clock.Name == name);
        return last is null ? default
            : new(
                last.State, Minute.Of(last.Due), last.MetAt is not null,
                last.IsUnmet ? 0 : Minutes(last.Ran(staff.Calendar(last.Calendar), Instant.MaxValue)));
    }

    private static MoneyFact? MoneyOf(LeadRow row)
    {
        var won = row is { Outcome: Leads.Outcome.Won, Milestones: { OutcomeAt: { } at, Amount: { } amount } steps }
            ? new LeadAmount(at, amount, steps.Currency) : null;
        return won is null && row.Milestones.Pipeline is null ? null : new(row.Milestones.Pipeline, won);
    }

    private static bool IsTriedEnoughBy(Milestones steps, AttemptTerms terms, BusinessCalendar? calendar)
    {
        var all = steps.Attempts + (steps.ContactedAt is null ? 0 : 1);
        var first = Earlier(steps.FirstAttemptAt, steps.ContactedAt);
        var last = steps.ContactedAt is { } contacted && (steps.LastAttemptAt is null || contacted > steps.LastAttemptAt)
            ? contacted : steps.LastAttemptAt;
        if (all < terms.AtLeast || first is not { } from || last is not { } to)
            return false;
        var days = calendar is null ? (to - from).Days : WorkingDaysOf(calendar, from, to);
        return days >= terms.OverDays;
    }

    /// <summary>On how many working days the time from the one to the other lies, both days included.</summary>
    private static int WorkingDaysOf(BusinessCalendar calendar, Instant from, Instant to)
    {
        var (first, last) = (from.InZone(calendar.Zone).Date, to.InZone(calendar.Zone).Date);
        var days = 0;
        for (var day = first; day <= last; day = day.PlusDays(1))
            days += calendar.IsWorkingDay(day) ? 1 : 0;
        return days;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is { } a && (other is not { } b || a <= b) ? a : other;

    private static int Minutes(Duration time) => (int)Math.Ceiling(Math.Max(0, time.TotalMinutes));
}
