using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>What is remembered of a vendor's delivery.</summary>
/// <param name="Key">The lookup's key.</param>
/// <param name="Version">The version that was read; 0: none.</param>
/// <param name="Answer">The answer given the first time, or null: it is new.</param>
/// <param name="Next">The key by which a later post goes on with it, or null.</param>
public sealed record DeliveryLookup(string Key, long Version, IntakeAnswer? Answer, string? Next);

/// <summary>
/// Remembers the deliveries of vendors, who post again when they did not hear the answer: by <c>Idempotency-Key</c> for 7 days, else by
/// source and body for 10 minutes. What a vendor's later posts may be about is remembered for 400 days.
/// </summary>
public sealed class DeliveryMemory(ILookupStore lookups, LookupKeys keys, IClock clock)
{
    private static readonly Duration ByKey = Duration.FromDays(7);

    /// <summary>A vendor says a year later that a lead is to be erased, or that a meeting is moved.</summary>
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
        var next = request.GoesOnAs is { } vendors
            ? await keys.DeliveryAsync(request.Source.Name, VendorKey(vendors), cancellation) : null;
        var now = clock.GetCurrentInstant();
        if (!isSure || await lookups.FindLookupAsync(key, now, cancellation) is not { } found)
            return new(key, 0, null, next);
        var parts = found.Data.Split('|');
        if (parts[0] != Convert.ToHexString(request.BodyHash))
            return new(key, found.Version, new IntakeAnswer.KeyReused(), next);
        return new(key, found.Version, new IntakeAnswer.Stored(new(parts[1]), parts[2], parts[3],
            int.Parse(parts[4], CultureInfo.InvariantCulture), parts[5].Length == 0 ? null : new LeadId(parts[5])), next);
    }

    /// <summary>Whether the post that goes on with a delivery was received before.</summary>
    public async ValueTask<bool> WentOnAsync(DeliveryLookup lookup, CancellationToken cancellation) =>
        lookup.Next is { } next && await lookups.FindLookupAsync(next, clock.GetCurrentInstant(), cancellation) is not null;

    /// <summary>What to remember with the new lead.</summary>
    public static ImmutableArray<LookupWrite> Claims(
        DeliveryLookup lookup, IntakeAnswer.Stored answer, IntakeRequest request, Instant now) =>
    [
        new(lookup.Key, answer.Id.Value, Data(request.BodyHash, answer), 0, now + Lasts(request)),
        .. Next(lookup, answer, request, now).Lookups,
    ];

    /// <summary>What to remember with a turn of a known lead: the key by which a later post goes on with it.</summary>
    public static TurnExtras Next(DeliveryLookup lookup, IntakeAnswer.Stored answer, IntakeRequest request, Instant now) =>
        lookup.Next is not { } next ? TurnExtras.None : new()
        {
            Lookups = [new(next, answer.Id.Value, Data(VendorHash(request.GoesOnAs!), answer), null, now + Lasts(request))],
        };

    /// <summary>The idempotency key of what a vendor knows by an id of its own.</summary>
    public static string VendorKey(string vendors) => $"vendor\n{vendors}";

    /// <summary>What stands for the body of what a vendor knows by an id of its own: it may say the same in other words.</summary>
    public static byte[] VendorHash(string vendors) => SHA256.HashData(Encoding.UTF8.GetBytes(vendors));

    private static string Data(byte[] hash, IntakeAnswer.Stored answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Convert.ToHexString(hash)}|{answer.Id}|{answer.Status}|{answer.Tier}|{answer.Score}|{answer.DuplicateOf}");

    private static Duration Lasts(IntakeRequest request) => request.IdempotencyKey is null ? ByBody
        : request.Source.Format is SourceFormat.Meta or SourceFormat.Linkedin or SourceFormat.Calendly ? ByVendor : ByKey;
}
