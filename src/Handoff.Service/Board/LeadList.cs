using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Handoff.Board;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Vault;

namespace Handoff.Service.Board;

/// <summary>One lead of a list.</summary>
/// <param name="Lead">The figures.</param>
/// <param name="Title">Who it is.</param>
/// <param name="MayOpen">Whether the viewer may open its page; else no list tells who in sales had it.</param>
/// <param name="OwnerName">Who has it or had it last; empty: nobody, or it is not told.</param>
/// <param name="Reason">Why it was given up, in the viewer's language; empty: it was not.</param>
/// <param name="Note">What was written when it was given up; empty: nothing.</param>
public sealed record ListedLead(LeadRow Lead, LeadTitle Title, bool MayOpen, string OwnerName, string Reason, string Note)
{
    /// <summary>How it changed a figure that had been reported, where the list is of such leads.</summary>
    public FigureChange? Change { get; init; }
}

/// <summary>A page of a list, the lead received last first.</summary>
/// <param name="Leads">What the viewer may see of it.</param>
/// <param name="Next">Continues after this page; null: it is the last.</param>
/// <param name="Listed">On the first page, how many leads the viewer may see on all pages; null on later ones.</param>
/// <param name="Hidden">On the first page, how many there are besides, which the viewer may not see.</param>
/// <param name="IsCounted">Whether all were counted; else only the newest of them.</param>
public sealed record LeadListPage(ImmutableArray<ListedLead> Leads, string? Next, int? Listed, int Hidden, bool IsCounted);

/// <summary>Lists leads whatever became of them: only what the viewer may see, and names for the rows of one page only.</summary>
public sealed class LeadList(
    IStreamStore streams, LeadVault vault, CompanyInForce company, FigureLeadReading figures, FigureChanges changes)
{
    /// <summary>How many leads a page has.</summary>
    public const int PageSize = 50;

    // Beyond these a page neither counts nor seeks; it says so, and the next one goes on.
    private const int MostLooked = 10_000;

    // Names are opened so many at once.
    private const int AtOnce = 50;

    /// <summary>Reads a page.</summary>
    /// <param name="after"><see cref="LeadListPage.Next"/> of the page before; null: the first.</param>
    public async Task<LeadListPage> ReadAsync(Viewer viewer, LeadFilter filter, string? after, CancellationToken cancellation)
    {
        var shown = new List<LeadRow>(PageSize);
        var (looked, listed, hidden, last, isCounted) = (0, 0, 0, after, true);
        string? next = null;
        await foreach (var stored in streams.ReadRowsAsync(QueryOf(filter) with { After = after }, cancellation))
        {
            if (looked++ == MostLooked)
            {
                (isCounted, next) = (false, next ?? last);
                break;
            }

            var row = LedgerJson.ReadRow(stored.Bytes.Span);
            if (!filter.Matches(row))
            {
                if (shown.Count < PageSize)
                    last = stored.Cursor;
                continue;
            }

            if (!viewer.Sight.Lists(row))
            {
                hidden++;
                continue;
            }

            listed++;
            if (shown.Count < PageSize)
            {
                shown.Add(row);
                last = stored.Cursor;
            }
            else if (next is null)
            {
                next = last;
                // Later pages count nothing.
                if (after is not null)
                    break;
            }
        }

        var leads = await Task.WhenAll(shown.Select(row => OpenAsync(viewer, row, cancellation)));
        return new([.. leads], next, after is null ? listed : null, after is null ? hidden : 0, isCounted);
    }

    /// <summary>Reads a page of the leads behind a number of the scorecard: all of them are counted.</summary>
    /// <param name="slice">Of these leads alone; null: of all.</param>
    /// <param name="after"><see cref="LeadListPage.Next"/> of the page before; null: the first.</param>
    public async Task<LeadListPage> ReadAsync(
        Viewer viewer, FigureLeads asked, FigureSlice? slice, string? after, CancellationToken cancellation)
    {
        var (listed, hidden) = await figures.FindAsync(viewer, asked, slice, cancellation);
        var from = after is null ? 0 : listed.FindIndex(id => id.Value == after) + 1;
        var shown = listed.Skip(from).Take(PageSize).ToList();
        var next = from + shown.Count < listed.Count ? shown[^1].Value : null;
        return new(
            [.. await OpenAsync(viewer, shown, cancellation)], next, after is null ? listed.Count : null, after is null ? hidden : 0,
            IsCounted: true);
    }

    /// <summary>Reads a page of the leads by which a figure differs from what was reported, the one that changed last first.</summary>
    /// <param name="sight">Whose leads the figure counts.</param>
    public async Task<LeadListPage> ReadChangedAsync(
        Viewer viewer, FigureSight sight, FigureLeads asked, string? after, CancellationToken cancellation)
    {
        if (Metrics.Find(asked.Name) is not { } metric)
            return new([], null, 0, 0, IsCounted: true);
        var all = await changes.ListAsync(sight, metric, asked.Period, cancellation);
        var listed = all.Where(change => viewer.Sight.Lists(change.Row)).ToList();
        var from = after is null ? 0 : listed.FindIndex(change => change.Lead.Value == after) + 1;
        var shown = listed.Skip(from).Take(PageSize).ToList();
        var leads = await Task.WhenAll(
            shown.Select(async change => await OpenAsync(viewer, change.Row, cancellation) with { Change = change }));
        return new(
            [.. leads], from + shown.Count < listed.Count ? shown[^1].Lead.Value : null, after is null ? listed.Count : null,
            after is null ? all.Length - listed.Count : 0, IsCounted: true);
    }

    /// <summary>Every lead behind a number of the scorecard that the viewer may see.</summary>
    public async IAsyncEnumerable<ListedLead> ReadAllAsync(
        Viewer viewer, FigureLeads asked, FigureSlice? slice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (listed, _) = await figures.FindAsync(viewer, asked, slice, cancellation);
        foreach (var some in listed.Chunk(AtOnce))
        {
            foreach (var lead in await OpenAsync(viewer, some, cancellation))
                yield return lead;
        }
    }

    /// <summary>Every lead of a list that the viewer may see, as it is read.</summary>
    public async IAsyncEnumerable<ListedLead> ReadAllAsync(
        Viewer viewer, LeadFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listed = streams.ReadRowsAsync(QueryOf(filter), cancellation)
            .Select(stored => LedgerJson.ReadRow(stored.Bytes.Span))
            .Where(row => filter.Matches(row) && viewer.Sight.Lists(row));
        await foreach (var some in listed.Chunk(AtOnce).WithCancellation(cancellation))
        {
            foreach (var lead in await Task.WhenAll(some.Select(row => OpenAsync(viewer, row, cancellation))))
                yield return lead;
        }
    }

    private static RowQuery QueryOf(LeadFilter filter) =>
        new() { Shelves = filter.Shelves, ReceivedFrom = filter.ReceivedFrom, ReceivedBefore = filter.ReceivedBefore };

    private async Task<IEnumerable<ListedLead>> OpenAsync(Viewer viewer, IEnumerable<LeadId> ids, CancellationToken cancellation)
    {
        var leads = await Task.WhenAll(ids.Select(async id =>
            await figures.RowAsync(id, cancellation) is { } row && viewer.Sight.Lists(row)
                ? await OpenAsync(viewer, row, cancellation) : null));
        return leads.OfType<ListedLead>();
    }

    private async Task<ListedLead> OpenAsync(Viewer viewer, LeadRow row, CancellationToken cancellation)
    {
        var record = await vault.OpenAsync(row.Id.Value, cancellation);
        var ending = row.Milestones.Ending;
        var reason = ending is null ? ""
            : (await company.AgreementAsync(row.Agreement, cancellation)).Reason(ending.Reason)?.In(viewer.Language) ?? ending.Reason;
        var mayOpen = viewer.Sight.Sees(row);
        return new(
            row, record is null ? LeadTitle.None : LeadTitle.Of(record), mayOpen, mayOpen ? OwnerOf(row, viewer.Language) : "", reason,
            ending is null ? "" : record?.Notes.LastOrDefault(note => note.At == ending.At)?.Text ?? "");
    }

    private string OwnerOf(LeadRow row, Language language) =>
        company.OwnerName(row.Owner, row.Team, language) ?? (row.LastOwner is { } last ? company.NameOf(last, language) : "");
}
