using Handoff.Leads;
using Handoff.Service.Links;
using Handoff.Service.Teams;
using Handoff.Web.Board;
using Handoff.Web.Desk;
using Handoff.Web.Links.Texts;
using Handoff.Web.Words;

namespace Handoff.Web.Teams;

/// <summary>What the page of a rep shows.</summary>
/// <param name="Asked">The absence that was asked about, or null.</param>
/// <param name="Did">What was just done, or null.</param>
public sealed record MemberView(DeskView Desk, MemberPage Page, AwayForm? Asked, MemberDone? Did)
{
    public MemberTexts Texts => new(Desk.Viewer.Language);

    public BoardTexts BoardTexts => new(Desk.Viewer.Language);

    public LinkTexts LinkTexts => new(Desk.Viewer.Language);

    private TimeTexts Times => Desk.Time.Texts;

    internal string Say(string text, params object[] parts) => Times.Fill(text, parts);

    internal bool IsAway => Page.Rep.AbsenceAt(Page.Now) is not null;

    /// <summary>When the absence that was asked about begins and ends.</summary>
    internal string Span(AbsenceForecast forecast) =>
        AbsenceDays.Of(forecast.Start, forecast.End, Page.Rep.Calendar.Zone, Times, Texts.SinceUnknown);

    /// <summary>What becomes of a lead.</summary>
    internal string Fate(HeldFate fate) => fate.Kind switch
    {
        HeldFateKind.Stays => Say(Texts.Stays, Page.Rep.Name),
        HeldFateKind.Waits => Say(Texts.Waits, Page.Rep.Name),
        HeldFateKind.Moves => Say(Texts.Moves, fate.GoesTo ?? ""),
        HeldFateKind.Queue => Texts.ToQueue,
        _ => throw new InvalidOperationException("Every fate is told."),
    };

    /// <summary>What the absence does to a lead; of one that nobody could decide on nothing is known.</summary>
    internal HeldFate FateOf(LeadId lead) => Page.Forecast?.Fates.GetValueOrDefault(lead) ?? new(HeldFateKind.Stays);

    /// <summary>Load, shift and absence of a colleague.</summary>
    internal string About(RepChoice rep)
    {
        var load = rep.Capacity is { } capacity ? Say(LinkTexts.RepLoadOf, rep.Load, capacity)
            : Times.Plural(rep.Load, LinkTexts.RepLoadOne, LinkTexts.RepLoadMany);
        var shift = rep switch
        {
            { ToldAt: { } at } => Say(rep.IsAway ? LinkTexts.AwayTold : LinkTexts.OffShiftTold, Times.At(Desk.Time.At(at))),
            { IsAway: true } => LinkTexts.IsAway,
            _ => rep.OnShift ? LinkTexts.OnShift : LinkTexts.OffShift,
        };
        var quota = rep.Quota is { } day ? $" · {QuotaText.Of(day, rep.IsQuotaToday, Times)}" : "";
        return $"{Desk.Viewer.Names.Team(rep.Team)} · {load}{quota} · {shift}";
    }
}
