using Handoff.Service.Links;

namespace Handoff.Web.Tests.Links;

/// <summary>Sites whose links show or answer one page.</summary>
internal static class LinkSite
{
    /// <summary>A site on which opening shows the page, and acting throws.</summary>
    public static Task<Site> Showing(LinkPage page) => Site.StartAsync(with => with with { OpenLink = (_, _) => Task.FromResult(page) });

    /// <summary>A site on which acting is answered by the page.</summary>
    public static Task<Site> Answering(LinkPage page, LinkResult result) =>
        Site.StartAsync(with => with with { ActOnLink = (_, _, _) => Task.FromResult(new LinkAnswer(page, result)) });

    /// <summary>Posts a link's form.</summary>
    public static async Task<HttpResponseMessage> PostAsync(Site site, LinkPurpose purpose, string path, string form)
    {
        using var content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await site.Client.PostAsync($"/{path}/{site.Token(purpose)}", content);
    }
}
