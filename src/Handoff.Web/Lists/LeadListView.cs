using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Board;
using Handoff.Web.Desk;
using Handoff.Web.Words;

namespace Handoff.Web.Lists;

/// <summary>What can be chosen of a list.</summary>
public sealed record LeadListChoices(
    ImmutableArray<string> Sources, ImmutableArray<string> Teams, ImmutableArray<string> Tiers, ImmutableArray<string> Dimensions,
    ImmutableArray<(string Key, string Name)> Owners);

/// <summary>What a list of leads shows.</summary>
public sealed record LeadListView(DeskView Desk, LeadListQuery Query, LeadListPage Page, LeadListChoices Choices)
{
    public LeadListTexts Texts => new(Desk.Viewer.Language);

    internal ReaderNames Names => Desk.Viewer.Names;

    /// <summary>The states by which the list is parted; null: all.</summary>
    internal IEnumerable<(LeadStatus? Status, string Name)> States =>
    [
        (null, Texts.All),
        .. new[]
        {
            LeadStatus.Qualified, LeadStatus.Offered, LeadStatus.Accepted, LeadStatus.Contacted, LeadStatus.SalesQualified, LeadStatus.Won,
            LeadStatus.Lost, LeadStatus.Returned, LeadStatus.Nurture, LeadStatus.Quarantined, LeadStatus.Discarded, LeadStatus.Duplicate,
            LeadStatus.Erased,
        }.Select(status => ((LeadStatus?)status, Desk.Texts.Of(status))),
    ];

    /// <summary>The lists by which a list is filtered, each with what is chosen; one with a single value filters nothing.</summary>
    internal IEnumerable<(string Name, string Label, string? Chosen, ImmutableArray<(string Key, string Name)> Items)> Fields =>
        new (string Name, string Label, string? Chosen, ImmutableArray<(string Key, string Name)> Items)[]
        {
            ("source", Texts.Source, Query.Filter.Source, Named(Choices.Sources, Names.Source)),
            ("team", Texts.Team, Query.Filter.Team, Named(Choices.Teams, Names.Team)),
            ("tier", Texts.Tier, Query.Filter.Tier, Named(Choices.Tiers, Names.Tier)),
            ("owner", Texts.Owner, Query.Filter.Owner, Choices.Owners),
            ("dimension", Texts.Dimension, Query.Filter.Dimension, Named(Choices.Dimensions, Names.Recorded)),
        }.Where(one => one.Items.Length > 1 || one.Chosen is not null);

    /// <summary>How many there are, and how many the viewer may not see.</summary>
    internal string? Count
    {
        get
        {
            if (Page.Listed is not { } listed)
                return null;
            var count = Say(Page.IsCounted ? Texts.Count : Texts.CountAtLeast, Number(listed));
            return Page.Hidden == 0 ? count : $"{count}, {Say(Texts.AndMore, Number(Page.Hidden))}";
        }
    }

    /// <summary>Which number the list opens; null: it is none of those.</summary>
    internal string? Figure => Query.Figure is { } figure
        ? Say(
            Query.IsChanged ? Texts.ChangedSince : Texts.Behind, new Scorecards.FigureNames(Names).Of(
                figure, Query.Filter.Dimension, Query.Filter.Value, Query.IsOfOthers),
            Scorecards.FigureNames.Of(figure.Period, Desk.Viewer.Language))
        : null;

    internal string Href(LeadStatus? status) => (Query with { Filter = Query.Filter with { Status = status } }).Href(Desk.Href("/leads"));

    internal string At(NodaTime.Instant at)
    {
        var (date, time) = at.InZone(Desk.Viewer.Zone).LocalDateTime;
        return $"{Desk.Time.Texts.Date(
            date, withYear: date.Year != Desk.Time.Now.InZone(Desk.Viewer.Zone).Year)}, {Desk.Time.Texts.TimePattern.Format(time)}";
    }

    /// <summary>Why it was given up, or what it was worth.</summary>
    internal string Became(ListedLead one)
    {
        if (one.Change is { } change)
        {
            var names = new Scorecards.FigureNames(Names);
            var step = new Timeline.TimelineTexts(Desk.Viewer.Language).Event(change.Step);
            return $"{step}, {At(change.Event.At)}: {names.Said(change.Was)} → {names.Said(change.Verdict)}";
        }

        var worth = one.Lead.Milestones.Amount is { } amount
            ? $"{amount.ToString("#,0.##", Desk.Time.Texts.Culture)} {one.Lead.Milestones.Currency}".TrimEnd() : "";
        return string.Join(" · ", new[] { worth, one.Reason, UserText.Line(one.Note, 200) ?? "" }.Where(part => part.Length > 0));
    }

    private string Number(int number) => number.ToString("N0", Desk.Time.Texts.Culture);

    private string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    /// <summary>What a filter is called whose choice is no longer there.</summary>
    internal string Gone(string field, string chosen) => field switch
    {
        "source" => Names.Source(chosen),
        "team" => Names.Team(chosen),
        "tier" => Names.Tier(chosen),
        "dimension" => Names.Dimension(chosen),
        _ => chosen,
    };

    private static ImmutableArray<(string Key, string Name)> Named(ImmutableArray<string> ids, Func<string, string> name) =>
        [.. ids.Select(id => (id, name(id)))];
}
