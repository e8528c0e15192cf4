using Handoff.Agreements;
using Handoff.Connect.Fetching;
using Handoff.Connect.Forms;
using Handoff.Service.Fetching;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Web.Access;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Intake;

/// <summary>Makes of a request what a format reads, and tells whether it is the source's.</summary>
public sealed class FormDoor(
    Site site, SourceRefusals refusals, SourceLimits limits, SourceNews news, VendorErasing erasing, Senders senders, IClock clock)
{
    /// <summary>The vendor says that the person had a submission deleted.</summary>
    public Task EraseAsync(LeadSource source, string deliveryKey, CancellationToken cancellation) =>
        erasing.EraseAsync(source, deliveryKey, cancellation);

    /// <summary>A post was refused: it is told on the page of the sources.</summary>
    public ValueTask RefusedAsync(string source, int status, CancellationToken cancellation) =>
        news.RefusedAsync(source, status, cancellation);

    /// <summary>Whether a page posts that may not.</summary>
    public bool IsForeign(LeadSource source, HttpRequest request) => CrossOrigin.IsForeign(request, source, site.BaseAddress);

    /// <summary>After how many seconds whoever posts may post to the source again; null: now.</summary>
    public int? TooMany(LeadSource source, HttpContext http) => limits.Count(source, senders.Of(http));

    /// <summary>Whether who posts is the source; counted, so that a key that was changed on one side only is found.</summary>
    public async ValueTask<bool> KnowsAsync(LeadSource source, HttpRequest request, byte[] body)
    {
        var key = KeyOf(request, FormFormats.Of(source.Format));
        var isKnown = Authenticity.Holds(source, PostOf(request, body), key, clock.GetCurrentInstant());
        if (isKnown)
            await refusals.AcceptedAsync(source, request.HttpContext.RequestAborted);
        else
            await refusals.RefusedAsync(source, request.HttpContext.RequestAborted);
        return isKnown;
    }

    /// <summary>The answer to a vendor that asks whether the address is meant for it; null: it does not ask.</summary>
    internal static IResult? Greet(HttpRequest request, LeadSource? source) =>
        source is not null && FormFormats.Of(source.Format).Greet is { } greet
            && greet(source, name => request.Query.TryGetValue(name, out var value) ? value.ToString() : null) is { } greeting
            ? TypedResults.Text(greeting.Text, greeting.MediaType) : null;

    /// <summary>What was posted. Its address is the public one, whatever proxy stands between.</summary>
    public FormPost PostOf(HttpRequest request, byte[] body) => new()
    {
        Body = body,
        ContentType = request.ContentType,
        Header = name => request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values.ToString() : null,
        Method = request.Method,
        Url = new(site.BaseAddress, request.Path.ToUriComponent().TrimStart('/') + request.QueryString.ToUriComponent()),
    };

    /// <summary>What the intake is asked.</summary>
    internal static IntakeRequest RequestOf(LeadSource source, FormReading.Lead lead, FormPost post, string? page) =>
        VendorRequest.Of(source, lead, post) with { Page = page };

    private static string? KeyOf(HttpRequest request, FormFormat format) =>
        request.Headers.TryGetValue(IntakeEndpoint.KeyHeader, out var header) ? header.ToString()
        : request.QueryString.HasValue && request.Query.TryGetValue(format.KeyParameter, out var named) ? named.ToString()
        : request.QueryString.HasValue && request.Query.TryGetValue("key", out var query) ? query.ToString()
        : null;
}
