using System.Text.Json;
using Handoff.Service.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>Instants are written and read as NodaTime does it, only sooner.</summary>
public sealed class InstantConverterTests
{
    private static readonly AsNodaTime<Instant> Both = new(new InstantConverter(), NodaConverters.InstantConverter);

    public static TheoryData<string> Edges =>
    [
        .. new[]
        {
            Instant.MinValue, Instant.MaxValue, Instant.FromUnixTimeTicks(0), Instant.FromUtc(1, 1, 1, 0, 0),
            Instant.FromUtc(1, 1, 1, 0, 0) - Duration.Epsilon,
            Instant.FromUtc(9999, 12, 31, 23, 59), Instant.FromUtc(9999, 12, 31, 23, 59) + Duration.FromSeconds(59.9999999),
            Instant.FromUtc(2026, 11, 26, 5, 27, 12),
            Instant.FromUtc(2026, 11, 26, 5, 27, 12) + Duration.Epsilon, Instant.FromUtc(2026, 11, 26, 5, 27, 12) - Duration.Epsilon,
            Instant.FromUtc(2024, 2, 29, 0, 0),
        }.Select(static one => JsonSerializer.Serialize(one, Both.Theirs)),
    ];

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_edges_of_time_are_written_as_NodaTime_writes_them(string json) =>
        Both.IsTheSame(JsonSerializer.Deserialize<Instant>(json, Both.Theirs));

    [Fact]
    public void Any_instant_is_written_as_NodaTime_writes_it()
    {
        var chance = new Random(3);
        for (var n = 0; n < 20_000; n++)
        {
            // Whole seconds, milliseconds, ticks and nanoseconds alike.
            var unit = (n % 4) switch { 0 => 1_000_000_000L, 1 => 1_000_000, 2 => 100, _ => 1 };
            Both.IsTheSame(
                Instant.FromUnixTimeSeconds(chance.NextInt64(-60_000_000_000, 240_000_000_000))
                + Duration.FromNanoseconds(chance.NextInt64(1_000_000_000) / unit * unit));
        }
    }

    [Theory]
    [InlineData("\"2026-11-26\"")]
    [InlineData("\"2026-11-26T05:27:12+01:00\"")]
    [InlineData("\"soon\"")]
    [InlineData("7")]
    public void What_NodaTime_refuses_is_refused(string json)
    {
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<Instant>(json, Both.Theirs));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<Instant>(json, Both.Ours));
    }
}
