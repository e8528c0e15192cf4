using System.Globalization;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>What is remembered of a vendor's delivery.</summary>
/// <param name="Key">The lookup's key.</param>
/// <param name="Version">The version that was read; 0: none.</param>
/// <param name="Answer">The answer given the first time, or null: it is new.</param>
public sealed record DeliveryLookup(string Key, long Version, IntakeAnswer? Answer);

/// <summary>
/// Remembers the deliveries of vendors, who post again when they did not hear the answer: by <c>Idempotency-Key</c> for 7 days, else by
/// source and body for 10 minutes.
/// </summary>
public sealed class DeliveryMemory(ILookupStore lookups, LookupKeys keys, IClock clock)
{
    private static readonly Duration ByKey = Duration.FromDays(7);
    /// <summary>A vendor that only sends notices says a year later that a lead is to be erased.</summary>
    private static readonly Duration ByVendor = Duration.FromDays(400);

    private static readonly Duration ByBody = Duration.FromMinutes(10);

    /// <summary>Whether the delivery was received before, and what was answered.</summary>
    /// <param name="group">The group of the keys of whoever asks (<see cref="PersonKeys.Group"/>), or null.</param>
    /// <param name="isSure">Whether to look; else it is taken for new, and the commit tells.</param>
    public async ValueTask<DeliveryLookup> FindAsync(IntakeRequest request, string? group, bool isSure, CancellationToken cancellation)
    {
        var key = request.IdempotencyKey is { } idempotency
            ? await keys.DeliveryAsync(request.Source.Name, idempotency, cancellation)
            : await keys.BodyAsync(request.Source.Name, request.BodyHash, group, cancellation);
        var now = clock.GetCurrentInstant();
        if (!isSure || await lookups.FindLookupAsync(key, now, cancellation) is not { } found)
            return new(key, 0, null);
        var parts = found.Data.Split('|');
        if (parts[0] != Convert.ToHexString(request.BodyHash))
            return new(key, found.Version, new IntakeAnswer.KeyReused());
        return new(key, found.Version, new IntakeAnswer.Stored(new(parts[1]), parts[2], parts[3],
            int.Parse(parts[4], CultureInfo.InvariantCulture), parts[5].Length == 0 ? null : new LeadId(parts[5])));
    }

    /// <summary>What to remember with the new lead.</summary>
    public static IEnumerable<LookupWrite> Claims(DeliveryLookup lookup, IntakeAnswer.Stored answer, IntakeRequest request, Instant now)
    {
        var data = string.Create(CultureInfo.InvariantCulture,
            $"{Convert.ToHexString(request.BodyHash)}|{answer.Id}|{answer.Status}|{answer.Tier}|{answer.Score}|{answer.DuplicateOf}");
        yield return new(lookup.Key, answer.Id.Value, data, 0, now + Lasts(request));
    }

    /// <summary>The idempotency key of what a vendor knows by an id of its own.</summary>
    public static string VendorKey(string vendors) => $"vendor\n{vendors}";

    private static Duration Lasts(IntakeRequest request) => request.IdempotencyKey is null ? ByBody
        : request.Source.Format is SourceFormat.Meta or SourceFormat.Linkedin ? ByVendor : ByKey;
}
