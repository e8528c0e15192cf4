using Handoff.Board;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Board;

/// <summary>Who looks at a page.</summary>
/// <param name="Person">The person who is signed in, or null: the machine that runs the product, without a sign-in.</param>
/// <param name="Language">The language of the pages.</param>
public sealed record Viewer(Person? Person, Sight Sight, Language Language, DateTimeZone Zone);
