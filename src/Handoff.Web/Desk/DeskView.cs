using System.Collections.Immutable;
using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Web.MailboxPages;
using Handoff.Web.Pages;
using Handoff.Web.Words;

namespace Handoff.Web.Desk;

/// <summary>What every page of the desk is shown with.</summary>
/// <param name="Base">The path under which the host serves us; mostly empty.</param>
/// <param name="Here">The path of the page itself, for the navigation.</param>
/// <param name="Token">What every form posts back, so that no other site can post in the reader's name.</param>
public sealed record DeskView(PageFrame Frame, Viewer Viewer, ReaderTime Time, string Base, string Here, string Token)
{
    /// <summary>The heads whom the administrator appointed in the place of those who signed, one sentence each.</summary>
    public ImmutableArray<string> Appointed { get; init; } = [];

    /// <summary>The texts around the content.</summary>
    public DeskTexts Texts => new(Viewer.Language);

    /// <summary>The pages that the reader may open.</summary>
    public IReadOnlyList<(string Href, string Text, bool IsHere)> Pages
    {
        get
        {
            // Whoever sits at the machine without a session finds the pages that only this machine has, too.
            List<(string, string, bool)> pages = Viewer.Person is null ? [.. LocalPages.Of(Frame, Base, Here)]
                : [Page("/board", Texts.Board)];
            pages.Add(Page("/leads", Texts.Leads));
            pages.Add(Page("/scorecard", Texts.Scorecard));
            pages.Add(Page("/agreement", Texts.Agreement));
            if (Viewer.Sight.SeesReturned || Viewer.Sight.Manages || Viewer.Sight.IsEverything)
                pages.Add(Page("/meeting", Texts.Meeting));
            if (Viewer.Sight.SeesReturned || Viewer.Sight.IsEverything)
                pages.Add(Page("/feedback", Texts.Feedback));
            if (Viewer.Sight.Manages)
            {
                pages.Add(Page("/team", Texts.Team));
                pages.Add(Page("/status", Texts.Status));
            }

            if (Viewer.Sight.IsEverything)
                pages.Add(Page("/sources", Texts.Sources));

            return pages;
        }
    }

    /// <summary>Who looks, as the audit log names them.</summary>
    internal string Actor => Viewer.Person is { } person ? AuditLog.Person(person.Id) : AuditLog.ThisMachine;

    /// <summary>An address of ours.</summary>
    public string Href(string path) => Base + path;

    private (string Href, string Text, bool IsHere) Page(string path, string text) => (Href(path), text, path == Here);
}
