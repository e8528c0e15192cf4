using System.Globalization;
using System.Text;

namespace Handoff.Benchmarks.Http;

/// <summary>What many who post at once have in common.</summary>
internal enum Crowd
{
    OneTeam,
    OneCompany,
    OnePerson,
    OneDelivery,
    Mixed,

    /// <summary>Each of a company whose domain the name system is asked for, with a captcha's token and consent.</summary>
    Checked,
}

/// <summary>The requests that the load program sends about leads.</summary>
internal static class LeadRequests
{
    /// <summary>
    /// A lead that no other run posts: 45 points, so it is qualified and of the tier standard, whose accept clock runs a day: no rung falls
    /// due while the load runs.
    /// </summary>
    public static byte[] Post(long number, string country = "IT")
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        return Post(n, $"person{n}@company{n}.example", country, "");
    }

    /// <summary>One of a crowd that wants the same of the store at once.</summary>
    public static byte[] Post(Crowd crowd, long number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        return crowd switch
        {
            Crowd.OneTeam => Post(number),
            Crowd.OneCompany => Post(n, $"person{n}@fair.example", "IT", ""),
            Crowd.OnePerson => Post(n, "ada@rossi.example", "IT", ""),
            Crowd.OneDelivery => Post("0", "bea@verdi.example", "IT", "Idempotency-Key: the-same\r\n"),
            Crowd.Mixed => Post((Crowd)(number % (int)Crowd.Mixed), number),
            // No such names exist, and none that is reserved for examples would be asked for.
            Crowd.Checked => Post(n, $"person{n}@company{n}.handoff-load", "IT", "", OfTheForm),
            _ => throw new ArgumentOutOfRangeException(nameof(crowd), crowd, "A crowd posts something."),
        };
    }

    private const string OfTheForm = ""","privacy":"yes","handoff_filled":"9000","cf-turnstile-response":"token" """;

    private static byte[] Post(string n, string email, string country, string headers, string more = "") => Connection.Request(
        "POST", "/api/leads/website", $"X-Handoff-Key: demo\r\nContent-Type: application/json\r\n{headers}",
        $$"""
        {"email":"{{email}}","name":"Person {{n}}","company":"Company {{n}}","country":"{{country}}","employees":"120",
        "job_title":"Head of Purchasing","form":"contact",
        "message":"We have {{n}} machines to look after and would like to know what you can do for us."{{more}}}
        """);

    /// <summary>A rep accepts.</summary>
    public static byte[] Accept(string path) =>
        Connection.Request("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", "action=accept");

    /// <summary>A rep declines.</summary>
    public static byte[] Decline(string path, string reason) =>
        Connection.Request("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", $"action=decline&reason={reason}");

    /// <summary>The id in an answer of the intake.</summary>
    public static string IdOf(ReadOnlySpan<byte> receipt)
    {
        var name = "\"id\":\""u8;
        var rest = receipt[(receipt.IndexOf(name) + name.Length)..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
    }
}
