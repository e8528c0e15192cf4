using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Handoff.Service.Intake;

namespace Handoff.Connect.Fetching;

/// <summary>Makes of a reading what the intake is asked.</summary>
public static class VendorRequest
{
    /// <summary>A vendor's id of a submission is its delivery key, however the same is said again.</summary>
    public static IntakeRequest Of(LeadSource source, FormReading.Lead lead, FormPost post) => new()
    {
        Source = source,
        Fields = lead.Fields,
        Aliases = lead.Aliases,
        IdempotencyKey = lead.DeliveryKey is { } vendors ? DeliveryMemory.VendorKey(vendors) : KeyOf(source, post),
        GoesOnAs = lead.GoesOnAs,
        BodyHash = lead.DeliveryKey is { } again ? DeliveryMemory.VendorHash(again) : SHA256.HashData(post.Body),
        IsTest = lead.IsTest,
        Host = lead.Host,
        Meeting = lead.Meeting,
        KeepsAll = FormFormats.Of(source.Format).IsVendors,
    };

    /// <summary>The <c>Idempotency-Key</c>, else the id that the sender has signed; null: there is neither.</summary>
    private static string? KeyOf(LeadSource source, FormPost post) =>
        post.Header("Idempotency-Key") is { Length: > 0 } key ? key
        : !source.Secrets.IsEmpty && FormFormats.Of(source.Format).SignedId is { } name ? post.Header(name) : null;
}
