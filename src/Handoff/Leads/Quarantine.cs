using System.Collections.Immutable;
using Handoff.People;
using Handoff.Qualification.Quality;
using NodaTime;

namespace Handoff.Leads;

/// <summary>Why a lead is held back.</summary>
public enum QuarantineCause
{
    /// <summary>What the vendor sent could not be read; it is kept as it came.</summary>
    NotUnderstood,

    /// <summary>It says neither an address nor a number at which the person can be reached.</summary>
    NoContact,

    /// <summary>It can be used, and is suspect; the reasons say why.</summary>
    Suspect,

    /// <summary>It only announces answers that are at the vendor, and that are being fetched.</summary>
    Awaited,
}

/// <summary>That a lead is or was held back.</summary>
/// <param name="Until">When it is discarded, if nobody says otherwise.</param>
public sealed record Quarantine(QuarantineCause Cause, Instant At, Instant Until)
{
    /// <summary>How long a lead is held back.</summary>
    public static Duration Lasts { get; } = Duration.FromDays(30);

    /// <summary>Why it is suspect; none of what is held back for another cause.</summary>
    public ImmutableArray<Suspicion> Reasons { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the vendor is asked for the answers next; null: they are not awaited.</summary>
    public Instant? TryAt { get; init; }

    /// <summary>How often the vendor did not give them.</summary>
    public int Failures { get; init; }

    /// <summary>Who released it; null: nobody.</summary>
    public PersonId? ReleasedBy { get; init; }
}

/// <summary>The request was held back.</summary>
public sealed record HeldBack(Instant At, QuarantineCause Cause, Instant Until) : LeadEvent(At)
{
    /// <summary>Why it is suspect; null: it is held back for another cause.</summary>
    public ImmutableArray<Suspicion>? Reasons { get; init; }
}

/// <summary>Marketing let a lead that was held back go on; what becomes of it follows at this instant.</summary>
public sealed record Released(Instant At, PersonId By) : LeadEvent(At);

/// <summary>A lead that was held back was thrown away.</summary>
/// <param name="By">Who said so; null: its time was over.</param>
public sealed record HeldDiscarded(Instant At, PersonId? By) : LeadEvent(At);

/// <summary>Marketing lets a lead go on that is held back.</summary>
/// <param name="Of">The open handoff of the same person, which it joins; null: there is none.</param>
public sealed record ReleaseHeld(PersonId By, LeadId? Of) : LeadCommand;

/// <summary>Marketing throws a lead away that is held back.</summary>
public sealed record DiscardHeld(PersonId By) : LeadCommand;

/// <summary>
/// What the first turn found makes the request suspect: it goes to marketing before anybody of sales has heard of it. Of a lead that has
/// gone on meanwhile it changes nothing.
/// </summary>
/// <param name="Reasons">Why, one at least.</param>
public sealed record HoldSuspect(ImmutableArray<Suspicion> Reasons) : LeadCommand;
