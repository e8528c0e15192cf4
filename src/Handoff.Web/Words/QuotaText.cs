using Handoff.Routing;

namespace Handoff.Web.Words;

/// <summary>Says how much of a day's quota the rota has given: <c>3 of 5 today</c>.</summary>
internal static class QuotaText
{
    /// <param name="isToday">Whether it is the quota of the present day where the rep works.</param>
    public static string Of(DayQuota quota, bool isToday, TimeTexts times) => times.Quota(
        quota.Given, quota.PerDay, isToday ? null : times.Date(quota.Day, withYear: false));
}
