using Handoff.Connect.Bodies;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Tells how the body of a request is to be read.</summary>
internal static class PostedBody
{
    /// <summary>Whether the body is of a kind that is wanted; else what to send (415).</summary>
    public static bool TryRead(HttpRequest request, BodyKinds wanted, out BodyType body, out string refusal)
    {
        var isWanted = BodyType.TryRead(request.ContentType, wanted, out body, out refusal);
        if (!RequestBody.IsCompressed(request))
            return isWanted;
        refusal = RequestBody.Compressed;
        return false;
    }
}
