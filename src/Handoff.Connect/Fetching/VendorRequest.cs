using System.Security.Cryptography;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Handoff.Service.Intake;

namespace Handoff.Connect.Fetching;

/// <summary>Makes of a reading what the intake is asked.</summary>
public static class VendorRequest
{
    /// <summary>A vendor's id of a submission is its delivery key, however the same is said again.</summary>
    /// <param name="idempotencyKey">What the sender calls the delivery; empty: nothing.</param>
    public static IntakeRequest Of(LeadSource source, FormReading.Lead lead, byte[] body, string idempotencyKey = "") => new()
    {
        Source = source,
        Fields = lead.Fields,
        Aliases = lead.Aliases,
        IdempotencyKey = lead.DeliveryKey is { } vendors ? DeliveryMemory.VendorKey(vendors)
            : idempotencyKey.Length == 0 ? null : idempotencyKey,
        GoesOnAs = lead.GoesOnAs,
        BodyHash = lead.DeliveryKey is { } again ? DeliveryMemory.VendorHash(again) : SHA256.HashData(body),
        IsTest = lead.IsTest,
        Host = lead.Host,
        Meeting = lead.Meeting,
        KeepsAll = FormFormats.Of(source.Format).IsVendors,
    };
}
