using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Handoff.Figures;
using Handoff.Service.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Handoff.Service.Figures;

/// <summary>
/// Figures as JSON, as programs read the scorecard and as what was reported is kept: camelCase, words in snake_case, instants and days as
/// ISO 8601, nothing rounded, and what is not known as null.
/// </summary>
public static class FigureJson
{
    private static readonly FigureContext Context = new(Options());

    /// <summary>The contract of a scorecard.</summary>
    public static JsonTypeInfo<Scorecard> Scorecard => Context.Scorecard;

    internal static string Write(FrozenFigure frozen) => JsonSerializer.Serialize(frozen, Context.FrozenFigure);

    internal static FrozenFigure Read(string json) =>
        JsonSerializer.Deserialize(json, Context.FrozenFigure) ?? throw new JsonException("A figure that was reported was null.");

    /// <summary>How the values of figures are written.</summary>
    public static IEnumerable<JsonConverter> Converters => Context.Options.Converters;

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new FigurePeriodConverter());
        options.Converters.Add(new LanguageConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }

    /// <summary>A period is written by its name, its kind and its ends.</summary>
    private sealed class FigurePeriodConverter : JsonConverter<FigurePeriod>
    {
        public override FigurePeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A scorecard is written and never read.");

        public override void Write(Utf8JsonWriter writer, FigurePeriod value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Kind.ToString()));
            writer.WriteString("start", NodaTime.Text.InstantPattern.ExtendedIso.Format(value.Start));
            writer.WriteString("end", NodaTime.Text.InstantPattern.ExtendedIso.Format(value.End));
            writer.WriteEndObject();
        }
    }
}

[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(FrozenFigure))]
internal sealed partial class FigureContext : JsonSerializerContext;
