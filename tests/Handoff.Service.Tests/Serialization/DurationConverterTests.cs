using Handoff.Service.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>Durations are written and read as NodaTime does it, only sooner.</summary>
public sealed class DurationConverterTests
{
    private static readonly AsNodaTime<Duration> Both = new(new DurationConverter(), NodaConverters.DurationConverter);

    [Fact]
    public void The_edges_are_written_as_NodaTime_writes_them()
    {
        foreach (var edge in new[] { Duration.Zero, Duration.MaxValue, Duration.MinValue, Duration.Epsilon, -Duration.Epsilon,
            Duration.FromSeconds(59), Duration.FromMinutes(60), Duration.FromHours(24) - Duration.FromSeconds(1),
                Duration.FromDays(16_777_215) })
            Both.IsTheSame(edge);
    }

    [Fact]
    public void Any_duration_is_written_as_NodaTime_writes_it()
    {
        var chance = new Random(5);
        for (var n = 0; n < 20_000; n++)
        {
            var unit = (n % 3) switch { 0 => 60_000_000_000L, 1 => 1_000_000_000, _ => 1 };
            Both.IsTheSame(Duration.FromNanoseconds(chance.NextInt64(-4_000_000_000_000_000, 40_000_000_000_000_000) / unit * unit));
        }
    }
}
