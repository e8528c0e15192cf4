using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Qualification.Quality;
using Handoff.Routing;
using Handoff.Tests.Routing;
using NodaTime;
using static Handoff.Tests.Calendars.Given;
using static Handoff.Tests.Leads.Story.Told;

namespace Handoff.Tests.Leads.Story;

/// <summary>At least one event of every kind, and every value of what an event can say.</summary>
internal static class EveryEvent
{
    private static readonly Instant Now = On("23 14:50");
    private static readonly Instant Later = On("24 09:00");
    private static readonly ClockPlan Hour = Plan("23 09:00", "23 10:00", "1h", "23 09:30", "23 09:48", "23 10:00", "23 10:30", "23 11:00");
    private static readonly RoutingChoice Turn = Desk.Of("Anna", "Bruno").Choose();
    private static readonly RoutingChoice None = Desk.Of("Anna").Choose(request => request with { Excluded = [Desk.Id("Anna")] });

    public static readonly Reception Reception = new()
    {
        Id = new("L-1"),
        Source = "pricing_page",
        Agreement = "2026-11",
        Tier = "warm",
        Score = 90,
        ScoreRules = [0, 1, 2],
        Qualifies = true,
        Completeness = 75,
        Team = "italy",
        TeamReason = new(TeamRule.Takes, new([new FieldTest.OneOf("country", ["IT"])])),
    };

    public static ImmutableArray<LeadEvent> All { get; } =
    [
        .. Values<TeamRule>().Select(rule => new LeadReceived(Now, Reception with { TeamReason = new(rule) })),
        new LeadReceived(Now, Reception),
        new LeadQualified(Now),
        new LeftWithMarketing(Now, 40),
        new TakenForSpam(Now),
        .. Values<QuarantineCause>().Select(cause => new HeldBack(Now, cause, Now + Duration.FromDays(30))),
        .. Values<Suspicion>().Select(
            reason => new HeldBack(Now, QuarantineCause.Suspect, Now + Duration.FromDays(30)) { Reasons = [reason] }),
        new AnswersFetched(Now, new("L-9")),
        new AnswersFetched(Now, As: null),
        new FetchFailed(Now, Later, "the vendor answered 503"),
        new Released(Now, Anna),
        new HeldDiscarded(Now, Anna),
        new HeldDiscarded(Now, By: null),
        new JoinedOpenHandoff(Now, new("L-7")),
        new TouchAdded(Now, new("L-8")),
        .. Values<ClockName>().SelectMany(Clock),
        .. Values<ClockMode>().Select(mode => new ClockStarted(Now, ClockName.Feedback, Within.OfDays(2), mode, "normal", Anna, Hour)),
        .. Values<ReplanCause>().Select(cause => new ClockReplanned(Now, ClockName.FirstContact, cause, Hour)),
        new Offered(Now, 1, [Anna], IsClaim: false, "italy", By: null, Turn, Later),
        new Offered(Now, 2, [Anna], IsClaim: false, "italy", Marta, Choice: null, Later),
        new Offered(Now, 3, [Anna, Bruno], IsClaim: true, "italy", By: null, Choice: null, Later),
        .. Values<Fault>().Select(fault => new OfferDeclined(Now, 2, Anna, "not_my_territory", fault, fault != Fault.Rep)),
        .. Values<MoveCause>().SelectMany(Moved),
        new Queued(Now, Cause: null, Choice: null),
        new OfferAccepted(Now, Anna, 2, Later),
        new AskPlanned(Now, Later, IsByConsent: true),
        new AskPlanned(Now, Later, IsByConsent: false),
        .. Values<AskObstacle>().Select(obstacle => new AskDropped(Now, obstacle)),
        new LeadAsked(Now, 4),
        new LeadAnswered(Now, Called: true),
        new LeadAnswered(Now, Called: false),
        new OfferAccepted(Now, Marta, 0, ReviewAt: null),
        new AcceptanceUndone(Now, Anna, CreditBack: false),
        new ReplyUndone(Now, Anna, ReplyKind.Decline, "italy", [new(Anna, 0, -1, false)]),
        new ReplyUndone(Now, Anna, ReplyKind.Contact, null, []), new ReplyUndone(Now, Anna, ReplyKind.Outcome, null, []),
        new ReturnContested(Now, Marta, Later),
        new ContestEscalated(Now, [Anna, Marta]),
        new ContestVoted(Now, Anna, Overturns: true),
        new ContestVoted(Now, Anna, Overturns: false),
        new ContestUpheld(Now, Marta),
        new ContestOverturned(Now, Marta),
        new SentAgain(Now, Marta, new("L-9"), FollowCause.Corrected),
        new SentAgain(Now, Marta, new("L-9"), FollowCause.Overturned),
        new Recycled(Now, Marta),
        new ReplyUndone(Now, Anna, ReplyKind.Feedback, "italy", []),
        .. Values<ContactWay>().Select(how => new FirstContactRecorded(Now, Anna, how)),
        .. Values<ContactWay>().Where(how => how != ContactWay.NotSaid).Select(how => new ContactAttempted(Now, Anna, how)),
        new FollowUpPlanned(Now, Anna, new(new(2026, 12, 3)), Later),
        new FollowUpDropped(Now, Anna),
        new FollowUpMoved(Now, Bruno, Later),
        new FollowUpDue(Now, Anna),
        new FeedbackGiven(Now, Anna),
        new FeedbackGiven(Now, By: null),
        .. Values<ReasonEffect>().Select(effect => new LeadReturned(Now, Anna, "not_a_fit", effect, Fault.Marketing, CreditBack: true)),
        new LeadReturned(Now, By: null, "gone_from_the_agreement", ReasonEffect.Return, Fault.Nobody, CreditBack: false),
        .. Values<Outcome>().Select(outcome => new OutcomeRecorded(Now, outcome, 12500, "EUR", HasReason: true)),
        new OutcomeRecorded(Now, Outcome.Lost, Amount: null, Currency: null, HasReason: false),
        new OutcomeRecorded(Now, Outcome.Won, Amount: null, Currency: null, HasReason: false, Anna), new StillOpen(Now, Anna),
        new AlertsSnoozed(Now, Marta, Later), new AlertsSnoozed(Now, Marta, Later, IsOnIt: true),
        new ReviewSet(Now, Later),
        new ReviewSet(Now, ReviewAt: null),
        .. Values<MessageKind>().SelectMany(Owed),
        new MessageReleased(Now, 3),
        new MessageHeld(Now, 3, Marta, Later),
        new MessageHeld(Now, 3, Bruno, Now),
        new MessageOvertaken(Now, 3),
        new MessageSent(Now, 3),
        new MessageFailed(Now, 3, Now + Duration.FromMinutes(5), "503 Service Unavailable."),
        new MessageParked(Now, 3, Refused: true, "550 no such mailbox"),
        new MessageParked(Now, 3, Refused: false, ""),
        new MessageParked(Now, 3, Refused: true, "550 no such mailbox", IsLost: true),
        new MessageRetried(Now, 3, Marta),
        new MessageRetried(Now, 3, By: null),
        new MessageDelivered(Now, 3),
        new MessageDeferred(Now, 3, "SendGrid 4.2.2"),
        .. Values<MailFate>().Where(fate => fate.IsFailure()).SelectMany(Bounced),
        new ConsentWithdrawn(Now, ByPerson: true),
        new ConsentWithdrawn(Now, ByPerson: false),
        new LeadErased(Now),
        new LeadErased(Now, IsExpired: true),
    ];

    private static IEnumerable<LeadEvent> Clock(ClockName clock) =>
    [
        new ClockStarted(Now, clock, Length("1h"), ClockMode.Business, "normal", Holder: null, Hour),
        new ClockPaused(Now, clock, On("23 14:00"), Later, Duration.FromHours(10), 1),
        new ClockMet(Now, clock),
        new ClockBreached(Now, clock, On("23 14:48"), [new(Anna, Duration.FromMinutes(45), 75), new(null, Duration.FromMinutes(15), 25)]),
        new ClockCancelled(Now, clock),
        new ClockReopened(Now, clock),
        new MeetingMoved(Now, Later),
        new RungPassed(Now, clock, 1, 80, On("23 14:48"), Overtaken: true, Later),
        new AlertRepeated(Now, clock, On("23 14:48"), Later),
    ];

    private static IEnumerable<LeadEvent> Moved(MoveCause cause) =>
    [
        new OfferLapsed(Now, 2, [Anna], cause, CreditBack: true),
        new Queued(Now, cause, None),
        new Assigned(Now, Anna, Bruno, cause, "italy", Turn, Later, CreditBack: true),
        new Assigned(Now, Anna, Marta, cause, Team: null, Choice: null, ReviewAt: null, CreditBack: false),
    ];

    private static IEnumerable<LeadEvent> Bounced(MailFate fate) =>
        [new MessageBounced(Now, 3, Anna, fate, "SendGrid 5.1.1"), new MessageBounced(Now, 3, Marta, fate, "", IsLost: true)];

    private static IEnumerable<LeadEvent> Owed(MessageKind kind)
    {
        var about = new MessageAbout
        {
            Offer = 2,
            Clock = ClockName.FirstContact,
            Percent = 150,
            Due = Later,
            Reason = "not_a_fit",
            Other = Bruno,
            Cause = MoveCause.Absence,
            Lead = new("L-7"),
            Failing = MessageKind.Reminder,
        };
        var message = new OwedMessage { Number = 3, Kind = kind, To = Anna, About = about, OwedAt = Now, NotBefore = Later, IsHeld = true };
        return
        [
            new MessageOwed(Now, message),
            new MessageOwed(Now, message with { About = about with { InsteadOf = Marta } }),
            new MessageOwed(Now, message with { To = PersonId.Nobody, About = new(), IsHeld = false }),
            .. Values<MessageKind>().Select(failing => new MessageOwed(Now, message with { About = about with { Failing = failing } })),
        ];
    }

    private static T[] Values<T>() where T : struct, Enum => Enum.GetValues<T>();
}
