using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Writes a value as JSON by its generated contract, in one write of known length.</summary>
internal sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> contract, string mediaType = "application/json; charset=utf-8")
    : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    /// <summary>Where the thing is now, or null.</summary>
    public string? Location { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null)
            httpContext.Response.Headers.Location = Location;
        return TypedResults.Text(JsonSerializer.SerializeToUtf8Bytes(value, contract), mediaType, status).ExecuteAsync(httpContext);
    }
}
