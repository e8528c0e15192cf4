using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>When a clock of the agreement runs out, and what its ladder is measured against (design section 5).</summary>
/// <param name="Start">When counting began: the start, or the next opening if that was closed.</param>
/// <param name="Due">When the promise is broken unless it was kept before.</param>
/// <param name="Open">The clock's own time between the two: the 100 % of its rungs.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Deadline(Instant Start, Instant Due, Duration Open);
