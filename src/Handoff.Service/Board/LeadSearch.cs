using System.Collections.Immutable;
using Handoff.Board;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>A lead that was found.</summary>
/// <param name="Id">The lead's id.</param>
public sealed record FoundLead(string Id, LeadTitle Title, LeadStatus Status, string Tier, Instant ReceivedAt);

/// <summary>What a search found.</summary>
/// <param name="Leads">The newest first, at most 50.</param>
/// <param name="Since">How far back names and companies were looked at.</param>
/// <param name="IsWhole">Whether all leads back to then were looked at; false: only the newest of them.</param>
public sealed record SearchResult(ImmutableArray<FoundLead> Leads, Instant Since, bool IsWhole);

/// <summary>
/// Searches leads by address or phone number, exactly and whenever they came, and by name or company. Names are sealed, lead by lead, so a
/// search by name opens what it looks at: the newest 1,000 that the viewer may see, among the newest 3,000 of the last 90 days.
/// </summary>
public sealed class LeadSearch(
    ILookupStore lookups, LeadRowReading rows, LookupKeys keys, LeadTurns turns, LeadVault vault, IClock clock)
{
    private const int MostFound = 50;
    private const int MostOpened = 1_000;
    private const int MostLooked = 3_000;
    private const int AtOnce = 32;
    private static readonly Duration Back = Duration.FromDays(90);

    /// <summary>Searches.</summary>
    /// <param name="viewer">Who asks; nothing is found that the viewer may not see.</param>
    /// <param name="text">An address, a phone number, or words of a name or company: case and accents do not matter.</param>
    public async Task<SearchResult> FindAsync(Viewer viewer, string text, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var since = now - Back;
        var asked = SearchText.Of(text);
        if (await FindByKeyAsync(viewer, asked, now, cancellation) is { } known)
            return new([known], since, true);
        // Whoever types a whole address means that one.
        return asked.Address is null ? await FindByWordsAsync(viewer, asked, since, cancellation) : new([], since, true);
    }

    private async ValueTask<FoundLead?> FindByKeyAsync(Viewer viewer, SearchText asked, Instant now, CancellationToken cancellation)
    {
        var wanted = new List<string>();
        if (asked.Address is { } address)
            wanted.Add(await keys.AddressAsync(address, cancellation));
        foreach (var phone in asked.Phones)
            wanted.Add(await keys.PhoneAsync(phone, cancellation));
        foreach (var key in wanted)
        {
            if (await lookups.FindLookupAsync(key, now, cancellation) is { } found
                && await turns.FindAsync(new(found.LeadId), cancellation) is { Reception: not null } lead && viewer.Sight.Sees(lead)
                && await vault.OpenAsync(found.LeadId, cancellation) is { } record)
                return Found(LeadRow.Of(lead), LeadTitle.Of(record));
        }

        return null;
    }

    private async Task<SearchResult> FindByWordsAsync(Viewer viewer, SearchText asked, Instant since, CancellationToken cancellation)
    {
        if (asked.Words.IsEmpty)
            return new([], since, true);
        var looked = await rows.ReadAsync(new() { ReceivedFrom = since }, cancellation).Take(MostLooked).ToListAsync(cancellation);
        var found = ImmutableArray.CreateBuilder<FoundLead>();
        var opened = 0;
        foreach (var some in looked.Where(viewer.Sight.Sees).Chunk(AtOnce))
        {
            if (found.Count >= MostFound || opened >= MostOpened)
                return new([.. found.Take(MostFound)], since, false);
            opened += some.Length;
            foreach (var (row, record) in await Task.WhenAll(some.Select(row => OpenAsync(row, cancellation))))
            {
                if (record is not null && asked.Matches(record.Name, record.Company))
                    found.Add(Found(row, LeadTitle.Of(record)));
            }
        }

        return new([.. found.Take(MostFound)], since, looked.Count < MostLooked && found.Count <= MostFound);
    }

    private async Task<(LeadRow Row, LeadRecord? Record)> OpenAsync(LeadRow row, CancellationToken cancellation) =>
        (row, await vault.OpenAsync(row.Id.Value, cancellation));

    private static FoundLead Found(LeadRow row, LeadTitle title) => new(row.Id.Value, title, row.Status, row.Tier, row.ReceivedAt);
}
