using System.Collections.Immutable;
using Handoff.Web.Desk;
using Handoff.Web.Links;
using Handoff.Web.Links.Texts;

namespace Handoff.Web.Timeline;

/// <summary>What somebody is told who has given a lead away and sees it no more.</summary>
/// <param name="Page">What was done.</param>
/// <param name="Undo">What takes it back.</param>
public sealed record ActedView(DeskView Desk, LinkPageView Page, ImmutableArray<LinkPageView> Undo)
{
    public TimelineTexts Texts => new(Desk.Viewer.Language);

    internal NoticeSentence Notice =>
        Page.Notice ?? throw new InvalidOperationException("Whoever has posted is told what came of it.");
}
