using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Returns;

/// <summary>Reads the queue of what came back.</summary>
public sealed class ReturnsReading(LeadRowReading rows, LeadVault vault, CompanyInForce company, IClock clock)
{
    public const int PageSize = 25;

    /// <summary>A page of the queue; null: it is not the viewer's to see. A page that does not exist is the nearest that does.</summary>
    /// <param name="reason">Of one reason; null: of all.</param>
    public async Task<ReturnsPage?> ReadAsync(Viewer viewer, string? reason, int page, CancellationToken cancellation)
    {
        if (!viewer.Sight.SeesReturned && !viewer.Sight.IsEverything)
            return null;
        List<LeadRow> back = [], held = [];
        // A shelf at a time: each has an index of its own in the embedded store.
        foreach (var shelf in LeadShelves.Returns)
        {
            await foreach (var row in rows.ReadAsync(new() { Shelves = [shelf] }, cancellation))
            {
                if (row is { IsBack: true, Milestones.Ending: not null })
                    back.Add(row);
                else if (row is { Status: LeadStatus.Quarantined, Quarantine: not null })
                    held.Add(row);
            }
        }

        var reasons = ImmutableArray.CreateBuilder<(string, string, int)>();
        var groups = back.GroupBy(row => row.Milestones.Ending!.Reason, StringComparer.Ordinal);
        foreach (var group in groups.OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal))
            reasons.Add((group.Key, await SaysAsync(group.First(), viewer, cancellation), group.Count()));
        var shown = back.Where(row => reason is null || row.Milestones.Ending!.Reason == reason)
            .OrderByDescending(row => row.Milestones.Ending!.At).ThenBy(row => row.Id.Value, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        // Each may be a request to the store: all at once.
        var leads = await Task.WhenAll(
            shown.Skip((at - 1) * PageSize).Take(PageSize).Select(row => LeadAsync(row, viewer, cancellation).AsTask()));
        var newest = held.OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Id.Value, StringComparer.Ordinal).Take(PageSize);
        var heldLeads = await Task.WhenAll(
            newest.Select(async row => new HeldLead(row, await vault.OpenAsync(row.Id.Value, cancellation))));
        return new([.. leads], reasons.ToImmutable(), shown.Count, at, pages, clock.GetCurrentInstant())
        {
            Held = [.. heldLeads],
            HeldTotal = held.Count,
        };
    }

    internal async ValueTask<ReturnedLead> LeadAsync(LeadRow row, Viewer viewer, CancellationToken cancellation)
    {
        var record = await vault.OpenAsync(row.Id.Value, cancellation);
        var ending = row.Milestones.Ending!;
        var step = ending.By is null ? "outcome" : row.AcceptedAt is null ? "decline" : "feedback";
        var manager = company.Staff.Team(row.Team)?.Manager ?? company.Agreement.SignedBySales;
        return new(
            row, record, await SaysAsync(row, viewer, cancellation),
            [.. record?.Notes.Where(note => note.On == step).Select(note => note.Text) ?? []], company.NameOf(manager, viewer.Language));
    }

    private async ValueTask<string> SaysAsync(LeadRow row, Viewer viewer, CancellationToken cancellation)
    {
        var agreement = await company.AgreementAsync(row.Agreement, cancellation);
        var code = row.Milestones.Ending!.Reason;
        return agreement.Reason(code)?.In(viewer.Language) ?? code;
    }
}
