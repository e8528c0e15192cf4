using Handoff.Connect.Bodies;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Reads what a form of our own pages posts.</summary>
internal static class FormBody
{
    /// <summary>The fields, or the status that refuses them: 413, 415 or 400.</summary>
    public static async Task<(IReadOnlyDictionary<string, string>? Fields, int Status)> ReadAsync(HttpContext http, int limit = 16 * 1024)
    {
        if (!PostedBody.TryRead(http.Request, BodyKinds.Form, out var kind, out _))
            return (null, 415);
        var body = await RequestBody.ReadAsync(http.Request, limit, http.RequestAborted);
        if (body is null)
            return (null, 413);
        return await kind.ParseFormAsync(body, http.RequestAborted) is FieldsAnswer.Read read ? (read.Fields, 200) : (null, 400);
    }
}
