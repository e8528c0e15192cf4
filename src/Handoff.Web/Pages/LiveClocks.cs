using Handoff.Service.Health;
using NodaTime;

namespace Handoff.Web.Pages;

/// <summary>Tells a page's script which time it is and how fast it runs.</summary>
public sealed class LiveClocks(IClock clock, ClockSpeed speed)
{
    /// <summary>The product's time now.</summary>
    public LiveClock Now() => new(clock.GetCurrentInstant(), speed.Times);
}
