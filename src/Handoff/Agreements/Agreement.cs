using System.Collections.Immutable;
using Handoff.People;
using NodaTime;

namespace Handoff.Agreements;

/// <summary>
/// The versioned document that marketing and sales sign: what a qualified lead is, the tiers with their clocks, the ladders, the reasons,
/// and what each side owes the other. A handoff keeps the version under which it qualified.
/// </summary>
public sealed record Agreement
{
    /// <summary>The version's name, such as <c>2026-11</c>.</summary>
    public required string Version { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The zone of the agreement's weeks and months, and of report times.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>The language of messages to people who have not chosen one.</summary>
    public required Language Language { get; init; }

    /// <summary>The head of marketing who signs.</summary>
    public required PersonId SignedByMarketing { get; init; }

    /// <summary>The head of sales who signs.</summary>
    public required PersonId SignedBySales { get; init; }

    /// <summary>Whether what changes this version is a proposal until both heads have signed it.</summary>
    public bool RequiresSignatures { get; init; }

    /// <summary>The first day on which this version counts, where it has to be signed; null: as soon as it is.</summary>
    public LocalDate? Begins { get; init; }

    /// <summary>
    /// Whether who sent a lead is asked if somebody called as a service on their own request (<c>ask_basis: service</c>); else only who
    /// agreed to be contacted.
    /// </summary>
    public bool AsksAsService { get; init; }

    /// <summary>The head who signs for a side.</summary>
    public PersonId SignedBy(Side side) => side == Side.Marketing ? SignedByMarketing : SignedBySales;

    /// <summary>What both sides call a qualified lead.</summary>
    public required QualificationTerms Qualification { get; init; }

    /// <summary>The classes of leads; a lead is of the first that matches.</summary>
    public required ImmutableArray<Tier> Tiers { get; init; }

    public required ImmutableDictionary<string, Ladder> Ladders { get; init; }

    /// <summary>Why a rep declines an offer or returns a lead.</summary>
    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Named lists of values for <c>in</c> and <c>not_in</c>; the built-in <c>free_mail</c> is among them.</summary>
    public required ImmutableDictionary<string, ImmutableHashSet<string>> Lists { get; init; }

    /// <summary>How alerts to one person are grouped.</summary>
    public required AlertTerms Alerts { get; init; }

    /// <summary>By which properties leads are counted.</summary>
    public ImmutableArray<Dimension> Dimensions { get => field.IsDefault ? Dimension.Usual : field; init; }

    /// <summary>
    /// The ways of contact that keep the promise of a first contact; an attempt in another way is recorded, and the clock runs on.
    /// </summary>
    public ImmutableArray<ContactWay> ContactCounts
    {
        get =>
        field.IsDefault ? [ContactWay.Called, ContactWay.Meeting, ContactWay.Emailed] : field; init;
    }

    /// <summary>What marketing and sales owe each other over a period.</summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>How figures are counted.</summary>
    public FigureTerms Figures { get => field ?? FigureTerms.Usual; init; }

    /// <summary>How long the personal data of leads is kept; null: until somebody erases it.</summary>
    public RetentionTerms? Retention { get; init; }

    /// <summary>When the two teams get the report and meet; kept for the weekly report.</summary>
    public Alignment? Alignment { get; init; }

    /// <summary>The tier of that name, or null.</summary>
    public Tier? Tier(string name)
    {
        // Asked several times in each decision: nothing is made for it.
        foreach (var tier in Tiers)
        {
            if (string.Equals(tier.Name, name, StringComparison.Ordinal))
                return tier;
        }

        return null;
    }

    /// <summary>The reason with that code, or null.</summary>
    public Reason? Reason(string code) => Reasons.FirstOrDefault(reason => string.Equals(reason.Code, code, StringComparison.Ordinal));
}

/// <summary>What makes a lead qualified.</summary>
public sealed record QualificationTerms
{
    /// <summary>Points from which a lead is qualified; below, it stays with marketing.</summary>
    public required int QualifiedAt { get; init; }

    /// <summary>Fields that a complete lead has.</summary>
    public required ImmutableArray<string> CompleteWith { get; init; }

    /// <summary>Every rule that holds adds its points.</summary>
    public required ImmutableArray<ScoreRule> Rules { get; init; }
}

/// <summary>Points for a lead that meets a condition.</summary>
/// <param name="Points">Added to the score; may be negative.</param>
/// <param name="Because">The reason told to the rep; where it is written by language, the one for who reads none of them.</param>
public sealed record ScoreRule(int Points, string Because, Condition When)
{
    /// <summary>The reason by language, or null: it is written once, for all.</summary>
    public ImmutableDictionary<Language, string>? Says { get; init; }

    /// <summary>The reason in a language, else as it is written for all.</summary>
    public string In(Language language) => Says?.GetValueOrDefault(language) ?? Because;
}
