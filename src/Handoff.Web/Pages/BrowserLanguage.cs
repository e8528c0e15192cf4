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
            if (preference.Value.StartsWith("it", StringComparison.OrdinalIgnoreCase))
                return Language.It;
            if (preference.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return Language.En;
        }

        return Language.En;
    }
}
