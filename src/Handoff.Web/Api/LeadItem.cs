using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Web.Api;

/// <summary>A page of leads, the one received last first.</summary>
/// <param name="Leads">The leads; a page may be short, and even empty, and not be the last.</param>
/// <param name="Next">What <c>after</c> takes for the leads after these; null: these are the last.</param>
public sealed record LeadItems(ImmutableArray<LeadItem> Leads, string? Next);

/// <summary>A lead of a list: references, instants and figures, and nothing personal of whoever sent it.</summary>
public sealed record LeadItem
{
    /// <summary>The id that the intake answered.</summary>
    public required string Id { get; init; }

    /// <summary>As in the table of states.</summary>
    public required string Status { get; init; }

    /// <summary>As in sources.yaml.</summary>
    public required string Source { get; init; }

    /// <summary>The agreement's.</summary>
    public required string Tier { get; init; }

    /// <summary>Which answers for it.</summary>
    public required string Team { get; init; }

    /// <summary>Points.</summary>
    public required int Score { get; init; }

    /// <summary>Who has it, an opaque id of GET /api/people; null: no person.</summary>
    public string? Owner { get; init; }

    /// <summary>The version of the agreement that binds it.</summary>
    public required string Agreement { get; init; }

    /// <summary>ISO 3166 alpha-2; null: not known.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1; null: not known.</summary>
    public string? Language { get; init; }

    /// <summary>What it is counted by, such as its campaign.</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>When its last event happened.</summary>
    public required Instant ChangedAt { get; init; }

    public Instant? QualifiedAt { get; init; }

    public Instant? OfferedAt { get; init; }

    public Instant? AcceptedAt { get; init; }

    public Instant? ContactedAt { get; init; }

    /// <summary>When it left sales; null: it did not.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The code of the reason for which it left sales.</summary>
    public string? Reason { get; init; }

    /// <summary>From the CRM: qualified, won or lost; null: nothing yet.</summary>
    public string? Outcome { get; init; }

    public Instant? OutcomeAt { get; init; }

    /// <summary>From the CRM, in the currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The open handoff that it joined; null: it is no duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Whether it is in no figure.</summary>
    public required bool IsTest { get; init; }

    /// <summary>Its clocks, in the order in which they started.</summary>
    public required ImmutableArray<ClockItem> Clocks { get; init; }

    internal static LeadItem Of(LeadRow row) => new()
    {
        Id = row.Id.Value,
        Status = row.Status.Word(),
        Source = row.Source,
        Tier = row.Tier,
        Team = row.Team,
        Score = row.Score,
        Owner = row.Owner.Who?.Value,
        Agreement = row.Agreement,
        Country = row.Country,
        Language = row.Language,
        Dimensions = row.Dimensions,
        ReceivedAt = row.ReceivedAt,
        ChangedAt = row.ChangedAt,
        QualifiedAt = row.Milestones.QualifiedAt,
        OfferedAt = row.Milestones.FirstOfferedAt,
        AcceptedAt = row.AcceptedAt,
        ContactedAt = row.Milestones.ContactedAt,
        EndedAt = row.Milestones.Ending?.At,
        Reason = row.Milestones.Ending?.Reason,
        Outcome = row.Outcome?.ToString().ToLowerInvariant(),
        OutcomeAt = row.Milestones.OutcomeAt,
        Amount = row.Milestones.Amount,
        Currency = row.Milestones.Currency,
        DuplicateOf = row.DuplicateOf?.Value,
        IsTest = row.IsTest,
        Clocks = [.. row.Clocks.Select(clock => new ClockItem(
            LeadWords.Of(clock.Name), LeadWords.Of(clock.State), clock.StartedAt, clock.Due, clock.MetAt))],
    };
}

/// <summary>A clock of a lead.</summary>
/// <param name="Name">accept, first_contact, feedback, outcome or confirm.</param>
/// <param name="State">running, paused, met, breached or cancelled.</param>
/// <param name="Due">The deadline as last planned.</param>
/// <param name="MetAt">When the promise was kept, in time or late; null: it was not.</param>
public sealed record ClockItem(string Name, string State, Instant StartedAt, Instant Due, Instant? MetAt);
