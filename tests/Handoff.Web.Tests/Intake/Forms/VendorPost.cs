using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>A body as a vendor sends it, and how that vendor signs it: written here once more, from the vendors' own pages.</summary>
internal sealed record VendorPost(SourceFormat Format, byte[] Body, string MediaType)
{
    public const string Key = "the-key";
    public const string Secret = "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVz";
    private const string Json = "application/json";
    private const string Boundary = "----WebKitFormBoundary7MA4YWxk";

    private static readonly ImmutableArray<SourceFormat> Unsigned =
    [
        SourceFormat.Form, SourceFormat.Jotform, SourceFormat.GoogleAds, SourceFormat.Unbounce, SourceFormat.Elementor,
        SourceFormat.GravityForms, SourceFormat.Dataverse,
    ];

    public static VendorPost Of(SourceFormat format) => format switch
    {
        SourceFormat.Json => new(
            format, """{"email":"ada@heartofgold.example","name":"Ada Rossi","utm_campaign":"autumn-demo"}"""u8.ToArray(), Json),
        SourceFormat.Form => new(format, "email=ada%40heartofgold.example&name=Ada+Rossi"u8.ToArray(), "application/x-www-form-urlencoded"),
        SourceFormat.Jotform => new(format, Jotform("jotform.txt"), $"multipart/form-data; boundary={Boundary}"),
        SourceFormat.Unbounce or SourceFormat.Elementor => new(format, File(format, "txt"), "application/x-www-form-urlencoded"),
        _ => new(format, File(format, "json"), Json),
    };

    /// <summary>A body that somebody else's program took, as its vendor sends it: JSON, or a form that is written a field a line.</summary>
    public static VendorPost Seen(SourceFormat format, string file) =>
        file.EndsWith(".json", StringComparison.Ordinal) ? new(format, File(file), Json)
        : format == SourceFormat.Jotform ? new(format, Jotform(file), $"multipart/form-data; boundary={Boundary}")
        : new(
            format, Encoding.UTF8.GetBytes(string.Join('&', Fields(file).Select(field => string.Join('=', field.Select(Escaped))))),
            "application/x-www-form-urlencoded");

    public LeadSource Source => new()
    {
        Name = Name(Format),
        Format = Format,
        Key = Unsigned.Contains(Format) ? Key : "",
        Secrets = Unsigned.Contains(Format) ? [] : ["whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQ=", Secret],
        Map = Format == SourceFormat.GravityForms
            ? ImmutableDictionary<string, string>.Empty.Add("email", "2").Add("phone", "4").Add("company", "3")
            : ImmutableDictionary<string, string>.Empty,
    };

    /// <summary>The post, signed at a time.</summary>
    public HttpRequestMessage At(DateTimeOffset now, string secret = Secret)
    {
        var query = Format switch
        {
            _ when !Unsigned.Contains(Format) => "",
            SourceFormat.GoogleAds => "",
            SourceFormat.Dataverse => $"?code={Key}",
            _ => $"?key={Key}",
        };
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/leads/{Name(Format)}{query}") { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        foreach (var (name, value) in Headers(now, secret))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static string Name(SourceFormat format) => format.ToString().ToLowerInvariant();

    private IEnumerable<(string, string)> Headers(DateTimeOffset now, string secret)
    {
        var (seconds, milliseconds) = (Text(now.ToUnixTimeSeconds()), Text(now.ToUnixTimeMilliseconds()));
        var key = Encoding.UTF8.GetBytes(secret);
        switch (Format)
        {
            case SourceFormat.Json:
                var standard = Convert.FromBase64String(secret["whsec_".Length..]);
                return
                [
                    ("webhook-id", "msg_1"), ("webhook-timestamp", seconds),
                    ("webhook-signature", "v1,b2xk v1," + Base64(HMACSHA256.HashData(standard, Bytes($"msg_1.{seconds}.", Body)))),
                ];
            case SourceFormat.Typeform:
                return [("Typeform-Signature", "sha256=" + Base64(HMACSHA256.HashData(key, Body)))];
            case SourceFormat.Webflow:
                return
                [
                    ("x-webflow-timestamp", milliseconds),
                    ("x-webflow-signature", Hex(HMACSHA256.HashData(key, Bytes($"{milliseconds}:", Body)))),
                ];
            case SourceFormat.Tally:
                return [("Tally-Signature", Base64(HMACSHA256.HashData(key, Body)))];
            case SourceFormat.Framer:
                const string submission = "0fbbb90e-564b-4870-ac8b-78f9bc4e44a6";
                byte[] both = [.. Body, .. Encoding.UTF8.GetBytes(submission)];
                return
                [
                    ("Framer-Webhook-Submission-Id", submission),
                    ("Framer-Signature", "sha256=" + Hex(HMACSHA256.HashData(key, both))),
                ];
            case SourceFormat.Wpforms:
                return
                [
                    ("X-WPForms-Webhook-Id", "7"),
                    ("X-WPForms-Webhook-Signature", $"t={seconds},v={Hex(HMACSHA256.HashData(key, Bytes($"{seconds}.", Body)))}"),
                ];
            case SourceFormat.Calendly:
                return [("Calendly-Webhook-Signature", $"t={seconds},v1={Hex(HMACSHA256.HashData(key, Bytes($"{seconds}.", Body)))}")];
            case SourceFormat.Hubspot:
                byte[] signed = [.. Bytes("POSThttp://localhost/api/leads/hubspot", Body), .. Encoding.UTF8.GetBytes(milliseconds)];
                return
                [
                    ("X-HubSpot-Request-Timestamp", milliseconds),
                    ("X-HubSpot-Signature-v3", Base64(HMACSHA256.HashData(key, signed))),
                ];
            case SourceFormat.Meta:
                return [("X-Hub-Signature-256", "sha256=" + Hex(HMACSHA256.HashData(key, Body)))];
            case SourceFormat.Linkedin:
                return [("X-LI-Signature", Hex(HMACSHA256.HashData(key, Bytes("hmacsha256=", Body))))];
            default:
                return [];
        }
    }

    public static byte[] File(SourceFormat format, string ending) =>
        File(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(format.ToString()) + "." + ending);

    public static byte[] File(string name) =>
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Intake", "Forms", "Examples", name));

    private static string Escaped(string text) => Uri.EscapeDataString(text.Replace("\\n", "\n", StringComparison.Ordinal));

    private static byte[] Jotform(string file)
    {
        var body = string.Concat(Fields(file).Select(
            part => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{part[0]}\"\r\n\r\n{part[1]}\r\n"));
        return Encoding.UTF8.GetBytes($"{body}--{Boundary}--\r\n");
    }

    /// <summary>The fields of a form that is written a field a line.</summary>
    private static IEnumerable<string[]> Fields(string file) => Encoding.UTF8.GetString(File(file))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2));

    private static byte[] Bytes(string before, byte[] body) => [.. Encoding.UTF8.GetBytes(before), .. body];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
