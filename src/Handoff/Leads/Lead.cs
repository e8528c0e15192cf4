using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>An offer that stands.</summary>
/// <param name="Number">1 for the first of this lead.</param>
/// <param name="To">Who may still accept: one rep, or in claim mode those named who have not declined.</param>
/// <param name="IsClaim">Whether the first of several has it.</param>
/// <param name="Team">The team of the rota on which it was made.</param>
/// <param name="Refund">What gives the turn back, when it was not the rep's fault.</param>
public sealed record Offer(
    int Number, ImmutableArray<PersonId> To, bool IsClaim, Instant At, string Team, ImmutableArray<RotaDelta> Refund);

/// <summary>The acceptance that stands.</summary>
/// <param name="Offer">The offer's number, or 0 where a manager took the lead.</param>
public sealed record Acceptance(PersonId By, Instant At, int Offer);

/// <summary>An offer that was declined.</summary>
/// <param name="Offer">The offer's number.</param>
public sealed record Decline(PersonId By, int Offer);

/// <summary>A manager's silence about one lead.</summary>
/// <param name="IsOnIt">Whether the manager said to be on it.</param>
public sealed record Snooze(PersonId By, Instant Until, bool IsOnIt = false);

/// <summary>Who counts the lead against the own capacity, and what gives the turn back.</summary>
/// <param name="Team">The team of the rota in which it counts.</param>
/// <param name="Refund">What gives the turn back, when it was not the rep's fault.</param>
public sealed record Hold(PersonId Rep, string Team, ImmutableArray<RotaDelta> Refund);

/// <summary>An attempt to reach the person that does not count as a first contact.</summary>
/// <param name="Number">Counted from 1.</param>
public sealed record ContactAttempt(int Number, PersonId By, ContactWay How, Instant At);

/// <summary>
/// The state of a lead: what its events add up to (<see cref="LeadEvolution"/>). Immutable; an event makes the next one.
/// </summary>
public sealed record Lead
{
    /// <summary>The state before the first event.</summary>
    public static Lead Unborn { get; } = new();

    /// <summary>What is known since it was received; null before the first event.</summary>
    public Reception? Reception { get; init; }

    /// <summary>The one state it is in.</summary>
    public LeadStatus Status { get; init; }

    public Owner Owner { get; init; } = Owner.Nobody;

    public Instant ReceivedAt { get; init; }

    /// <summary>How many events it has had.</summary>
    public int Version { get; init; }

    /// <summary>Since when the next turn is to choose a rep, or null.</summary>
    public Instant? RouteSince { get; init; }

    /// <summary>Why the last holder lost the lead, while it awaits routing.</summary>
    public MoveCause? MovedBecause { get; init; }

    /// <summary>The offer that stands, or null.</summary>
    public Offer? Offer { get; init; }

    /// <summary>How many offers were made.</summary>
    public int Offers { get; init; }

    /// <summary>The acceptance that stands, or null.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>The last decline, contact, feedback or outcome that nothing has overtaken; it can be taken back for a while.</summary>
    public Reply? LastReply { get; init; }

    /// <summary>The last attempt to reach the person that did not count as a first contact, or null.</summary>
    public ContactAttempt? LastAttempt { get; init; }

    /// <summary>When its owner means to get in touch again, or null.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>Who last had it after acceptance, whatever became of it: a new handoff of the same person goes there.</summary>
    public PersonId? LastOwner { get; init; }

    /// <summary>Who counts it against the own capacity, or null.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Its clocks, in the order in which they started; at most one of a name is unmet.</summary>
    public ImmutableArray<ClockRun> Clocks { get; init; } = [];

    /// <summary>Who has declined or let lapse an offer of this lead, or undone an acceptance.</summary>
    public ImmutableArray<PersonId> Excluded { get; init; } = [];

    /// <summary>Who has declined which offer.</summary>
    public ImmutableArray<Decline> Declines { get; init; } = [];

    /// <summary>
    /// When the holder's shift ends or absence begins; in the manager's queue when somebody who was away is on shift; or null.
    /// </summary>
    public Instant? ReviewAt { get; init; }

    /// <summary>Messages owed and not yet sent, parked or overtaken.</summary>
    public ImmutableArray<OwedMessage> Outbox { get; init; } = [];

    /// <summary>Messages that are not tried again unless somebody asks for it.</summary>
    public ImmutableArray<OwedMessage> Parked { get; init; } = [];

    /// <summary>How many messages were ever owed.</summary>
    public int Messages { get; init; }

    /// <summary>What the provider told of the fate of messages.</summary>
    public ImmutableArray<MailReport> Reports { get; init; } = [];

    /// <summary>Managers' silences; past ones are dropped with the next.</summary>
    public ImmutableArray<Snooze> Snoozes { get; init; } = [];

    /// <summary>How many requests the state remembers, so that it stays small whatever one person posts.</summary>
    public const int MostTouches = 50;

    /// <summary>How many further requests joined this handoff.</summary>
    public int TouchCount { get; init; }

    /// <summary>The last of them, <see cref="MostTouches"/> at most; each stands in an event, <see cref="TouchAdded"/>.</summary>
    public ImmutableArray<LeadId> Touches { get; init; } = [];

    /// <summary>When the owner is or was told of them by mail; null: never yet.</summary>
    public Instant? TouchToldAt { get; init; }

    /// <summary>The open handoff that this request joined, of a duplicate.</summary>
    public LeadId? DuplicateOf { get; init; }

    /// <summary>When it was last won or lost, qualified by the CRM; null: no outcome yet.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>That it is or was held back from sales, or null.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>Marketing's objection to its return, or null.</summary>
    public Contest? Contest { get; init; }

    /// <summary>The handoff that followed its return, or null.</summary>
    public Follow? FollowedBy { get; init; }

    /// <summary>When the person asked not to be contacted any more, or null.</summary>
    public Instant? ConsentWithdrawnAt { get; init; }

    /// <summary>Whether a message may go to the person: nothing was erased, and consent was not withdrawn.</summary>
    public bool MayBeWrittenTo => ConsentWithdrawnAt is null && Status != LeadStatus.Erased;

    /// <summary>When marketing took it back to keep it warm, or null.</summary>
    public Instant? RecycledAt { get; init; }

    /// <summary>That the person is or was asked whether somebody called, or null.</summary>
    public LeadAsk? Ask { get; init; }

    /// <summary>When its last event happened.</summary>
    public Instant ChangedAt { get; init; }

    /// <summary>When its steps were taken.</summary>
    public Milestones Milestones { get; init; } = Milestones.None;

    /// <summary>Whether the next turn is to choose a rep.</summary>
    public bool AwaitsRouting => RouteSince is not null;

    /// <summary>Whether it is a notice whose answers are being fetched.</summary>
    public bool AwaitsAnswers => this is { Status: LeadStatus.Quarantined, Quarantine.Cause: QuarantineCause.Awaited };

    /// <summary>
    /// Whether it is still to be looked at for what makes it suspect: nobody was asked to take it yet, and nobody has let it go on; of one
    /// below the points, nothing has happened to it since it was received.
    /// </summary>
    public bool AwaitsChecks => Quarantine is null && Known.Follows is null && Status switch
    {
        LeadStatus.Qualified => RouteSince == ReceivedAt && Offers == 0,
        LeadStatus.Nurture => ChangedAt == ReceivedAt && Milestones.QualifiedAt is null,
        _ => false,
    };

    /// <summary>
    /// Whether it came back and marketing has yet to act on it: what sales returned, and whatever else ended by marketing's fault.
    /// </summary>
    public bool IsBack => FollowedBy is null && RecycledAt is null && Milestones.Ending is { } ending && (Status == LeadStatus.Returned
        || (ending.Fault == Fault.Marketing && Status is LeadStatus.Nurture or LeadStatus.Discarded));

    /// <summary>The lead's id.</summary>
    /// <exception cref="InvalidOperationException">The lead has no event yet.</exception>
    public LeadId Id => Known.Id;

    /// <summary>What is known since it was received.</summary>
    /// <exception cref="InvalidOperationException">The lead has no event yet.</exception>
    public Reception Known => Reception ?? throw new InvalidOperationException("A lead is received before anything else happens to it.");

    /// <summary>When the person's last handoff ended, this one or an earlier one; null: there was none, or it goes on.</summary>
    public Instant? HandoffEndedAt => Milestones.QualifiedAt is null ? Known.HandoffEndedAt : Milestones.Ending?.At ?? Milestones.OutcomeAt;

    /// <summary>Whether it is to be decided at that time whether to ask the person.</summary>
    public bool AsksAt(Instant now) => NextAsk <= now;

    private Instant? NextAsk => Status is LeadStatus.Accepted or LeadStatus.Contacted ? Ask?.Next : null;

    /// <summary>The clock of that name that is still to be met, or null.</summary>
    public ClockRun? Unmet(ClockName name) => Clocks.FirstOrDefault(clock => clock.Name == name && clock.IsUnmet);

    /// <inheritdoc cref="LeadStatuses.HasClocks"/>
    public bool HasClocks => Status.HasClocks(isPromised: UnmetClock is not null);

    /// <summary>The clock that is still to be met, or null; there is at most one beside <see cref="ClockName.Confirm"/>.</summary>
    public ClockRun? UnmetClock => Clocks.FirstOrDefault(clock => clock.IsUnmet && clock.Name != ClockName.Confirm);

    /// <summary>
    /// The next wake-up (design section 4): the earlier of what is due by the process and the time at which a message owed may go; null
    /// when nothing will ever be due.
    /// </summary>
    public Instant? NextWakeUp => NextWakeUpIf(static message => message.NotBefore);

    /// <summary>When a turn that was written gives it its next one: what is to be looked at has one, be anything due or not.</summary>
    public Instant? WakeUpOfTurn => AwaitsChecks ? ReceivedAt : NextWakeUp;

    /// <summary>The next wake-up of somebody who may deliver each message from a time on that is not before the message's own.</summary>
    public Instant? NextWakeUpIf(Func<OwedMessage, Instant> mayGo)
    {
        var next = RouteSince;
        foreach (var clock in Clocks)
            next = Earlier(next, clock.Due);
        next = Earlier(next, ReviewAt);
        next = Earlier(next, NextAsk);
        next = Earlier(next, FollowUp?.RemindAt);
        if (Status == LeadStatus.Quarantined)
            next = Earlier(Earlier(next, Quarantine?.Until), Quarantine?.TryAt);
        if (Status != LeadStatus.Erased && Contest is { State: ContestState.Asked } asked)
            next = Earlier(next, asked.AnswerBy);
        foreach (var message in Outbox)
            next = Earlier(next, mayGo(message));
        return next;
    }

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is not { } a ? other : other is not { } b ? one : Instant.Min(a, b);
}
