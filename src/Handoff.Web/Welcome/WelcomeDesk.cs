using Handoff.Service.Intake;
using Handoff.Web.MailboxPages;
using Handoff.Web.Pages;

namespace Handoff.Web.Welcome;

/// <summary>What the greeting page works with.</summary>
/// <param name="Sources">The sources in force: the form posts to that of its name.</param>
/// <param name="UseCases">Takes the lead, and tells what became of it.</param>
/// <param name="Mailbox">The messages beside the form.</param>
/// <param name="Clocks">The clock, whose speed the page tells.</param>
/// <param name="Pages">The renderer.</param>
public sealed record WelcomeDesk(ISourceCatalog Sources, UseCases UseCases, MailboxReading Mailbox, LiveClocks Clocks, PageRenderer Pages)
{
    /// <summary>The source that the form posts to: the landing pages of the sample.</summary>
    public const string Source = "website";
}
