using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Handoff.Service.Serialization;

/// <summary>
/// Reads the fields of a form in the order of their code units. The serialiser by itself would sort and find them by the culture of the
/// machine, which is slower by far, and not the same everywhere.
/// </summary>
internal sealed class FieldsConverter : JsonConverter<ImmutableSortedDictionary<string, string>>
{
    public override ImmutableSortedDictionary<string, string> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Fields are an object.");
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = reader.GetString() ?? throw new JsonException("A field is a text.");
        }

        return fields.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
