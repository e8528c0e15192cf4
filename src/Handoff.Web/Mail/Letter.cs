using System.Collections.Immutable;
using Handoff.Web.Design;

namespace Handoff.Web.Mail;

/// <summary>
/// A mail in words, before it is HTML or plain text: both parts are written from it, so they tell the same. What people wrote stands
/// between the marks of <see cref="Handoff.Web.Words.UserText.Isolated"/>.
/// </summary>
public sealed record Letter
{
    /// <summary>The language tag of its texts.</summary>
    public required string Lang { get; init; }

    /// <summary>One line, at most 150 characters, without marks.</summary>
    public required string Subject { get; init; }

    /// <summary>What an inbox shows behind the subject.</summary>
    public required string Preheader { get; init; }

    /// <summary>The first line of the body.</summary>
    public required string Heading { get; init; }

    /// <summary>Of a digest: what holds of all its leads. Null otherwise.</summary>
    public string? Opening { get; init; }

    /// <summary>What it says of each lead.</summary>
    public required ImmutableArray<LetterSection> Sections { get; init; }

    /// <summary>Who sends it: the company.</summary>
    public required string Organisation { get; init; }

    /// <summary>Which company and agreement, and whose times.</summary>
    public required ImmutableArray<string> Footer { get; init; }

    /// <summary>Of a digest, where all of its leads stand together, or null.</summary>
    public LetterLink? Board { get; init; }

    /// <summary>Whether its reader is no colleague: it does not name the product.</summary>
    public bool IsToOutsider { get; init; }

    /// <summary>Where the reader says that he or she is away, or does not want to be written to; null: nowhere.</summary>
    public LetterLink? Away { get; init; }
}

/// <summary>What a letter says of one lead.</summary>
public sealed record LetterSection
{
    /// <summary>Of a digest: which lead and what about it. Null where the letter's own heading says it.</summary>
    public string? Heading { get; init; }

    /// <summary>How its first paragraph looks: calm, in time, at risk or late.</summary>
    public required Tone Tone { get; init; }

    /// <summary>Paragraphs, most important first.</summary>
    public required ImmutableArray<string> Says { get; init; }

    /// <summary>What the reader is asked to do, or null.</summary>
    public LetterLink? Main { get; init; }

    /// <summary>What the reader may do instead, or null.</summary>
    public LetterLink? Aside { get; init; }

    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>What people wrote.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Figures with a bar each: a chart that needs no picture.</summary>
    public ImmutableArray<LetterBar> Bars { get; init; } = [];
}

/// <summary>A link.</summary>
/// <param name="Href">An absolute address of ours.</param>
public sealed record LetterLink(string Text, string Href);

/// <summary>One fact.</summary>
/// <param name="Href">A <c>mailto:</c> or <c>tel:</c> address, or null.</param>
public sealed record Fact(string Label, string Value, string? Href = null);

/// <summary>A figure with a bar.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Filled">How much of the bar is filled, 0 to 100.</param>
/// <param name="Tone">The bar's colour.</param>
/// <param name="Standing">How it stands, in a word or two.</param>
/// <param name="Note">What was promised.</param>
public sealed record LetterBar(string Label, string Value, int Filled, Tone Tone, string Standing, string Note);

/// <summary>Something that a person wrote, in lines.</summary>
/// <param name="Label">Who wrote it, or what it is.</param>
/// <param name="Lines">At least one.</param>
public sealed record Quote(string Label, ImmutableArray<string> Lines);
