using Handoff.Web.Design;

namespace Handoff.Web.Pages;

/// <summary>A page of one sentence.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record NoticeView(PageFrame Frame, string Heading, string Sentence)
{
    /// <summary>Whether it is good news.</summary>
    public Tone Tone { get; init; } = Tone.AtRisk;
}
