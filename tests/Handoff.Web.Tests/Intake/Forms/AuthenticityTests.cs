using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Handoff.Agreements;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Oracle = StandardWebhooks.StandardWebhook;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>Who is not the source is refused, and nothing of it is kept.</summary>
public sealed class AuthenticityTests
{
    public static TheoryData<SourceFormat> Formats => [.. Enum.GetValues<SourceFormat>()];

    public static TheoryData<SourceFormat> OfSigners =>
        [.. Enum.GetValues<SourceFormat>().Where(format => !VendorPost.Of(format).Source.Secrets.IsEmpty)];

    public static TheoryData<SourceFormat> Timed =>
        [SourceFormat.Json, SourceFormat.Webflow, SourceFormat.Wpforms, SourceFormat.Calendly, SourceFormat.Hubspot];

    [Theory]
    [MemberData(nameof(OfSigners))]
    public async Task A_signature_by_another_secret_is_401(SourceFormat format) =>
        await RefusedAsync(VendorPost.Of(format), post => post.At(Given.Now.ToDateTimeOffset(), "whsec_YW5vdGhlci1hbm90aGVyLWFub3RoZXI="));

    [Theory]
    [MemberData(nameof(OfSigners))]
    public async Task A_body_of_which_one_byte_is_another_is_401(SourceFormat format)
    {
        var post = VendorPost.Of(format);
        await using var site = await VendorSite.StartAsync(post.Source);
        using var request = post.At(Given.Now.ToDateTimeOffset());
        byte[] other = [.. post.Body[..^2], (byte)' ', post.Body[^1]];
        var type = request.Content!.Headers.ContentType;
        request.Content = new ByteArrayContent(other) { Headers = { ContentType = type } };

        using var response = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_post_without_key_or_signature_is_401(SourceFormat format)
    {
        var post = VendorPost.Of(format);
        if (format == SourceFormat.GoogleAds)
            post = post with
            {
                Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(post.Body).Replace(VendorPost.Key, "x", StringComparison.Ordinal)),
            };
        await RefusedAsync(post, one =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/leads/{VendorPost.Name(format)}")
            {
                Content = new ByteArrayContent(one.Body),
            };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", one.MediaType);
            return request;
        });
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public async Task A_signature_of_six_minutes_ago_is_401(SourceFormat format) =>
        await RefusedAsync(VendorPost.Of(format), post => post.At(Given.Now.ToDateTimeOffset().AddMinutes(-6)));

    [Fact]
    public async Task The_id_that_is_signed_is_the_deliverys()
    {
        var post = VendorPost.Of(SourceFormat.Json);
        await using var site = await VendorSite.StartAsync(post.Source);
        using var first = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));
        var later = Duration.FromHours(5);
        site.Site.Pass(later);

        using var again = await site.SendAsync(post.At((Given.Now + later).ToDateTimeOffset()));

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(await VendorSite.IdAsync(first), await VendorSite.IdAsync(again));
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public async Task The_tolerance_is_on_the_products_clock(SourceFormat format)
    {
        var post = VendorPost.Of(format);
        await using var site = await VendorSite.StartAsync(post.Source);
        site.Site.Pass(Duration.FromMinutes(4));

        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_other_of_two_keys_is_valid_too()
    {
        var post = VendorPost.Of(SourceFormat.Elementor);
        await using var site = await VendorSite.StartAsync(post.Source with { Key = "new", OtherKey = VendorPost.Key });

        using var response = await site.SendAsync(post.At(Given.Now.ToDateTimeOffset()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_the_reference_implementation_of_Standard_Webhooks_signs_is_authentic()
    {
        var post = VendorPost.Of(SourceFormat.Json);
        var now = Given.Now.ToDateTimeOffset();
        await using var site = await VendorSite.StartAsync(post.Source);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/json") { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", post.MediaType);
        request.Headers.Add("webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W");
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            "webhook-signature",
            new Oracle(VendorPost.Secret).Sign("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", now, Encoding.UTF8.GetString(post.Body)));

        using var response = await site.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    // developers.hubspot.com, "validating requests": the app's secret and the body; in the second version the method and the address too.
    [Theory]
    [InlineData("v1", "", HttpStatusCode.OK)]
    [InlineData("v2", "POSThttp://localhost/api/leads/hubspot", HttpStatusCode.OK)]
    [InlineData(null, "POSThttp://localhost/api/leads/hubspot", HttpStatusCode.OK)]
    [InlineData("v2", "POSThttp://localhost/api/leads/other", HttpStatusCode.Unauthorized)]
    [InlineData("v1", "POSThttp://localhost/api/leads/hubspot", HttpStatusCode.Unauthorized)]
    public async Task HubSpots_older_signatures_are_known(string? version, string before, HttpStatusCode status)
    {
        var post = VendorPost.Of(SourceFormat.Hubspot);
        await using var site = await VendorSite.StartAsync(post.Source);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/hubspot") { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", post.MediaType);
        request.Headers.Add(
            "X-HubSpot-Signature",
            Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(VendorPost.Secret + before), .. post.Body])));
        if (version is not null)
            request.Headers.Add("X-HubSpot-Signature-Version", version);

        using var response = await site.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    private static async Task RefusedAsync(VendorPost post, Func<VendorPost, HttpRequestMessage> send)
    {
        await using var site = await VendorSite.StartAsync(post.Source);
        var facts = site.Site.Services.GetRequiredService<IFactStore>();
        var before = await facts.ListValuesAsync("", default);

        using var response = await site.SendAsync(send(post));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        // That it was refused is all that is kept.
        Assert.Empty(await site.Site.Services.GetRequiredService<IStreamStore>().ListAsync(StreamKind.Lead, default).ToListAsync());
        Assert.Equal(
            [$"source-refused:{post.Source.Name}"], (await facts.ListValuesAsync("", default)).Except(before).Select(fact => fact.Key));
    }
}
