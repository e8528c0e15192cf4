using System.Security.Cryptography;
using System.Text;
using Handoff.Fuzz.Tests.Fuzzing;
using Handoff.Service.MailEvents;
using Handoff.Web.Events;
using Microsoft.Extensions.Options;
using static Handoff.Fuzz.Tests.Parsers.Input;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>SendGrid's event webhook: its bodies, signatures and key.</summary>
internal static class SendGridParsers
{
    private const long At = 1_800_000_000;

    private static readonly byte[] Body = "[]"u8.ToArray();
    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly string PublicKey = Convert.ToBase64String(Signer.ExportSubjectPublicKeyInfo());
    private static readonly SendGridEventKey Key = SendGridEventKey.Read(PublicKey);

    public static IReadOnlyList<Parser> List { get; } =
    [
        new(
            "sendgrid events", Of(
                """[{"event":"bounce","type":"blocked","handoff_message":"0123456789abcdef-1","status":""" +
                """ "5.1.1","reason":"550 no","email":"a@b.it"},{"event":"open"}]""",
                """[{"event":"dropped","reason":"Bounced Address","handoff_message":"alerts-0123456789abcdef0123-17"},""" +
                """{"event":"delivered","handoff_message":"a-1"}]"""),
            ["event", "bounce", "dropped", "delivered", "deferred", "spamreport", "handoff_message", "status", "5.1.1", "\\ud83d", "[", "]",
                "{", "}", "null", "1e999"], Events),
        new("sendgrid signature", Of(Convert.ToBase64String(Signature())), ["=", "+", "/", "MEUCIQ"], Signed),
        new("sendgrid key", Of(PublicKey), ["=", "-----BEGIN PUBLIC KEY-----", "\n", "MFkw"], AKey),
    ];

    private static void Events(byte[] input)
    {
        foreach (var told in SendGridEvents.Read(input) ?? [])
        {
            Holds(MessageName.TryRead(told.Mail.ToString(), out var again) && again == told.Mail, "the name of a mail is one of ours");
            Holds(told.Reason.StartsWith("SendGrid", StringComparison.Ordinal) && told.Reason.Length < 80, "a reason is in our words");
        }
    }

    private static void Signed(byte[] input)
    {
        var text = input.Text();
        if (Key.IsSigned(text, At, Body))
            Holds(Signer.VerifyData(
                Data(), Convert.FromBase64String(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
                "only what is signed is signed");
    }

    private static void AKey(byte[] input)
    {
        try
        {
            Holds(SendGridEventKey.Read(input.Text()).IsSet
                || string.IsNullOrWhiteSpace(input.Text()), "a key that is read opens the webhook");
        }
        catch (OptionsValidationException)
        {
            // Told at start, with what to do.
        }
    }

    private static byte[] Data() => [.. Encoding.ASCII.GetBytes("1800000000"), .. Body];

    private static byte[] Signature() => Signer.SignData(Data(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
