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
/// <param name="At">When it was made.</param>
/// <param name="Team">The team of the rota on which it was made.</param>
/// <param name="Refund">What gives the turn back, when it was not the rep's fault.</param>
public sealed record Offer(int Number, ImmutableArray<PersonId> To, bool IsClaim, Instant At, string Team, ImmutableArray<RotaDelta> Refund);

/// <summary>The acceptance that stands.</summary>
/// <param name="By">Who accepted.</param>
/// <param name="At">When.</param>
/// <param name="Offer">The offer's number, or 0 where a manager took the lead.</param>
public sealed record Acceptance(PersonId By, Instant At, int Offer);

/// <summary>An offer that was declined.</summary>
/// <param name="By">By whom.</param>
/// <param name="Offer">The offer's number.</param>
public sealed record Decline(PersonId By, int Offer);

/// <summary>A manager's silence about one lead.</summary>
/// <param name="By">The manager.</param>
/// <param name="Until">Until when, exclusive.</param>
public sealed record Snooze(PersonId By, Instant Until);

/// <summary>Who counts the lead against the own capacity, and what gives the turn back.</summary>
/// <param name="Rep">The rep.</param>
/// <param name="Team">The team of the rota in which it counts.</param>
/// <param name="Refund">What gives the turn back, when it was not the rep's fault.</param>
public sealed record Hold(PersonId Rep, string Team, ImmutableArray<RotaDelta> Refund);

/// <summary>
/// The state of a lead: what its events add up to (<see cref="LeadEvolution"/>). Immutable; a turn makes the next one.
/// </summary>
public sealed record Lead
{
    private readonly LeadState _state = new();

    /// <summary>The state before the first event.</summary>
    public Lead()
    {
    }

    internal Lead(in LeadState state) => _state = state;

    internal ref readonly LeadState State => ref _state;

    /// <summary>What is known since it was received; null before the first event.</summary>
    public Reception? Reception { get => _state.Reception; init => _state.Reception = value; }

    /// <summary>The one state it is in.</summary>
    public LeadStatus Status { get => _state.Status; init => _state.Status = value; }

    /// <summary>Who answers for it.</summary>
    public Owner Owner { get => _state.Owner; init => _state.Owner = value; }

    /// <summary>When it was stored.</summary>
    public Instant ReceivedAt { get => _state.ReceivedAt; init => _state.ReceivedAt = value; }

    /// <summary>How many events it has had.</summary>
    public int Version { get => _state.Version; init => _state.Version = value; }

    /// <summary>Since when the next turn is to choose a rep, or null.</summary>
    public Instant? RouteSince { get => _state.RouteSince; init => _state.RouteSince = value; }

    /// <summary>Whether the next turn is to choose a rep.</summary>
    public bool AwaitsRouting => _state.AwaitsRouting;

    /// <summary>Why the last holder lost the lead, while it awaits routing.</summary>
    public MoveCause? MovedBecause { get => _state.MovedBecause; init => _state.MovedBecause = value; }

    /// <summary>The offer that stands, or null.</summary>
    public Offer? Offer { get => _state.Offer; init => _state.Offer = value; }

    /// <summary>How many offers were made.</summary>
    public int Offers { get => _state.Offers; init => _state.Offers = value; }

    /// <summary>The acceptance that stands, or null.</summary>
    public Acceptance? Acceptance { get => _state.Acceptance; init => _state.Acceptance = value; }

    /// <summary>The last decline, contact or feedback that nothing has overtaken; it can be taken back for a while.</summary>
    public Reply? LastReply { get => _state.LastReply; init => _state.LastReply = value; }

    /// <summary>Who last had it after acceptance, whatever became of it: a new handoff of the same person goes there.</summary>
    public PersonId? LastOwner { get => _state.LastOwner; init => _state.LastOwner = value; }

    /// <summary>Who counts it against the own capacity, or null.</summary>
    public Hold? Hold { get => _state.Hold; init => _state.Hold = value; }

    /// <summary>Its clocks, in the order in which they started; at most one of a name is unmet.</summary>
    public ImmutableArray<ClockRun> Clocks { get => _state.Clocks; init => _state.Clocks = value; }

    /// <summary>Who has declined or let lapse an offer of this lead, or undone an acceptance.</summary>
    public ImmutableArray<PersonId> Excluded { get => _state.Excluded; init => _state.Excluded = value; }

    /// <summary>Who has declined which offer.</summary>
    public ImmutableArray<Decline> Declines { get => _state.Declines; init => _state.Declines = value; }

    /// <summary>When the holder's shift ends or absence begins; in the manager's queue when somebody who was away is on shift; or null.</summary>
    public Instant? ReviewAt { get => _state.ReviewAt; init => _state.ReviewAt = value; }

    /// <summary>Messages owed and not yet sent, parked or overtaken.</summary>
    public ImmutableArray<OwedMessage> Outbox { get => _state.Outbox; init => _state.Outbox = value; }

    /// <summary>Messages that are not tried again unless somebody asks for it; none in a state that was stored before they were kept.</summary>
    public ImmutableArray<OwedMessage> Parked { get => _state.Parked; init => _state.Parked = value.IsDefault ? [] : value; }

    /// <summary>How many messages were ever owed.</summary>
    public int Messages { get => _state.Messages; init => _state.Messages = value; }

    /// <summary>What the provider told of the fate of messages; none in a state that was stored before it was kept.</summary>
    public ImmutableArray<MailReport> Reports { get => _state.Reports; init => _state.Reports = value.IsDefault ? [] : value; }

    /// <summary>Managers' silences; past ones are dropped with the next.</summary>
    public ImmutableArray<Snooze> Snoozes { get => _state.Snoozes; init => _state.Snoozes = value; }

    /// <summary>The further requests that joined this handoff.</summary>
    public ImmutableArray<LeadId> Touches { get => _state.Touches; init => _state.Touches = value; }

    /// <summary>The open handoff that this request joined, of a duplicate.</summary>
    public LeadId? DuplicateOf { get => _state.DuplicateOf; init => _state.DuplicateOf = value; }

    /// <summary>When it was last won or lost, qualified by the CRM; null: no outcome yet.</summary>
    public Outcome? Outcome { get => _state.Outcome; init => _state.Outcome = value; }

    /// <summary>The state before the first event.</summary>
    public static Lead Unborn { get; } = new();

    /// <summary>The lead's id.</summary>
    /// <exception cref="InvalidOperationException">The lead has no event yet.</exception>
    public LeadId Id => Known.Id;

    /// <summary>What is known since it was received.</summary>
    /// <exception cref="InvalidOperationException">The lead has no event yet.</exception>
    public Reception Known => _state.Known;

    /// <summary>The clock of that name that is still to be met, or null.</summary>
    public ClockRun? Unmet(ClockName name) => _state.Unmet(name);

    /// <summary>The clock that is still to be met, or null; there is at most one.</summary>
    public ClockRun? UnmetClock => _state.UnmetClock;

    /// <summary>
    /// The next wake-up (DESIGN section 4): the earlier of what is due by the process and the time at which a message owed may go; null when
    /// nothing will ever be due.
    /// </summary>
    public Instant? NextWakeUp => NextWakeUpIf(static message => message.NotBefore);

    /// <summary>The next wake-up of somebody who may deliver each message from a time on that is not before the message's own.</summary>
    public Instant? NextWakeUpIf(Func<OwedMessage, Instant> mayGo)
    {
        var next = RouteSince;
        foreach (var clock in Clocks)
            next = Earlier(next, clock.Due);
        next = Earlier(next, ReviewAt);
        foreach (var message in Outbox)
            next = Earlier(next, mayGo(message));
        return next;
    }

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is not { } a ? other : other is not { } b ? one : Instant.Min(a, b);
}
