using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Handoff.Figures;
using Handoff.Web.Api;
using Microsoft.OpenApi;
using NodaTime;

namespace Handoff.Web.OpenApi;

/// <summary>Says in a schema what its type alone does not: instants, days, words of closed lists, what a sender has to send.</summary>
internal static class SchemaShapes
{
    public static void Apply(OpenApiSchema schema, JsonTypeInfo about)
    {
        var isNullable = Nullable.GetUnderlyingType(about.Type) is not null;
        var type = Nullable.GetUnderlyingType(about.Type) ?? about.Type;
        if (type == typeof(Instant))
            Text(schema, isNullable, "date-time");
        else if (type == typeof(LocalDate))
            Text(schema, isNullable, "date");
        else if (type == typeof(Duration))
            Text(schema, isNullable, null);
        else if (type == typeof(FigurePeriod))
            Period(schema);
        else if (type.IsEnum)
        {
            Text(schema, isNullable, null);
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];
        }

        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            if (SchemaWords.ValuesOf(type, name) is { Count: > 0 } values && property is OpenApiSchema own)
                (own.Items as OpenApiSchema ?? own).Enum = [.. values.Select(value => (JsonNode)value), .. NullOf(own)];
        }

        if (SchemaWords.NeededOf(type) is { } needed)
            schema.Required = new HashSet<string>(needed, StringComparer.Ordinal);
        if (type == typeof(EventPage) && schema.Properties?.TryGetValue("events", out var list) == true && list is OpenApiSchema events)
            events.Items = EventSchemas.Any();
    }

    /// <summary>A value that may be null says so in its list, too.</summary>
    private static IEnumerable<JsonNode> NullOf(OpenApiSchema schema) =>
        schema.Items is null && schema.Type?.HasFlag(JsonSchemaType.Null) == true ? [JsonNullSentinel.JsonNull] : [];

    private static void Text(OpenApiSchema schema, bool isNullable, string? format)
    {
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = format;
    }

    private static void Period(OpenApiSchema schema)
    {
        static OpenApiSchema Of(string? format) => new() { Type = JsonSchemaType.String, Format = format };
        schema.Type = JsonSchemaType.Object;
        schema.Required = new HashSet<string>(["name", "kind", "start", "end"], StringComparer.Ordinal);
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["name"] = Of(null), ["kind"] = Of(null), ["start"] = Of("date-time"), ["end"] = Of("date-time"),
        };
    }
}
