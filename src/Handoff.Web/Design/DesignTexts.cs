using Handoff.Leads;
using Handoff.People;

namespace Handoff.Web.Design;

/// <summary>What the components say of themselves, in one language.</summary>
public sealed record DesignTexts
{
    /// <summary>The texts of a language.</summary>
    public static DesignTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    private static DesignTexts English { get; } = new()
    {
        SkipToContent = "Skip to the content",
        Navigation = "Pages",
        Running = "Running",
        AtRisk = "At risk",
        Breached = "Breached",
        Met = "Met",
        Paused = "Paused",
        Cancelled = "Cancelled",
        Why = "Why?",
        TimesFaster = "Clock: {0} times faster",
    };

    private static DesignTexts Italian { get; } = new()
    {
        SkipToContent = "Vai al contenuto",
        Navigation = "Pagine",
        Running = "In corso",
        AtRisk = "A rischio",
        Breached = "Scaduto",
        Met = "Rispettato",
        Paused = "In pausa",
        Cancelled = "Annullato",
        Why = "Perché?",
        TimesFaster = "Orologio: {0} volte più veloce",
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string SkipToContent { get; init; }

    public required string Navigation { get; init; }

    public required string Running { get; init; }

    public required string AtRisk { get; init; }

    public required string Breached { get; init; }

    public required string Met { get; init; }

    public required string Paused { get; init; }

    public required string Cancelled { get; init; }

    public required string Why { get; init; }

    public required string TimesFaster { get; init; }
#pragma warning restore CS1591

    /// <summary>The word of a clock's state.</summary>
    public string Of(ClockFace face) => face.State switch
    {
        ClockState.Running => face.IsAtRisk ? AtRisk : Running,
        ClockState.Paused => Paused,
        ClockState.Met => Met,
        ClockState.Breached => Breached,
        ClockState.Cancelled => Cancelled,
        _ => throw new InvalidOperationException("Every state has a word."),
    };
}
