using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Http;

/// <summary>Writes a value as JSON by its generated contract, in one write of known length.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="value">The value.</param>
/// <param name="contract">How it is written.</param>
internal sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> contract) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>Where the thing is now, or null.</summary>
    public string? Location { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Location is not null)
            httpContext.Response.Headers.Location = Location;
        return JsonAnswer.WriteAsync(httpContext, status, value, contract, "application/json; charset=utf-8");
    }
}

/// <summary>Writes JSON.</summary>
internal static class JsonAnswer
{
    public static Task WriteAsync<T>(HttpContext http, int status, T value, JsonTypeInfo<T> contract, string mediaType)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, contract);
        var response = http.Response;
        SafeHeaders.Apply(response, SafeHeaders.NothingLoads);
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
