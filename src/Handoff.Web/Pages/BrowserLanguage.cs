using Handoff.People;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Pages;

/// <summary>The language of a page whose reader is not known: what the browser prefers of ours, else English.</summary>
internal static class BrowserLanguage
{
    public static Language Of(HttpRequest request)
    {
        foreach (var preference in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1))
        {
            var tag = preference.Value.AsSpan();
            var end = tag.IndexOf('-');
            if (Language.Find((end < 0 ? tag : tag[..end]).ToString().ToLowerInvariant()) is { } language)
                return language;
        }

        return Language.En;
    }
}
