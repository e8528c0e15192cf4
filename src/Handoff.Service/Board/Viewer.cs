using Handoff.Agreements;
using Handoff.Board;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Who looks at a page.</summary>
/// <param name="Person">The person who is signed in, or null: the machine that runs the product, without a sign-in.</param>
/// <param name="Language">The language of the pages.</param>
public sealed record Viewer(Person? Person, Sight Sight, Language Language, DateTimeZone Zone)
{
    /// <summary>What the files call teams, tiers, calendars, sources, dimensions and figures.</summary>
    public Naming Naming { get; init; } = Naming.None;

    /// <summary>The same as the reader reads them.</summary>
    public ReaderNames Names => Naming.In(Language);
}
