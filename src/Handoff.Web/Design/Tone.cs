namespace Handoff.Web.Design;

/// <summary>What a colour means. Colour never tells it alone: a word stands beside it.</summary>
public enum Tone
{
    /// <summary>Nothing to look at.</summary>
    Still,

    /// <summary>It goes on, and is in time.</summary>
    Running,

    /// <summary>It is in time, but somebody should look.</summary>
    AtRisk,

    /// <summary>A promise is broken.</summary>
    Breached,

    /// <summary>A promise is kept, or something has worked.</summary>
    Met,
}

/// <summary>The classes of tones in the stylesheet.</summary>
internal static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Still => "still",
        Tone.Running => "running",
        Tone.AtRisk => "at-risk",
        Tone.Breached => "breached",
        Tone.Met => "met",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone has a class."),
    };
}
