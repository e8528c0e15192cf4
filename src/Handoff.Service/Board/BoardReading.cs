using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Reads the board for a viewer: only what the viewer may see, and names for the rows of one page only.</summary>
public sealed class BoardReading(OpenHandoffs handoffs, LeadTitles titles, CompanyInForce company, IClock clock)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page; one that does not exist is the nearest that does.</summary>
    public Task<BoardPage> ReadAsync(Viewer viewer, BoardFilter filter, int page, CancellationToken cancellation) =>
        ReadAsync(viewer, filter, BoardOrder.Urgency, page, cancellation);

    /// <summary>Reads a page in an order; one that does not exist is the nearest that does.</summary>
    public async Task<BoardPage> ReadAsync(
        Viewer viewer, BoardFilter filter, BoardOrder order, int page, CancellationToken cancellation)
    {
        var all = await handoffs.ReadAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var visible = viewer.Sight.IsEverything ? all : [.. all.Where(viewer.Sight.Sees)];
        var stateless = filter with { State = null };
        var counted = stateless.IsNone ? visible : [.. visible.Where(one => stateless.Matches(one, now))];
        var shown = filter.State is null ? counted : [.. counted.Where(one => filter.Matches(one, now))];
        if (order != BoardOrder.Urgency)
            shown = order.Sort(shown, one => company.OwnerName(one.Owner, one.Team, viewer.Language) ?? "");
        var pages = Math.Max(1, (shown.Length + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        // Each name may be a request to the store: all at once.
        var rows =
            await Task.WhenAll(
                shown.Skip((at - 1) * PageSize).Take(PageSize)
                    .Select(handoff => RowAsync(handoff, viewer, now, cancellation).AsTask()));
        return new()
        {
            Now = now,
            Filter = filter,
            Rows = [.. rows],
            Total = shown.Length,
            Page = at,
            Pages = pages,
            Counts = Count(counted, now),
            Choices = new(
                Choices(visible, one => one.Team, viewer.Names.Team),
                Owners(visible, viewer.Language),
                Choices(visible, one => one.Tier, viewer.Names.Tier),
                Choices(visible, one => one.Source, viewer.Names.Source)),
            Visible = visible.Length,
        };
    }

    internal async ValueTask<BoardRow> RowAsync(LeadRow handoff, Viewer viewer, Instant now, CancellationToken cancellation)
    {
        var calendar = handoff.Pressing is { } planned ? company.Staff.Calendar(planned.Calendar) : null;
        return new(
            handoff, await titles.OfAsync(handoff.Id.Value, cancellation),
            company.OwnerName(handoff.Owner, handoff.Team, viewer.Language) ?? "",
            handoff.Pressing is { } face ? TimeLeft.Of(face, calendar, now) : null, calendar?.Zone.Id ?? "")
        {
            Acts = viewer.Person is { } reader
                ? RowActsOf.Row(handoff, reader.Id, TeamStanding.AnswersFor(company, handoff.Team, reader.Id)) : RowActs.None,
            SilentUntil = handoff.SilentUntil is { } until && until > now ? until : null,
        };
    }

    private static BoardCounts Count(ImmutableArray<LeadRow> counted, Instant now)
    {
        var (late, paused) = (0, 0);
        var by = new int[Enum.GetValues<LeadStatus>().Length];
        foreach (var one in counted)
        {
            late += one.IsLate(now) ? 1 : 0;
            paused += one.Clock?.PausedAt is not null ? 1 : 0;
            by[(int)one.Status]++;
        }

        return new(
            counted.Length, late, by[(int)LeadStatus.Qualified], by[(int)LeadStatus.Offered], by[(int)LeadStatus.Accepted],
            by[(int)LeadStatus.Contacted], by[(int)LeadStatus.SalesQualified], paused);
    }

    private static ImmutableArray<BoardChoice> Choices(
        ImmutableArray<LeadRow> visible, Func<LeadRow, string> value, Func<string, string> name) =>
        [.. visible.CountBy(value, StringComparer.Ordinal).Select(one => new BoardChoice(one.Key, name(one.Key), one.Value))
            .OrderBy(one => one.Name, StringComparer.Ordinal)];

    private ImmutableArray<BoardChoice> Owners(ImmutableArray<LeadRow> visible, Language language)
    {
        var names = visible.DistinctBy(one => one.OwnerKey, StringComparer.Ordinal)
            .ToDictionary(one => one.OwnerKey, one => one.Owner.Who, StringComparer.Ordinal);
        return Choices(visible, one => one.OwnerKey, key => names[key] is { } who ? company.NameOf(who, language) : "");
    }
}
