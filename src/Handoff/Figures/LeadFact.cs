using System.Runtime.InteropServices;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
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

/// <summary>Of each broken promise, to whom most of it is charged; <see cref="PersonId.Nobody"/>: to nobody in person.</summary>
public sealed record ChargedFact(PersonId Accept, PersonId FirstContact, PersonId Feedback)
{
    /// <summary>To whom most of a broken promise is charged.</summary>
    public PersonId Of(ClockName name) => name switch
    {
        ClockName.Accept => Accept,
        ClockName.FirstContact => FirstContact,
        ClockName.Feedback => Feedback,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A promise has a clock."),
    };
}

/// <summary>
/// What figures know of one lead, little enough that a million stand in memory. It is made of the lead's row alone, so it is the same after
/// a rebuild; every figure, every list behind one and every recount is a rule over facts (<see cref="Metrics"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct LeadFact
{
    private const int StatusBits = 4;
    private const int OutcomeBits = 2;

    // The status, the outcome and 1, and a bit for each thing that is so or not.
    private readonly int _bits;

    /// <summary>All of it that is so or not, with the status and the outcome, in one number: as it is kept.</summary>
    public int Bits
    {
        get => _bits;
        init => _bits = value;
    }

    public required LeadTraits Traits { get; init; }

    public LeadStatus Status
    {
        get => (LeadStatus)(_bits & ((1 << StatusBits) - 1));
        init => _bits = (_bits & ~((1 << StatusBits) - 1)) | (int)value;
    }

    public Minute ReceivedAt { get; init; }

    public Minute QualifiedAt { get; init; }

    public Minute OfferedAt { get; init; }

    /// <summary>When the acceptance that stands was given.</summary>
    public Minute AcceptedAt { get; init; }

    public Minute ContactedAt { get; init; }

    public Minute FeedbackAt { get; init; }

    public Minute EndedAt { get; init; }

    public Minute OutcomeAt { get; init; }

    /// <summary>From when on no contest can change whose fault its end was; none: one may.</summary>
    public Minute EndStandsFrom { get; init; }

    /// <summary>When the person was asked whether somebody called.</summary>
    public Minute AskedAt { get; init; }

    public ClockFact Accept { get; init; }

    public ClockFact FirstContact { get; init; }

    public ClockFact Feedback { get; init; }

    /// <summary>The clock that is still to be met, in time or late; null: none is.</summary>
    public RunningFact? Running { get; init; }

    /// <summary>Who broke its promises; null: none is charged to a person.</summary>
    public ChargedFact? Charged { get; init; }

    public EndFact? End { get; init; }

    public MoneyFact Money { get; init; }

    /// <summary>Minutes of the team's open time between the first offer and the acceptance that stands.</summary>
    public int OpenToAcceptMinutes { get; init; }

    /// <summary>Who had it last after acceptance; <see cref="PersonId.Nobody"/>: nobody yet.</summary>
    public PersonId Holder { get; init; }

    public Outcome? Outcome
    {
        get => ((_bits >> StatusBits) & ((1 << OutcomeBits) - 1)) is > 0 and var one ? (Outcome)(one - 1) : null;
        init => _bits = (_bits & ~(((1 << OutcomeBits) - 1) << StatusBits)) | ((value is { } one ? (int)one + 1 : 0) << StatusBits);
    }

    /// <summary>It had all of <c>complete_with</c>.</summary>
    public bool IsComplete
    {
        get => Has(0);
        init => _bits = With(0, value);
    }

    /// <summary>It is a test, and in no figure.</summary>
    public bool IsTest
    {
        get => Has(1);
        init => _bits = With(1, value);
    }

    /// <summary>It qualified so soon after the end of the person's last handoff that it is not counted again.</summary>
    public bool CameBack
    {
        get => Has(2);
        init => _bits = With(2, value);
    }

    /// <summary>It was closed for a reason that says that nobody could be reached.</summary>
    public bool IsUnreached
    {
        get => Has(3);
        init => _bits = With(3, value);
    }

    /// <summary>Before that enough was tried, on enough days.</summary>
    public bool IsTriedEnough
    {
        get => Has(4);
        init => _bits = With(4, value);
    }

    /// <summary>Its agreement leaves it out of the acceptance rate if the <c>accept</c> clock was breached.</summary>
    public bool IsLeftOutIfLate
    {
        get => Has(5);
        init => _bits = With(5, value);
    }

    /// <summary>Its return is contested, and the contest waits for an answer.</summary>
    public bool IsContested
    {
        get => Has(6);
        init => _bits = With(6, value);
    }

    /// <summary>Its return was contested and found wrong: it counts against nobody.</summary>
    public bool IsOverturned
    {
        get => Has(7);
        init => _bits = With(7, value);
    }

    /// <summary>The person said last that nobody had called.</summary>
    public bool SaidNo
    {
        get => Has(8);
        init => _bits = With(8, value);
    }

    /// <summary>The person said last that somebody had called.</summary>
    public bool SaidYes
    {
        get => Has(9);
        init => _bits = With(9, value);
    }

    /// <summary>Whether it is in figures at all: it qualified, and is no test. A duplicate never qualified.</summary>
    public bool Counts => QualifiedAt.IsSome && !IsTest;

    /// <summary>Whether it is of marketing's cohort: it counts, and the person did not come back too soon.</summary>
    public bool IsOfCohort => Counts && !CameBack;

    /// <summary>Whether it was accepted and is, or was last, with somebody: then it is in the spread over reps.</summary>
    public bool IsWithSomebody => Counts && AcceptedAt.IsSome && Holder != PersonId.Nobody;

    /// <summary>The clock of a promise, and when it started if there is one; the optional ones are in no figure.</summary>
    public (ClockFact Clock, Minute StartedAt) Of(ClockName name) => name switch
    {
        ClockName.Accept => (Accept, QualifiedAt),
        ClockName.FirstContact => (FirstContact, AcceptedAt),
        ClockName.Feedback => (Feedback, ContactedAt),
        _ => (default, Minute.None),
    };

    /// <summary>
    /// Whose a promise is: a broken one of who held the lead most of its time, a kept one of who has the lead or had it last; null:
    /// nobody's.
    /// </summary>
    public PersonId? AnswersFor(ClockName name)
    {
        var who = Of(name).Clock.State == ClockState.Breached ? Charged?.Of(name) ?? PersonId.Nobody : Holder;
        return who == PersonId.Nobody ? null : who;
    }

    /// <summary>The latest of its instants: no figure of a time after it knows the lead.</summary>
    public Minute LastAt
    {
        get
        {
            var last = Minute.None;
            foreach (var at in (ReadOnlySpan<Minute>)
                [
                    QualifiedAt, AcceptedAt, ContactedAt, FeedbackAt, EndedAt, OutcomeAt, Accept.Due, FirstContact.Due, Feedback.Due,
                    AskedAt, Money.Pipeline.At, Money.Won.At,
                ])
                last = at > last ? at : last;
            return last;
        }
    }

    /// <summary>When sales called it a real opportunity, or the customer bought.</summary>
    public Minute SalesQualifiedAt => FeedbackAt.IsSome ? FeedbackAt
        : Outcome is Leads.Outcome.Won or Leads.Outcome.Qualified ? OutcomeAt : Minute.None;

    private bool Has(int flag) => (_bits & (1 << (StatusBits + OutcomeBits + flag))) != 0;

    private int With(int flag, bool isSo) =>
        isSo ? _bits | (1 << (StatusBits + OutcomeBits + flag)) : _bits & ~(1 << (StatusBits + OutcomeBits + flag));
}
