using Handoff.Service.Links;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Links;

/// <summary>Until when a manager may silence alerts: in one, in four hours, tomorrow at this time, and the latest time allowed.</summary>
internal static class SnoozeChoices
{
    /// <summary>The choices that are not past the latest, in order.</summary>
    public static IReadOnlyList<Instant> Of(LinkPage.Shown page)
    {
        if (page.Choices.SnoozeLatest is not { } latest || latest <= page.Now)
            return [];

        var zone = page.Reader.Calendar.Zone;
        var tomorrow = page.Now.InZone(zone).LocalDateTime.PlusDays(1).InZoneLeniently(zone).ToInstant();
        Instant[] all = [page.Now + Duration.FromHours(1), page.Now + Duration.FromHours(4), tomorrow, latest];
        // What would read the same as the latest is the latest.
        return [.. all.Where(one => one == latest || latest - one >= Duration.FromMinutes(1)).Distinct().Order()];
    }

    /// <summary>What the form posts.</summary>
    public static string Value(Instant until) => InstantPattern.ExtendedIso.Format(until);
}
