using System.Collections.Frozen;
using Handoff.Board;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.Service.Board;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Lists;

/// <summary>What the address of a list says. No filter holds personal data of a lead.</summary>
/// <param name="Filter">Which leads.</param>
/// <param name="From">The first day on which they were received, in the organisation's zone; empty: any.</param>
/// <param name="To">The last such day; empty: any.</param>
/// <param name="After">Where the page begins, or null: at the beginning.</param>
public sealed record LeadListQuery(LeadFilter Filter, string From, string To, string? After)
{
    private const int Longest = 100;
    private const int LongestCursor = 200;

    private static readonly FrozenDictionary<string, LeadStatus> Statuses =
        Enum.GetValues<LeadStatus>().ToFrozenDictionary(status => status.Word(), StringComparer.Ordinal);

    /// <summary>The number of the scorecard that the list opens; null: the list is none of those.</summary>
    public FigureLeads? Figure { get; init; }

    /// <summary>Whether the list is of the leads by which the figure differs from what was reported.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether the list is of the leads with another value of the dimension.</summary>
    public bool IsOfOthers { get; init; }

    /// <summary>Whether the address says something that is none, such as a state that does not exist: the page says so.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Reads an address; what makes no sense is left out.</summary>
    /// <param name="zone">The zone of the dates.</param>
    /// <param name="figures">Finds the figure of a name and a period.</param>
    internal static LeadListQuery Of(
        IQueryCollection query, Viewer viewer, DateTimeZone zone, Func<string, string, Verdict?, FigureLeads?> figures)
    {
        var (status, from, to) = (Given("status"), Date("from"), Date("to"));
        // Whose leads somebody has is told to who answers for them, and of the own ones to everybody.
        var owner = Given("owner") is { } asked && (viewer.Sight.Manages || asked == viewer.Person?.Id.Value) ? asked : null;
        var filter = new LeadFilter(
            status is not null && Statuses.TryGetValue(status, out var known) ? known : null, Given("source"), Given("team"), Given("tier"),
            owner, Given("dimension"), Given("value"), from?.AtStartOfDayInZone(zone).ToInstant(),
            to?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        var verdict = Given("verdict");
        var which = Enum.TryParse<Verdict>(verdict, ignoreCase: true, out var one) ? one : (Verdict?)null;
        var figure = Given("figure") is { } number ? figures(number, Given("period") ?? "", which) : null;
        var after = query["after"].ToString() is { Length: > 0 and <= LongestCursor } cursor && !cursor.Any(char.IsControl) ? cursor : null;
        return new(filter, Text(from), Text(to), after)
        {
            Figure = figure,
            IsChanged = figure is not null && Given("changed") == "1",
            IsOfOthers = figure is not null && Given("others") == "1",
            IsUnknown = (figure is null && Given("figure") is not null) || (which is null && verdict is not null)
                || (status is not null && filter.Status is null) || (from is null && Given("from") is not null)
                || (to is null && Given("to") is not null) || (owner is null && Given("owner") is not null),
        };

        string? Given(string name) => query[name].ToString() is { Length: > 0 and <= Longest } text ? text : null;

        LocalDate? Date(string name) =>
            Given(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2000 and <= 2100 } date }
                ? date : null;

        static string Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
    }

    /// <summary>The address of a list.</summary>
    internal string Href(string path, string? after = null)
    {
        var query = new QueryString();
        foreach (var (name, value) in Parts.Append(("after", after)))
        {
            if (!string.IsNullOrEmpty(value))
                query = query.Add(name, value);
        }

        return path + query.ToUriComponent();
    }

    /// <summary>What filters, by the name in the address.</summary>
    internal IEnumerable<(string Name, string? Value)> Parts =>
    [
        ("status", Filter.Status?.Word()), ("source", Filter.Source), ("team", Filter.Team), ("tier", Filter.Tier), ("owner", Filter.Owner),
        ("dimension", Filter.Dimension), ("value", Filter.Value), ("from", From), ("to", To), ("figure", Figure?.Name),
        ("period", Figure?.Period.Name), ("verdict", Figure?.Verdict?.ToString().ToLowerInvariant()),
        ("changed", IsChanged ? "1" : null), ("others", IsOfOthers ? "1" : null),
    ];
}
