using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads;

/// <summary>
/// What a <see cref="Leads.Lead"/> is made of, and where it says what each part means. A value that a turn changes in place, event by event, so that of
/// all the states between only the last becomes an object.
/// </summary>
internal record struct LeadState()
{
    public Reception? Reception;
    public LeadStatus Status;
    public Owner Owner = Owner.Nobody;
    public Instant ReceivedAt;
    public int Version;
    public Instant? RouteSince;
    public MoveCause? MovedBecause;
    public Offer? Offer;
    public int Offers;
    public Acceptance? Acceptance;
    public Reply? LastReply;
    public PersonId? LastOwner;
    public Hold? Hold;
    public ImmutableArray<ClockRun> Clocks = [];
    public ImmutableArray<PersonId> Excluded = [];
    public ImmutableArray<Decline> Declines = [];
    public Instant? ReviewAt;
    public ImmutableArray<OwedMessage> Outbox = [];
    public ImmutableArray<OwedMessage> Parked = [];
    public int Messages;
    public ImmutableArray<MailReport> Reports = [];
    public ImmutableArray<Snooze> Snoozes = [];
    public ImmutableArray<LeadId> Touches = [];
    public LeadId? DuplicateOf;
    public Outcome? Outcome;

    public readonly bool AwaitsRouting => RouteSince is not null;

    public readonly Reception Known => Reception ?? throw new InvalidOperationException("A lead is received before anything else happens to it.");

    public readonly ClockRun? Unmet(ClockName name)
    {
        foreach (var clock in Clocks)
        {
            if (clock.Name == name && clock.IsUnmet)
                return clock;
        }

        return null;
    }

    public readonly ClockRun? UnmetClock
    {
        get
        {
            foreach (var clock in Clocks)
            {
                if (clock.IsUnmet)
                    return clock;
            }

            return null;
        }
    }
}
