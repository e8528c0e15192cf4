using Handoff.Service.Board;
using Handoff.Web.Desk;

namespace Handoff.Web.Timeline;

/// <summary>What a search shows.</summary>
/// <param name="Desk">What surrounds it.</param>
/// <param name="Query">What was searched.</param>
/// <param name="Result">What was found.</param>
public sealed record SearchView(DeskView Desk, string Query, SearchResult Result)
{
    /// <summary>The texts.</summary>
    public TimelineTexts Texts => new(Desk.Viewer.Language);

    /// <summary>What is looked for how.</summary>
    internal string Hint => Desk.Time.Texts.Fill(
        Texts.FoundHint, Desk.Time.Texts.Date(Result.Since.InZone(Desk.Viewer.Zone).Date, withYear: true));
}
