using System.Collections.Immutable;
using Handoff.Web.Links;
using Handoff.Web.Links.Texts;

namespace Handoff.Web.Board;

/// <summary>What the reader of the board has just done about a lead.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Page">What was done.</param>
/// <param name="Undo">What takes it back.</param>
public sealed record BoardActed(string Id, string Name, LinkPageView Page, ImmutableArray<LinkPageView> Undo)
{
    internal NoticeSentence? Notice => Page.Notice;
}
