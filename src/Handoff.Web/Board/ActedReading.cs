using Handoff.Service.Board;
using Handoff.Service.Links;
using Handoff.Service.Turns;
using Handoff.Web.Desk;
using Handoff.Web.Timeline;
using Handoff.Web.Words;

namespace Handoff.Web.Board;

/// <summary>Reads what the address of the board says that its reader has just done: told only as far as the lead tells it too.</summary>
public sealed class ActedReading(LeadTurns turns, LeadTitles titles, SignedInLinks links, RecentActs recent)
{
    internal async Task<BoardActed?> ReadAsync(DeskView view, BoardQuery query, CancellationToken cancellation)
    {
        if (query.Did is not { } id || view.Viewer.Person is not { } reader
            || await turns.FindAsync(new(id), cancellation) is not { Reception: not null } lead)
            return null;
        var can = await links.ForAsync(reader, lead, cancellation);
        // Whoever has given a lead away is told of it as long as they can take that back.
        if (recent.Of(reader, lead, query.Done) is not { } notice
            || !(view.Viewer.Sight.Sees(lead) || can.Any(one => one.Grant.Purpose.Undoes())))
            return null;
        var undo = can.Where(one => one.Grant.Purpose.Undoes()
            || (query.Done is "take" or "assign" && one.Choices.GiveBackTo is not null)).ToArray();
        var page = new LinkPage.Shown(
            new(LinkPurpose.Manage, reader.Id, lead.Id, 0, view.Time.Now), reader, Item: null, IsOver: false, notice, new(), view.Time.Now);
        var name = UserText.Line((await titles.OfAsync(id, cancellation)).Name, 80) ?? view.Texts.NoName;
        return new(
            id, name, LeadActEndpoint.View(view, page, acted: true),
            [.. undo.Select(one => LeadActEndpoint.View(view, one, acted: false) with
            {
                PostTo = view.Href($"/leads/{id}"),
                Back = query.ToBack(),
            })]);
    }
}
