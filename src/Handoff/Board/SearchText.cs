using System.Collections.Immutable;
using Handoff.Qualification;

namespace Handoff.Board;

/// <summary>What somebody typed to find a lead, as it can be looked for.</summary>
public sealed record SearchText
{
    private const int FewestDigits = 6;

    // Where a number without its country's prefix may have been dialled.
    private static readonly string?[] Dialled = [null, "IT", "CH", "US", "GB", "DE", "FR", "ES"];

    /// <summary>The address in the form in which addresses are compared, or null: it is none.</summary>
    public required string? Address { get; init; }

    /// <summary>The numbers in E.164 that it may mean; none when it is no phone number.</summary>
    public required ImmutableArray<string> Phones { get; init; }

    /// <summary>The words, without case and accents.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>Reads what was typed.</summary>
    public static SearchText Of(string text) => new()
    {
        Address = EmailAddress.Normalise(text),
        Phones = text.Count(char.IsDigit) >= FewestDigits && !text.Any(char.IsLetter)
            ? [.. Dialled.Select(country => PhoneReading.Of(text, country)?.E164).OfType<string>().Distinct(StringComparer.Ordinal)]
            : [],
        Words = [.. FoldedText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };

    /// <summary>Whether each word begins a word of the name or the company.</summary>
    public bool Matches(string? name, string? company)
    {
        if (Words.IsEmpty)
            return false;
        var folded = FoldedText.Words($"{name} {company}");
        return Words.All(word => FoldedText.ContainsFromWordStart(folded, word));
    }
}
