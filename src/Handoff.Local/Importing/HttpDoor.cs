using System.Net;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Service.Importing;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using NodaTime;

namespace Handoff.Local.Importing;

/// <summary>Posts rows to a running host, on this machine or in Azure, as any source does.</summary>
internal sealed class HttpDoor : IImportDoor, IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly LeadSource _source;
    private readonly string _key;

    public HttpDoor(Uri url, LeadSource source, string key)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
        _address = new Uri(new Uri(url.AbsoluteUri.TrimEnd('/') + "/"), $"api/leads/{Uri.EscapeDataString(source.Name)}");
        (_source, _key) = (source, key);
    }

    public async Task<RowAnswer> PostAsync(RowPost post, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.ContentType =
            new(_source.Format == SourceFormat.Json ? "application/json" : "application/x-www-form-urlencoded");
        request.Headers.Add("X-Handoff-Key", _key);
        request.Headers.Add("Idempotency-Key", post.Key);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return await ReadAsync(answer, cancellation);
        }
        catch (Exception e) when (
            e is HttpRequestException or TaskCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            return new RowAnswer.Later(Duration.Zero, $"{_address.GetLeftPart(UriPartial.Authority)} does not answer ({e.Message}).");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<RowAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        switch (answer.StatusCode)
        {
            case HttpStatusCode.Accepted:
                return await ReadAsync<IntakeReceipt>(answer, cancellation) is { Status: not null, Tier: not null } receipt
                    ? new RowAnswer.Taken(receipt.Status, receipt.Tier)
                    : new RowAnswer.Never($"{_address} answers 202, but not as Handoff does. Is the address right?");
            case HttpStatusCode.TooManyRequests:
                return new RowAnswer.Later(Duration.Max(Duration.FromMilliseconds(500), AfterOf(answer)), null);
            case HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError:
                return new RowAnswer.Later(
                    AfterOf(answer), $"{_address.GetLeftPart(UriPartial.Authority)} answers {(int)answer.StatusCode}.");
            case HttpStatusCode.Unauthorized:
                return new RowAnswer.Never(
                    $"The key of the source '{_source.Name}' is not the one that the host has. Give it with --key, or the host's " +
                    "agreement folder with --agreement.");
            case HttpStatusCode.NotFound:
                return new RowAnswer.Never($"The host has no source '{_source.Name}', or {_address} is not a Handoff.");
            case HttpStatusCode.UnsupportedMediaType:
                return new RowAnswer.Never(
                    $"The host's source '{_source.Name}' has another format. Give the host's agreement folder with --agreement.");
            case HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge:
                return new RowAnswer.Unusable(Say(await ReadAsync<Problem>(answer, cancellation), answer.StatusCode));
            default:
                return new RowAnswer.Never($"{_address} answers {(int)answer.StatusCode}. Is the address right?");
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Say(Problem? problem, HttpStatusCode status) =>
        problem?.Errors is { IsEmpty: false } errors
            ? string.Join(' ', errors.SelectMany(field => field.Value.Select(message => $"{field.Key}: {message}")))
        : problem?.Detail ?? $"The host answers {(int)status}.";

    private static Duration AfterOf(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta) : Duration.Zero;
}
