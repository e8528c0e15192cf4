using Handoff.Board;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Who looks at a page.</summary>
/// <param name="Person">The person who is signed in, or null: the machine that runs the product, without a sign-in.</param>
/// <param name="Sight">What may be seen.</param>
/// <param name="Language">The language of the pages.</param>
/// <param name="Zone">The zone of the times.</param>
public sealed record Viewer(Person? Person, Sight Sight, Language Language, DateTimeZone Zone);
