using Handoff.People;
using Handoff.Web.Assets;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Pages;

/// <summary>What surrounds a page.</summary>
/// <param name="Title">Its title; nothing personal, since browsers keep it.</param>
/// <param name="Assets">Where its stylesheet, icon and script are.</param>
public sealed record PageFrame(Language Language, string Title, AssetLinks Assets)
{
    /// <summary>The clock of a page that counts down or refreshes itself: such a page loads our script, and its answer says so by
    /// <see cref="Http.SafeHeaders.LivePages"/>. Null: a page without script.</summary>
    public LiveClock? Live { get; init; }

    /// <summary>The frame of the page that answers a request.</summary>
    public static PageFrame Of(HttpRequest request, Language language, string title) => new(language, title, AssetLinks.Of(request));
}

/// <summary>By which a page's script counts down.</summary>
/// <param name="Now">The product's time when the page was written.</param>
/// <param name="Speed">How many times faster than the wall's it runs; 1 but for a demonstration.</param>
public sealed record LiveClock(Instant Now, double Speed);
