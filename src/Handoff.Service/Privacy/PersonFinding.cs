using Handoff.Leads;
using Handoff.Privacy;
using Handoff.Qualification;
using Handoff.Rows;
using Handoff.Service.Leads;
using Handoff.Service.Rows;
using Handoff.Service.Storage;
using Handoff.Service.Vault;

namespace Handoff.Service.Privacy;

/// <summary>
/// Finds every lead of a person, held back or thrown away ones too. The keyed hashes lead only to the last lead, so what is sealed is
/// opened, lead by lead: it takes as long as there are leads with personal data.
/// </summary>
public sealed class PersonFinding(LeadRowReading rows, LeadVault vault)
{
    private const int AtOnce = 32;

    /// <summary>The person's leads, the one received last first.</summary>
    public async Task<PersonChain> FindAsync(PersonSeed seed, CancellationToken cancellation)
    {
        List<LeadTrace> traces = [];
        await foreach (var some in rows.ReadAsync(RowQuery.All, cancellation).Where(row => row.Status != LeadStatus.Erased).Chunk(AtOnce)
            .WithCancellation(cancellation))
        {
            foreach (var trace in await Task.WhenAll(some.Select(row => TraceAsync(row, cancellation))))
            {
                if (trace is not null)
                    traces.Add(trace);
            }
        }

        return PersonChain.Of(seed, traces);
    }

    private async Task<LeadTrace?> TraceAsync(LeadRow row, CancellationToken cancellation) =>
        await vault.OpenAsync(row.Id.Value, cancellation) is { } record
            ? new(row.Id, [.. AddressesOf(record)], record.Phone?.Trim(), [.. LinkedTo(row)]) : null;

    private static IEnumerable<string> AddressesOf(LeadRecord record) => new[]
    {
        record.Email, record.Form.GetValueOrDefault(KnownFields.Email), record.Correction?.GetValueOrDefault(KnownFields.Email),
    }.Where(address => !string.IsNullOrWhiteSpace(address)).Select(address => PersonSeed.ComparedAddress(address!))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<LeadId> LinkedTo(LeadRow row) =>
        new[] { row.Earlier, row.DuplicateOf, row.Follows?.Lead, row.FollowedBy?.Lead }.OfType<LeadId>();
}
