using Handoff.Web.Pages;

namespace Handoff.Web.MailboxPages;

/// <summary>The pages by which one goes about the embedded host.</summary>
internal static class LocalPages
{
    /// <summary>Their links.</summary>
    /// <param name="frame">The page that shows them.</param>
    /// <param name="site">The path under which the host serves us.</param>
    /// <param name="here">The path of the page that shows them.</param>
    public static IReadOnlyList<(string Href, string Text, bool IsHere)> Of(PageFrame frame, string site, string here)
    {
        var texts = new MailboxTexts(frame.Language);
        return [.. new[] { ("/", texts.Start), ("/mailbox", texts.Mailbox), ("/board", texts.Board) }.Select(
            page => (site + page.Item1, page.Item2, page.Item1 == here))];
    }
}
