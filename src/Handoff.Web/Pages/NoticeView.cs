using Handoff.Web.Design;

namespace Handoff.Web.Pages;

public sealed record NoticeView(PageFrame Frame, string Heading, string Sentence)
{
    /// <summary>Whether it is good news.</summary>
    public Tone Tone { get; init; } = Tone.AtRisk;

    /// <summary>Where to go on, and what that is called; null: nowhere.</summary>
    public (string Href, string Text)? Onwards { get; init; }
}
