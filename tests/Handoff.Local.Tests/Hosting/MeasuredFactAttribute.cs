using Xunit;

namespace Handoff.Local.Tests.Hosting;

/// <summary>A measure that asserts nothing of time: run by hand, with <c>HANDOFF_TIMING=1000</c> for so many requests.</summary>
public sealed class MeasuredFactAttribute : FactAttribute
{
    public MeasuredFactAttribute()
    {
        if (Requests == 0)
            Skip = "HANDOFF_TIMING=1000 measures 1,000 requests.";
    }

    public static int Requests { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("HANDOFF_TIMING"), out var requests) ? requests : 0;
}
