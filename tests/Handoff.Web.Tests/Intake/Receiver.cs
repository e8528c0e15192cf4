using System.Net.Http.Headers;
using System.Text;
using Handoff.Leads;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Tests.Intake;

/// <summary>A site whose intake notes what it is given.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private Receiver(Site site) => Site = site;

    public Site Site { get; }

    public IntakeRequest? Received { get; private set; }

    public IReadOnlyDictionary<string, string> Fields => Received?.Fields ?? throw new InvalidOperationException("Nothing was received.");

    public static async Task<Receiver> StartAsync(IntakeAnswer? answer = null)
    {
        Receiver? receiver = null;
        var site = await Site.StartAsync(instead: app => app.MapPost(
            "/api/leads/{source}",
            (HttpContext http, string source, ISourceCatalog sources, AdminAccess access, FormDoor door) =>
                IntakeEndpoint.TakeAsync(http, source, sources, access, door, (request, _) =>
            {
                receiver!.Received = request;
                return Task.FromResult(answer ?? new IntakeAnswer.Stored(new LeadId("019aa0"), "qualified", "hot", 72, null));
            })).First());
        return receiver = new(site);
    }

    public Task<HttpResponseMessage> PostAsync(
        string body, string mediaType = "application/json", string source = "website", string? key = "demo",
        Action<HttpRequestMessage>? with = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), mediaType, source, key, with);

    public async Task<HttpResponseMessage> PostAsync(
        byte[] body, string? mediaType, string source = "website", string? key = "demo", Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/leads/{source}") { Content = new ByteArrayContent(body) };
        if (mediaType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (key is not null)
            request.Headers.Add("X-Handoff-Key", key);
        with?.Invoke(request);
        return await Site.Client.SendAsync(request);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
