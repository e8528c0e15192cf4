using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Handoff.Web.Events;

namespace Handoff.Acceptance.Hosting;

/// <summary>What SendGrid posts of mails that it took, signed as SendGrid signs.</summary>
public static class SendGridPosts
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The setting by which a host knows the key of these posts.</summary>
    public static KeyValuePair<string, string?> Setting { get; } =
        new(SendGridEventKey.Variable, Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()));

    /// <summary>SendGrid tells what became of a mail, and the host does what follows.</summary>
    public static Task<HttpStatusCode> TellOfMailAsync(
        this ProductHost host, SeenMail mail, string happened, params (string Name, string Value)[] with)
    {
        var told = with.Append(("event", happened)).Append(("handoff_message", mail.Id)).Append(("email", mail.To))
            .Append(("sg_event_id", "e-1"));
        return host.TellAsync([told.ToDictionary(one => one.Item1, one => one.Item2)]);
    }

    public static async Task<HttpStatusCode> TellAsync(this ProductHost host, params Dictionary<string, string>[] batch)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(batch);
        var timestamp = host.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature =
            Key.SignData([.. Encoding.ASCII.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events/sendgrid") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        using var answer = await host.Http.SendAsync(request);
        await host.SettleAsync();
        return answer.StatusCode;
    }
}
