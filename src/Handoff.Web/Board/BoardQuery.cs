using System.Collections.Frozen;
using System.Globalization;
using Handoff.Board;
using Handoff.Leads;
using Microsoft.AspNetCore.Http;

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
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the address asks for a state that no open handoff can have: the page says so, and shows all.</summary>
    public bool IsUnknownState { get; init; }

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
        };

        // A field of the form that was left at "any" is sent empty.
        string? Given(string name) => query[name].ToString() is { Length: > 0 and <= Longest } text ? text : null;
    }

    /// <summary>The address of the board with this filter and page.</summary>
    internal static string Href(string path, BoardFilter filter, int page = 1, bool isWall = false)
    {
        var query = new QueryString();
        foreach (var (
            name, value) in new[] { ("team", filter.Team), ("owner", filter.Owner), ("tier", filter.Tier), ("source", filter.Source),
            ("state", filter.State) })
        {
            if (value is not null)
                query = query.Add(name, value);
        }

        if (page > 1)
            query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return path + (isWall ? query.Add("wall", "1") : query).ToUriComponent();
    }
}
