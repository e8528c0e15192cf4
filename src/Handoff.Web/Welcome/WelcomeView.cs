using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Service.Leads;
using Handoff.Web.MailboxPages;
using Handoff.Web.Pages;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Welcome;

/// <summary>The greeting page.</summary>
/// <param name="Form">What stands in the form, or null: there is no source to post to.</param>
/// <param name="Mails">The messages; the newest are shown.</param>
public sealed record WelcomeView(PageFrame Frame, WelcomeForm? Form, MailboxView Mails)
{
    public WelcomeTexts Texts => new(Frame.Language);

    /// <summary>What the reader calls tiers.</summary>
    public required ReaderNames Names { get; init; }

    /// <summary>The lead that the form has just posted, or null.</summary>
    public LeadView? Posted { get; init; }

    /// <summary>The fields that must be corrected.</summary>
    public ImmutableArray<string> Wrong { get; init; } = [];

    /// <summary>What went wrong with the whole form, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The pages of the embedded host.</summary>
    public IReadOnlyList<(string Href, string Text, bool IsHere)> Pages => LocalPages.Of(Frame, Frame.Assets.Base, "/");

    /// <summary>What became of the posted lead, in one sentence.</summary>
    public string Received(LeadView lead)
    {
        var words = TimeTexts.In(Frame.Language);
        return string.Format(words.Culture, Texts.Received, words.Fill(Texts.Points, lead.Score), Names.Tier(lead.Tier));
    }

    public string Next(LeadView lead) => lead.Status switch
    {
        "nurture" => Texts.Nurture,
        "duplicate" => Texts.Duplicate,
        "qualified" when lead.Events.Any(one => one.Type == "queued") => Texts.Queued,
        _ when OpensAt(lead) is { } at => string.Format(Mails.Clock.Texts.Culture, Texts.Waits, Mails.Clock.Texts.At(Mails.Clock.At(at))),
        _ => Texts.NowAccept,
    };

    /// <summary>When the clock of the answer begins, if it waits for the team's opening: until then nobody is written to.</summary>
    private Instant? OpensAt(LeadView lead) =>
        lead.Clocks.FirstOrDefault(clock => clock.Name == "accept") is { } accept
        && accept.StartedAt > Mails.Clock.Now ? accept.StartedAt : null;
}
