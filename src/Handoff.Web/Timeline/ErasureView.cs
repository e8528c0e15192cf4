using Handoff.Web.Desk;

namespace Handoff.Web.Timeline;

/// <summary>What the page shows on which a lead is erased.</summary>
/// <param name="Lead">The lead as its own page shows it.</param>
public sealed record ErasureView(LeadPageView Lead)
{
    public DeskView Desk => Lead.Desk;

    public ErasureTexts Texts => new(Desk.Viewer.Language);

    /// <summary>What will happen, a sentence each.</summary>
    internal IEnumerable<string> Consequences
    {
        get
        {
            var lead = Lead.Life.Lead;
            yield return Texts.Destroyed;
            if (lead.TouchCount > 0)
                yield return Desk.Time.Texts.Fill(Texts.Joined, lead.TouchCount);
            if (lead.FollowedBy is not null)
                yield return Texts.Followed;
            yield return Texts.Unsent;
            if (lead.HasClocks)
                yield return Texts.StillOpen;
            yield return Texts.Told;
            yield return Texts.Stays;
            yield return Texts.Others;
        }
    }
}
