using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Connect.Bodies;
using Handoff.Qualification;

namespace Handoff.Connect.Forms;

/// <summary>Writes what Jotform sends in parts as one answer: a name, a number, a date, a time, an appointment, what was ticked.</summary>
internal static class JotformAnswer
{
    /// <summary>The answer; null: it has parts that are fields of their own, such as an address.</summary>
    public static string? Of(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object ? AnswerText.Of(value, ImmutableDictionary<string, string>.Empty)
        : Phone(value) ?? Date(value) ?? Appointment(value) ?? Time(value) ?? Ticked(value)
            ?? AnswerText.Of(value, ImmutableDictionary<string, string>.Empty);

    /// <summary>Our field that the parts of an answer tell, or null.</summary>
    public static string? KindOf(JsonElement value) =>
        value.TextAt("first") is not null || value.TextAt("last") is not null ? KnownFields.Name
        : Phone(value) is not null || (value.TextAt("full") is not null && value.At("first").ValueKind == JsonValueKind.Undefined)
            ? KnownFields.Phone
        : null;

    private static string? Phone(JsonElement value) => value.TextAt("area") is { } area && value.TextAt("phone") is { } phone
        ? $"{value.TextAt("country")} {area} {phone}".Trim() : null;

    private static string? Date(JsonElement value) =>
        value.TextAt("year") is { } year && value.TextAt("month") is { } month && value.TextAt("day") is { } day
            ? $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')} {Time(value)}".TrimEnd() : null;

    private static string? Time(JsonElement value) =>
        value.TextAt("timeInput") is { } time ? $"{time} {value.TextAt("ampm")}".TrimEnd() : null;

    private static string? Appointment(JsonElement value) => value.TextAt("date") is { } date && value.TextAt("duration") is not null
        ? $"{date} {value.TextAt("timezone")}".TrimEnd() : null;

    /// <summary>Boxes by their places, with what was written beside them.</summary>
    private static string? Ticked(JsonElement value) =>
        value.EnumerateObject().Any() && value.EnumerateObject().All(static one =>
            (one.Name == "other" || one.Name.All(char.IsAsciiDigit)) && one.Value.ValueKind == JsonValueKind.String)
            ? string.Join(", ", value.EnumerateObject().Select(static one => one.Value.GetString())
                .Where(static text => !string.IsNullOrWhiteSpace(text)))
            : null;
}
