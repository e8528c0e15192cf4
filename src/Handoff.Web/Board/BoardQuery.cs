using System.Collections.Frozen;
using System.Globalization;
using Handoff.Board;
using Handoff.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Handoff.Web.Board;

/// <summary>
/// What the address of the board says: filters, page, and whether it is for a screen on the wall. No filter holds personal data of a lead.
/// </summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="IsWall">Whether it is shown on a screen on the wall.</param>
public sealed record BoardQuery(BoardFilter Filter, int Page, bool IsWall)
{
    private static readonly FrozenSet<string> States = new[]
    {
        BoardFilter.Late, BoardFilter.Paused, LeadStatus.Qualified.Word(),
        LeadStatus.Offered.Word(), LeadStatus.Accepted.Word(), LeadStatus.Contacted.Word(),
        LeadStatus.SalesQualified.Word(),
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the address asks for a state that no open handoff can have: the page says so, and shows all.</summary>
    public bool IsUnknownState { get; init; }

    /// <summary>In which order.</summary>
    public BoardOrder Order { get; init; }

    /// <summary>Which part the wall holds, from 1; null: it goes on by itself.</summary>
    public int? Slice { get; init; }

    /// <summary>About which lead something was just done, or null.</summary>
    public string? Did { get; init; }

    /// <summary>What was done: the word of a form's action, or null.</summary>
    public string? Done { get; init; }

    private const int Longest = 100;

    /// <summary>Reads an address; what makes no sense is left out.</summary>
    internal static BoardQuery Of(IQueryCollection query)
    {
        var state = query["state"].ToString();
        var isUnknown = state.Length > 0 && !States.Contains(state);
        return new(
            new(Given("team"), Given("owner"), Given("tier"), Given("source"), isUnknown ? null : Given("state")),
            int.TryParse(query["page"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            query["wall"].ToString() == "1")
        {
            IsUnknownState = isUnknown,
            Order = Enum.TryParse<BoardOrder>(query["sort"], ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default,
            Slice = int.TryParse(query["slice"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var slice) && slice > 0
                ? slice : null,
            Did = Given("did"),
            Done = Given("done"),
        };

        // A field of the form that was left at "any" is sent empty.
        string? Given(string name) => query[name].ToString() is { Length: > 0 and <= Longest } text ? text : null;
    }

    /// <summary>The query by which an act leads back to this page.</summary>
    internal string ToBack() => Href("", Filter, Page, isWall: false, Order);

    /// <summary>The query of the page to which an act leads back; of what a form posted as that, only what we understand.</summary>
    internal static string Back(string posted, string lead, string? action)
    {
        var query = Of(new QueryCollection(QueryHelpers.ParseQuery(posted)));
        var did = new QueryString(query.ToBack()).Add("did", lead);
        return (action is null ? did : did.Add("done", action)).ToUriComponent();
    }

    /// <summary>The address of the board with this filter and page.</summary>
    internal static string Href(
        string path, BoardFilter filter, int page = 1, bool isWall = false, BoardOrder order = BoardOrder.Urgency)
    {
        var query = new QueryString();
        foreach (var (
            name, value) in new[] { ("team", filter.Team), ("owner", filter.Owner), ("tier", filter.Tier), ("source", filter.Source),
            ("state", filter.State) })
        {
            if (value is not null)
                query = query.Add(name, value);
        }

        if (order != BoardOrder.Urgency)
            query = query.Add("sort", WordOf(order));
        if (page > 1)
            query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return path + (isWall ? query.Add("wall", "1") : query).ToUriComponent();
    }

    /// <summary>The word of an order in the address.</summary>
    internal static string WordOf(BoardOrder order) => order.ToString().ToLowerInvariant();
}
