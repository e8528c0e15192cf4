using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Connect.Forms;
using Handoff.Leads;
using Handoff.Qualification;
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

    /// <summary>What is authentic and not understood, as it came: somebody of marketing reads it.</summary>
    public static IntakeRequest Held(LeadSource source, byte[] body, QuarantineCause cause) => new()
    {
        Source = source with { Map = ImmutableDictionary<string, string>.Empty },
        Fields = ImmutableDictionary<string, string>.Empty.Add(KnownFields.Message, Encoding.UTF8.GetString(body)),
        IdempotencyKey = null,
        BodyHash = SHA256.HashData(body),
        Held = cause,
        KeepsAll = true,
    };

    /// <summary>
    /// Reads what the vendor was asked for. What does not read is held back, under its own bytes as the key: it is looked at day by day.
    /// </summary>
    public static async ValueTask<IntakeRequest> ReadAsync(LeadSource source, byte[] body, CancellationToken cancellation)
    {
        var post = new FormPost
        {
            Body = body,
            ContentType = "application/json",
            Header = static _ => null,
            Url = new("https://handoff.invalid/"),
        };
        var reading = await FormFormats.Of(source.Format).ReadAsync(post, cancellation);
        if (reading is FormReading.Lead lead)
            return Of(source, lead, post);
        var held = Held(source, body, QuarantineCause.NotUnderstood);
        return held with { IdempotencyKey = DeliveryMemory.VendorKey(Convert.ToHexString(held.BodyHash)) };
    }

    /// <summary>The <c>Idempotency-Key</c>, else the id that the sender has signed; null: there is neither.</summary>
    private static string? KeyOf(LeadSource source, FormPost post) =>
        post.Header("Idempotency-Key") is { Length: > 0 } key ? key
        : !source.Secrets.IsEmpty && FormFormats.Of(source.Format).SignedId is { } name ? post.Header(name) : null;
}
