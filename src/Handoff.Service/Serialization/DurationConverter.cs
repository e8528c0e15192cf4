using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Handoff.Service.Serialization;

/// <summary>
/// Writes durations as NodaTime does, <c>24:00:00</c>, and those of whole seconds several times faster: a state has four or more of them.
/// </summary>
internal sealed class DurationConverter : JsonConverter<Duration>
{
    private const int Longest = 32;

    private static readonly JsonConverter<Duration> Exact = (JsonConverter<Duration>)NodaConverters.DurationConverter;

    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Exact.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options)
    {
        if (value < Duration.Zero || value.SubsecondNanoseconds != 0)
        {
            Exact.Write(writer, value, options);
            return;
        }

        Span<byte> text = stackalloc byte[Longest];
        Utf8Formatter.TryFormat((value.Days * NodaConstants.HoursPerDay) + value.Hours, text, out var length);
        length += TwoDigits(text[length..], value.Minutes);
        length += TwoDigits(text[length..], value.Seconds);
        writer.WriteStringValue(text[..length]);
    }

    private static int TwoDigits(Span<byte> text, int number)
    {
        text[0] = (byte)':';
        text[1] = (byte)('0' + (number / 10));
        text[2] = (byte)('0' + (number % 10));
        return 3;
    }
}
