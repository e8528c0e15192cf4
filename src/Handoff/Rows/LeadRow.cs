using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Rows;

/// <summary>
/// What lists and figures may know of a lead: references, instants (UTC) and figures, and nothing personal. The core makes it of the state;
/// stores keep it as bytes that they do not read. A new figure changes this record and is filled by <c>rebuild</c>.
/// </summary>
public sealed record LeadRow
{
    public required LeadId Id { get; init; }

    /// <summary>The one state it is in.</summary>
    public required LeadStatus Status { get; init; }

    /// <summary>The shelf it stands on.</summary>
    public required LeadShelf Shelf { get; init; }

    public required string Source { get; init; }

    /// <summary>The agreement's version under which it was received.</summary>
    public required string Agreement { get; init; }

    public required string Tier { get; init; }

    /// <summary>The team that answers for it.</summary>
    public required string Team { get; init; }

    public required int Score { get; init; }

    /// <summary>Percent of the agreed fields that were given.</summary>
    public required int Completeness { get; init; }

    /// <summary>ISO 3166 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1, or null.</summary>
    public string? Language { get; init; }

    /// <summary>What the lead is counted by, such as its campaign.</summary>
    public required ImmutableSortedDictionary<string, string> Dimensions { get; init; }

    /// <summary>How the person came the first time, by part; null: as the last.</summary>
    public ImmutableSortedDictionary<string, string>? FirstTouch { get; init; }

    /// <summary>How the person came to this request, by part.</summary>
    public required ImmutableSortedDictionary<string, string> LastTouch { get; init; }

    public required Owner Owner { get; init; }

    /// <summary>Who is asked to take it; in claim mode several.</summary>
    public required ImmutableArray<PersonId> Asked { get; init; }

    /// <summary>Who last had it after acceptance.</summary>
    public PersonId? LastOwner { get; init; }

    /// <summary>How often the person asked, this request included.</summary>
    public required int Requests { get; init; }

    /// <summary>The person's earlier lead, or null.</summary>
    public LeadId? Earlier { get; init; }

    /// <summary>When the person's last handoff before this one ended, or null.</summary>
    public Instant? HandoffEndedAt { get; init; }

    /// <summary>Whether it is in no figure, because it is a test.</summary>
    public bool IsTest { get; init; }

    /// <summary>The open handoff that this request joined, of a duplicate.</summary>
    public LeadId? DuplicateOf { get; init; }

    /// <summary>The returned handoff that this one follows, beside which it has no count; null: it is one of its own.</summary>
    public Follow? Follows { get; init; }

    /// <summary>The handoff that followed its return, or null.</summary>
    public Follow? FollowedBy { get; init; }

    /// <summary>Marketing's objection to its return, or null.</summary>
    public Contest? Contest { get; init; }

    /// <summary>That it is or was held back from sales, or null.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>When marketing took it back to keep it warm, or null.</summary>
    public Instant? RecycledAt { get; init; }

    /// <summary>Whether it came back and marketing has yet to act on it.</summary>
    public bool IsBack { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>When its last event happened.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>When the standing acceptance was given, or null.</summary>
    public Instant? AcceptedAt { get; init; }

    /// <summary>When its other steps were taken.</summary>
    public required Milestones Milestones { get; init; }

    /// <summary>Its clocks, in the order in which they started.</summary>
    public required ImmutableArray<ClockFigure> Clocks { get; init; }

    /// <summary>What became of it, from the CRM, or null.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>That the person was asked whether somebody called, or null.</summary>
    public LeadAsk? Ask { get; init; }

    /// <summary>How many of its messages are parked.</summary>
    public int Parked { get; init; }

    /// <summary>How many of its messages failed and are tried again.</summary>
    public int Failing { get; init; }

    /// <summary>How often somebody could not be told, and nobody else either.</summary>
    public int Untold { get; init; }

    /// <summary>Until when somebody has silenced its alerts, at the latest; may be past. Null: nobody has.</summary>
    public Instant? SilentUntil { get; init; }

    /// <summary>The day on which its owner means to get in touch again, or null.</summary>
    public LocalDate? NextContactOn { get; init; }

    /// <summary>The key of a handoff that nobody in person owns.</summary>
    public const string Queue = "queue";

    /// <summary>The owner's opaque id, or <see cref="Queue"/>.</summary>
    public string OwnerKey => Owner.Who?.Value ?? Queue;

    /// <summary>The clock that is still to be met, or null.</summary>
    public ClockFigure? Clock => Clocks.FirstOrDefault(clock => clock.IsUnmet && clock.Name != ClockName.Confirm);

    /// <summary>That whoever got it from a manager has yet to confirm it, or null. It runs beside the clock.</summary>
    public ClockFigure? Unconfirmed => Clocks.FirstOrDefault(clock => clock.IsUnmet && clock.Name == ClockName.Confirm);

    /// <summary>The promise that lists show, sort by and call late: the earliest deadline of what runs, else what stands still.</summary>
    public ClockFigure? Pressing =>
        Unconfirmed is { } asked && !(Clock is { PausedAt: null } clock && clock.Due <= asked.Due) ? asked : Clock;

    /// <inheritdoc cref="LeadStatuses.HasClocks"/>
    public bool HasClocks => Status.HasClocks(isPromised: Clock is not null);

    /// <summary>The row of a lead.</summary>
    /// <exception cref="InvalidOperationException">The lead has no event yet.</exception>
    public static LeadRow Of(Lead lead) => new()
    {
        Id = lead.Id,
        Status = lead.Status,
        Shelf = LeadShelves.Of(lead),
        Source = lead.Known.Source,
        Agreement = lead.Known.Agreement,
        Tier = lead.Known.Tier,
        Team = lead.Known.Team,
        Score = lead.Known.Score,
        Completeness = lead.Known.Completeness,
        Country = lead.Known.Country,
        Language = lead.Known.Language,
        Dimensions = lead.Known.Dimensions,
        FirstTouch = lead.Known.FirstTouch,
        LastTouch = lead.Known.LastTouch,
        Owner = lead.Owner,
        Asked = lead.Offer?.To ?? [],
        LastOwner = lead.LastOwner,
        Requests = 1 + lead.TouchCount,
        Earlier = lead.Known.Earlier,
        HandoffEndedAt = lead.Known.HandoffEndedAt,
        IsTest = lead.Known.IsTest,
        DuplicateOf = lead.DuplicateOf,
        Follows = lead.Known.Follows,
        FollowedBy = lead.FollowedBy,
        Contest = lead.Contest,
        Quarantine = lead.Quarantine,
        RecycledAt = lead.RecycledAt,
        IsBack = lead.IsBack,
        ReceivedAt = lead.ReceivedAt,
        ChangedAt = lead.ChangedAt,
        AcceptedAt = lead.Acceptance?.At,
        Milestones = lead.Milestones,
        Clocks = [.. lead.Clocks.Select(ClockFigure.Of)],
        Outcome = lead.Outcome,
        Ask = lead.Ask,
        Parked = lead.Parked.Length,
        Failing = lead.Outbox.Count(message => message.Attempts > 0),
        Untold = lead.Reports.Count(report => report.IsLost),
        SilentUntil = lead.Snoozes.IsEmpty ? null : lead.Snoozes.Max(snooze => snooze.Until),
        NextContactOn = lead.FollowUp?.On.Day,
    };

    /// <summary>Whether it ended by marketing's fault, and nobody has found that wrong.</summary>
    public bool CountsAgainstMarketing =>
        Milestones.Ending is { Fault: Fault.Marketing } && Contest is not { State: ContestState.Overturned };

    /// <summary>Whether a deadline has passed and the promise is still to be kept: what is late everywhere.</summary>
    public bool IsLate(Instant now) => Pressing is { PausedAt: null } clock && clock.Due <= now;

    /// <summary>Whether a rung of a ladder has fallen due and no deadline has passed: somebody should look.</summary>
    public bool IsAtRisk(Instant now) => !IsLate(now) && (IsWarned(Clock, now) || IsWarned(Unconfirmed, now));

    private static bool IsWarned(ClockFigure? clock, Instant now) => clock is { PausedAt: null, FirstRung: { } rung } && rung <= now;
}
