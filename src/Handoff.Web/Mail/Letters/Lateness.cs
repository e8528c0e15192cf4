using NodaTime;

namespace Handoff.Web.Mail.Letters;

/// <summary>When a mail at an agreed time says that it comes late.</summary>
internal static class Lateness
{
    private static readonly Duration Tolerated = Duration.FromHours(1);

    public static bool IsTold(Instant due, Instant made) => made - due > Tolerated;
}
