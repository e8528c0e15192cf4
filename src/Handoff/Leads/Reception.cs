using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification;
using NodaTime;

namespace Handoff.Leads;

/// <summary>What is known when a lead is received, without its personal data.</summary>
public sealed record Reception
{
    /// <summary>The lead's own id.</summary>
    public required LeadId Id { get; init; }

    public required string Source { get; init; }

    /// <summary>The agreement's version; the handoff keeps it.</summary>
    public required string Agreement { get; init; }

    public required string Tier { get; init; }

    public required int Score { get; init; }

    /// <summary>The places, in the agreement, of the rules that gave the score.</summary>
    public required ImmutableArray<int> ScoreRules { get; init; }

    /// <summary>Whether the agreement calls it qualified, whatever else became of the request.</summary>
    public required bool Qualifies { get; init; }

    /// <summary>Percent of the agreed fields that were given.</summary>
    public required int Completeness { get; init; }

    /// <summary>The team that takes it.</summary>
    public required string Team { get; init; }

    /// <summary>Why this team.</summary>
    public required TeamReason TeamReason { get; init; }

    /// <summary>ISO 3166 alpha-2 country, or null.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 639-1 language, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Who had the person's or the company's last handoff, or null.</summary>
    public PersonId? ExistingOwner { get; init; }

    /// <summary>The person's earlier lead, which has ended, or null.</summary>
    public LeadId? Earlier { get; init; }

    /// <summary>When the person's last handoff ended, be it that of an earlier lead than <see cref="Earlier"/>, or null.</summary>
    public Instant? HandoffEndedAt { get; init; }

    /// <summary>Whether the person agreed to be contacted; null: the form said nothing of it.</summary>
    public bool? Consents { get; init; }

    /// <summary>A vendor's test, or an import that is not to be counted: it is in no figure.</summary>
    public bool IsTest { get; init; }

    /// <summary>What the request says of a meeting with the person; null: nothing.</summary>
    public MeetingNews? Meeting { get; init; }

    /// <summary>The returned handoff that this one follows, and has no count beside; null: it is one of its own.</summary>
    public Follow? Follows { get; init; }

    /// <summary>What the lead is counted by, such as its campaign; never personal data, so it stays when the lead is erased.</summary>
    public ImmutableSortedDictionary<string, string> Dimensions { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }

    /// <summary>How the person came the first time, by part (campaign, source, medium, ...); null: as the last.</summary>
    public ImmutableSortedDictionary<string, string>? FirstTouch { get; init; }

    /// <summary>How the person came to this request, by part.</summary>
    public ImmutableSortedDictionary<string, string> LastTouch { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }

    /// <summary>The requests of this person in the last 30 days, this one included.</summary>
    public int Touches { get; init; } = 1;

    /// <summary>What an agreement makes of a request, before it is compared with others of the person.</summary>
    /// <param name="choice">The team that takes it, and why.</param>
    public static Reception Of(
        LeadId id, string source, Agreement agreement, Assessment assessment, Contact contact, TeamChoice choice) => new()
    {
        Id = id,
        Source = source,
        Agreement = agreement.Version,
        Tier = assessment.Tier,
        Score = assessment.Score,
        ScoreRules = assessment.Rules,
        Qualifies = assessment.IsQualified,
        Completeness = assessment.Completeness,
        Team = choice.Team.Name,
        TeamReason = choice.Why,
        Country = contact.Country,
        Language = contact.Language,
    };
}

/// <summary>What is told of a meeting that the person has with a colleague.</summary>
/// <param name="Ends">When it ends; null: it is cancelled.</param>
/// <param name="IsMoved">Whether it is one that was booked before, at another time.</param>
public sealed record MeetingNews(Instant? Ends, bool IsMoved = false);

/// <summary>A share of a breach.</summary>
/// <param name="Who">Who held the lead, or null: the team.</param>
/// <param name="Ran">How long the clock ran in those hands, open time.</param>
/// <param name="Percent">The share of the clock's time, rounded to whole percent.</param>
public sealed record Charge(PersonId? Who, Duration Ran, int Percent);

/// <summary>Why a clock was planned anew.</summary>
public enum ReplanCause
{
    /// <summary>The lead changed hands and the new owner's calendar is another one.</summary>
    ChangedHands,

    PauseEnded,

    /// <summary>The pause lasted as long as is excused.</summary>
    ExcuseUsedUp,
}

/// <summary>What became of a lead, from the CRM.</summary>
public enum Outcome
{
    /// <summary>A real opportunity.</summary>
    Qualified,

    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer did not buy.</summary>
    Lost,
}
