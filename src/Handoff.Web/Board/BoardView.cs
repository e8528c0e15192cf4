using System.Globalization;
using Handoff.Agreements;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Service.Board;
using Handoff.Service.Signing;
using Handoff.Web.Desk;
using Handoff.Web.Words;

namespace Handoff.Web.Board;

public sealed record BoardView(DeskView Desk, BoardQuery Query, BoardPage Board)
{
    /// <summary>A changed agreement that does not act yet; null: there is none.</summary>
    public StandingProposal? Proposal { get; init; }

    public BoardTexts Texts => new(Desk.Viewer.Language);

    internal ReaderNames Names => Desk.Viewer.Names;

    /// <summary>The reader's times, as of when the board was read.</summary>
    public ReaderTime Time { get; } = new(Desk.Time.Texts, Desk.Viewer.Zone, Board.Now);

    /// <summary>The states by which the board is parted, with their counts; null: all.</summary>
    internal IEnumerable<(string? State, string Name, int Count)> States
    {
        get
        {
            var (texts, counts) = (Desk.Texts, Board.Counts);
            yield return (null, Texts.All, counts.Open);
            yield return (BoardFilter.Late, Texts.Late, counts.Late);
            yield return (LeadStatus.Qualified.Word(), texts.Of(LeadStatus.Qualified), counts.InQueue);
            yield return (LeadStatus.Offered.Word(), texts.Of(LeadStatus.Offered), counts.Offered);
            yield return (LeadStatus.Accepted.Word(), texts.Of(LeadStatus.Accepted), counts.Accepted);
            yield return (LeadStatus.Contacted.Word(), texts.Of(LeadStatus.Contacted), counts.Contacted);
            if (counts.Opportunities > 0)
                yield return (LeadStatus.SalesQualified.Word(), texts.Of(LeadStatus.SalesQualified), counts.Opportunities);
            if (counts.Paused > 0)
                yield return (BoardFilter.Paused, Texts.Paused, counts.Paused);
        }
    }

    /// <summary>The address of this board with another filter.</summary>
    internal string Href(BoardFilter filter, int page = 1, bool isWall = false) =>
        BoardQuery.Href(Desk.Href("/board"), filter, page, isWall, Query.Order);

    /// <summary>What the wall shows now.</summary>
    internal WallSlice Wall => field ??= new(Board, Query.Slice, Time);

    /// <summary>The wall with a part that stays, or as it goes on by itself.</summary>
    internal string WallHref(int? slice)
    {
        var href = Href(Query.Filter, isWall: true);
        return slice is { } held ? string.Create(CultureInfo.InvariantCulture, $"{href}&slice={held}") : href;
    }

    /// <summary>Of which rep the reader can give several leads away at once: whose leads are listed; null: of nobody.</summary>
    public string? Gives { get; init; }

    /// <summary>What the reader has just done; null: nothing.</summary>
    public BoardActed? Acted { get; init; }

    /// <summary>Whether the reader can do something about a row.</summary>
    internal bool IsActive => Board.Rows.Any(row => row.Acts != RowActs.None);

    /// <summary>The page of a lead on which a form stands open.</summary>
    internal string ActHref(BoardRow row, string act) => Desk.Href($"/leads/{row.Handoff.Id}?act={act}#acts");

    /// <summary>A number as the reader writes it.</summary>
    internal string Number(int number) => number.ToString("N0", Desk.Time.Texts.Culture);

    /// <summary>A sentence with numbers or names in it.</summary>
    internal string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    internal string Owner(BoardRow row) => row.Handoff switch
    {
        { Asked.Length: > 1 } several => Say(Texts.AsksSeveral, Number(several.Asked.Length)),
        { Owner.Kind: OwnerKind.Person } => row.OwnerName,
        _ => Say(Texts.QueueOf, row.OwnerName),
    };
}
