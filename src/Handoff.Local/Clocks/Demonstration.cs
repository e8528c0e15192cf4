using Handoff.Local.Serving;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Clocks;

/// <summary>
/// A data folder of a demonstration is marked, so that its made-up times never mix with real ones: marked, it is refused without
/// <c>--start</c> or <c>--speed</c>; used for real, it is refused with them (design section 8).
/// </summary>
internal static class Demonstration
{
    private const string MarkName = "demonstration";
    private const string UsedName = "used";

    /// <summary>Marks the folder for this run; null, or why it is refused.</summary>
    public static async Task<string?> MarkAsync(IFactStore facts, bool isDemonstration, CancellationToken cancellation)
    {
        var mark = await facts.FindValueAsync(MarkName, cancellation);
        var used = await facts.FindValueAsync(UsedName, cancellation);
        if (isDemonstration && used is not null && mark is null)
            return "This data folder is in real use: its clock cannot be set. Give another folder with --data for a demonstration.";
        if (!isDemonstration && mark is not null)
            return "This data folder holds a demonstration, whose clock was set. Start it with --speed or --start again, or give " +
                "another folder with --data.";
        await facts.SaveValueAsync(isDemonstration ? MarkName : UsedName, "yes", cancellation);
        return null;
    }

    /// <summary>
    /// The latest time that a demonstration's clock may have shown, a period after the last heartbeat, or null: it never ran. It never goes
    /// back.
    /// </summary>
    public static async Task<Instant?> LastSeenAsync(IFactStore facts, CancellationToken cancellation) =>
        await facts.FindValueAsync(Reconciler.HeartbeatName, cancellation) is { } text
            ? InstantPattern.ExtendedIso.Parse(text).Value + Reconciler.Period : null;

    /// <summary>When the clock of a demonstration starts that has not run yet.</summary>
    public static Instant StartOf(ServeOptions options, AgreementFolder folder, TimeProvider real) =>
        options.Start ?? DefaultStart(folder.Staff.Teams[0].Calendar.Zone, Instant.FromDateTimeOffset(real.GetUtcNow()));

    /// <summary>The next Monday 10:00 on the first team's own calendar, after <paramref name="real"/> (design section 8).</summary>
    public static Instant DefaultStart(DateTimeZone zone, Instant real)
    {
        var today = real.InZone(zone).Date;
        var monday = today.DayOfWeek == IsoDayOfWeek.Monday && real < At(today, zone) ? today : today.Next(IsoDayOfWeek.Monday);
        return At(monday, zone);
    }

    private static Instant At(LocalDate date, DateTimeZone zone) => date.At(new LocalTime(10, 0)).InZoneLeniently(zone).ToInstant();
}
