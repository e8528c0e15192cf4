using NodaTime;

namespace Handoff.Local.Serving;

/// <summary>What <c>handoff serve</c> was asked.</summary>
/// <param name="Start">When the product's clock starts, of a demonstration.</param>
/// <param name="Speed">How many times faster it runs, of a demonstration.</param>
/// <param name="SampleData">Whether an empty data folder is filled with a quarter of leads first, of a demonstration.</param>
internal sealed record ServeOptions(
    string Urls, string Data, string Agreement, Instant? Start, double? Speed, LogForm Log = LogForm.Text, bool SampleData = false)
{
    /// <summary>Whether the clock is set, so that the data folder is a demonstration's.</summary>
    public bool IsDemonstration => Start is not null || Speed is not null || SampleData;
}

/// <summary>How the log is written to the console.</summary>
internal enum LogForm
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>A JSON object a line, for machines.</summary>
    Json,
}
