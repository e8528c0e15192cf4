using System.Globalization;
using System.Text;

namespace Handoff.Benchmarks.Http;

/// <summary>The requests that the load program sends about leads.</summary>
internal static class LeadRequests
{
    /// <summary>
    /// A lead that no other run posts: 45 points, so it is qualified and of the tier standard, whose accept clock runs a day: no rung falls due
    /// while the load runs.
    /// </summary>
    public static byte[] Post(long number, string country = "IT")
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        return Connection.Request("POST", "/api/leads/website", "X-Handoff-Key: demo\r\nContent-Type: application/json\r\n",
            $$"""{"email":"person{{n}}@company{{n}}.example","name":"Person {{n}}","company":"Company {{n}}","country":"{{country}}","employees":"120","job_title":"Head of Purchasing","form":"contact","message":"We have {{n}} machines to look after and would like to know what you can do for us."}""");
    }

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
