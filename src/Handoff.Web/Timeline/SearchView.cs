using Handoff.Service.Board;
using Handoff.Web.Desk;

namespace Handoff.Web.Timeline;

public sealed record SearchView(DeskView Desk, string Query, SearchResult Result)
{
    public TimelineTexts Texts => new(Desk.Viewer.Language);

    /// <summary>What is looked for how.</summary>
    internal string Hint => Desk.Time.Texts.Fill(
        Texts.FoundHint, Desk.Time.Texts.Date(Result.Since.InZone(Desk.Viewer.Zone).Date, withYear: true));
}
