using System.Globalization;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>What may come in the place of an answer, the same on every run: cut, altered, emptied, of another kind or status.</summary>
internal static class Mutations
{
    public const int Count = 64;

    private static readonly string[] Others =
    [
        "", "null", "[]", "{}", "true", "\"text\"", "<html><body>502 Bad Gateway</body></html>", """{"id":{"id":[]},"properties":[1,2]}""",
        """[{"errorCode":"\ud800","message":7,"fields":{"a":1}}]""", """{"id":"../../crm/v3/objects/deals/1","properties":{"a":null}}""",
        """{"id":"151","properties":{"handoff_id":["x"],"hs_lead_status":{"a":1},"lifecyclestage":7}}""",
        """{"results":[null,{"id":null,"properties":null},7,{"id":"1","properties":{"handoff_id":"\udfff"}}]}""",
        """{"status":"error","category":"VALIDATION_ERROR","message":"\ud83d"}""", "{\"a\":" + new string('[', 2_000), "\uFEFF{}",
        """{"message":"Contact already exists. Existing ID: 99999999999999999999999999999"}""",
    ];

    private static readonly int[] Statuses = [200, 400, 403, 404, 409, 418, 429, 500, 207, 300, 307, 423, 477, 201, 503, 599];

    public static Reply Of(Reply reply, int number)
    {
        var (kind, part) = (number % 4, number / 4);
        var at = reply.Body.Length == 0 ? 0 : part * 7919 % reply.Body.Length;
        return kind switch
        {
            0 => reply with { Body = reply.Body[..at], Status = reply.Status == 204 ? 200 : reply.Status },
            1 => reply with { Body = Others[part], Status = reply.Status == 204 ? 200 : reply.Status },
            2 => reply with
            {
                Status = Statuses[part], RetryAfter = part % 2 == 0 ? null : part.ToString(CultureInfo.InvariantCulture),
            },
            _ => reply with
            {
                Body = reply.Body.Length == 0 ? "\0" : reply.Body[..at] + "{\"\0:7]"[part % 6] + reply.Body[(at + 1)..],
                Status = part % 3 == 0 ? 500 : reply.Status == 204 ? 200 : reply.Status,
                RetryAfter = part % 5 == 0 ? "-1" : null,
            },
        };
    }
}
