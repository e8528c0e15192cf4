namespace Handoff.Qualification.Origins;

/// <summary>How large a company is, in the bands by which statistics count companies.</summary>
internal static class SizeBand
{
    /// <summary>The band of a number of people, or null.</summary>
    public static string? Of(decimal? employees) => employees switch
    {
        null or < 0 => null,
        < 10 => "1-9",
        < 50 => "10-49",
        < 250 => "50-249",
        < 1000 => "250-999",
        _ => "1000+",
    };
}
