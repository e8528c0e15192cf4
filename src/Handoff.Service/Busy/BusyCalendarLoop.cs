using Handoff.Service.Running;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Busy;

/// <summary>Has the embedded host read people's calendars. What goes wrong is logged and tried again.</summary>
public sealed class BusyCalendarLoop(BusyCalendars calendars, TimeProvider time, ILogger<BusyCalendarLoop> log)
    : PeriodicLook(TimeSpan.FromMinutes(5), time)
{
    /// <inheritdoc/>
    protected override Task LookAsync(CancellationToken cancellation) =>
        TryAsync(calendars.RunAsync, "Reading calendars", LogEvents.CalendarUnread, log, cancellation);
}
