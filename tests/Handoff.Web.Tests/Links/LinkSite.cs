using Handoff.Service.Links;
using Handoff.Web.Links;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Tests.Links;

/// <summary>Sites whose links show or answer one page.</summary>
internal static class LinkSite
{
    private static readonly string[] Patterns = ["/r/{token}", "/m/{token}"];

    /// <summary>A site on which opening a link shows the page.</summary>
    public static Task<Site> Showing(LinkPage page, Action<IServiceCollection>? host = null) => Site.StartAsync(host: host, instead: app =>
    {
        foreach (var pattern in Patterns)
            app.MapMethods(pattern, ["GET", "HEAD"], (HttpContext http, PageRenderer pages) => LinkEndpoints.ShownAsync(http, page, pages))
                .First();
    });

    /// <summary>A site on which acting is answered by the page.</summary>
    public static Task<Site> Answering(LinkPage page, LinkResult result, Action<LinkForm>? hear = null) => Site.StartAsync(instead: app =>
    {
        foreach (var pattern in Patterns)
        {
            app.MapPost(pattern, async (HttpContext http, PageRenderer pages) =>
            {
                var (form, _) = await PostedForm.ReadAsync(http, 64 * 1024);
                hear?.Invoke(form!);
                return await LinkEndpoints.AnsweredAsync(http, new LinkAnswer(page, result), form!, pages);
            }).First();
        }
    });

    /// <summary>Posts a link's form.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Site site, LinkPurpose purpose, string path, string form)
    {
        using var content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await site.Client.PostAsync($"/{path}/{site.Token(purpose)}", content);
    }
}
