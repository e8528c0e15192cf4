using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Assets;

/// <summary>Where a page finds its assets.</summary>
/// <param name="Base">The path under which the host serves us; mostly empty.</param>
public sealed record AssetLinks(string Base)
{
    /// <summary>Those of a request's page.</summary>
    public static AssetLinks Of(HttpRequest request) => new(request.PathBase.ToString());

    /// <summary>The address of an asset with its fingerprint.</summary>
    /// <exception cref="InvalidOperationException">There is no asset of this name.</exception>
    public string Href(string name) => AssetCatalog.Find(name) is { } asset
        ? $"{Base}/assets/{name}?v={asset.Fingerprint}"
        : throw new InvalidOperationException("A page names only assets that exist.");
}
