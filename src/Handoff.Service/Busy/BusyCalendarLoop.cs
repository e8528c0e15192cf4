using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handoff.Service.Busy;

/// <summary>Has the embedded host read people's calendars. What goes wrong is logged and tried again.</summary>
public sealed class BusyCalendarLoop(BusyCalendars calendars, TimeProvider time, ILogger<BusyCalendarLoop> log)
    : PeriodicLook(TimeSpan.FromMinutes(5), time)
{
    /// <inheritdoc/>
    protected override async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await calendars.RunAsync(cancellation);
        }
        catch (StoreUnavailableException e)
        {
            log.LogError(LogEvents.StoreDown, e, "The store does not answer; calendars are read when it does.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(LogEvents.CalendarUnread, e, "Calendars could not be read; it is tried again.");
        }
    }
}
