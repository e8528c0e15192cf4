using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Figures;

/// <content>How a fact is made of a row.</content>
public readonly partial record struct LeadFact
{
    private static readonly ChargedFact NobodyCharged = new(PersonId.Nobody, PersonId.Nobody, PersonId.Nobody);

    /// <summary>The fact of a row, by the agreement under which the lead qualified.</summary>
    /// <param name="row">The row.</param>
    /// <param name="terms">How figures are counted by that agreement.</param>
    /// <param name="staff">Knows the calendars.</param>
    public static LeadFact Of(LeadRow row, FigureTerms terms, Staff staff)
    {
        var steps = row.Milestones;
        var calendar = staff.Team(row.Team)?.Calendar;
        var isOverturned = row.Contest is { State: ContestState.Overturned };
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
            EndStandsFrom = row.Contest switch
            {
                { IsOpen: true } => Minute.None,
                { EndedAt: { } answered } => Minute.Of(answered),
                _ => steps.Ending?.ContestUntil is { } until ? Minute.Of(until).Plus(1) : Minute.Of(steps.Ending?.At),
            },
            Accept = Clock(row, ClockName.Accept, staff),
            FirstContact = Clock(row, ClockName.FirstContact, staff),
            Feedback = Clock(row, ClockName.Feedback, staff),
            Running = row.Clock is { } running
                ? new(
                    running.Name, running.Calendar, running.Mode, running.PlannedFrom ?? running.StartedAt, running.RanBefore,
                    running.PausedAt)
                : null,
            // A return that was overturned is nobody's fault.
            End = steps.Ending is { } end ? new(end.Reason, end.Effect, isOverturned ? Fault.Nobody : end.Fault) : null,
            IsContested = row.Contest is { IsOpen: true },
            IsOverturned = isOverturned,
            Money = MoneyOf(row),
            OpenToAcceptMinutes = steps.FirstOfferedAt is { } offered && row.AcceptedAt is { } accepted && accepted > offered
                ? Minutes(calendar?.OpenBetween(offered, accepted) ?? accepted - offered) : 0,
            Charged = ChargedOf(row),
            Holder = row.LastOwner ?? PersonId.Nobody,
            Outcome = row.Outcome,
            IsComplete = row.Completeness >= 100,
            IsTest = row.IsTest,
            // What follows a return has no count of its own.
            CameBack = row.Follows is not null || (row.HandoffEndedAt is { } before && steps.QualifiedAt is { } qualified
                && qualified < before + Duration.FromDays(terms.CountsAgainAfterDays)),
            IsUnreached = isUnreached,
            IsTriedEnough = isUnreached && IsTriedEnoughBy(steps, terms.Attempts!, calendar),
            AskedAt = Minute.Of(row.Ask?.AskedAt),
            SaidNo = row.Ask is { Called: false },
            SaidYes = row.Ask is { Called: true },
            IsLeftOutIfLate = terms.ExcludesLateLeads,
        };
    }

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

    private static ChargedFact? ChargedOf(LeadRow row)
    {
        var charged = new ChargedFact(Who(ClockName.Accept), Who(ClockName.FirstContact), Who(ClockName.Feedback));
        return charged == NobodyCharged ? null : charged;

        PersonId Who(ClockName name) => row.Clocks.LastOrDefault(clock => clock.Name == name && clock.State == ClockState.Breached)
            ?.Charges.MaxBy(charge => charge.Ran)?.Who ?? PersonId.Nobody;
    }

    private static MoneyFact MoneyOf(LeadRow row) => new(
        AmountFact.Of(row.Milestones.Pipeline),
        row is { Outcome: Leads.Outcome.Won, Milestones: { OutcomeAt: { } at, Amount: { } amount } steps }
            ? new(Minute.Of(at), amount, steps.Currency) : default);

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
