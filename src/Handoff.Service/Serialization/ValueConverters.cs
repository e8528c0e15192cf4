using System.Text.Json;
using System.Text.Json.Serialization;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;

namespace Handoff.Service.Serialization;

/// <summary>Writes a person's id as its value, as a value and as a dictionary's key.</summary>
internal sealed class PersonIdConverter : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override PersonId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}

/// <summary>Writes a language as its tag, as a value and as a dictionary's key.</summary>
internal sealed class LanguageConverter : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag);

    public override Language ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Tag);

    private static Language Of(string? tag) =>
        Language.Find(tag) ?? throw new JsonException($"There is no language {tag} here; docs/languages.md says how to add one.");
}

/// <summary>Writes a lead's id as its value.</summary>
internal sealed class LeadIdConverter : JsonConverter<LeadId>
{
    public override LeadId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, LeadId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Writes a promised time as the agreement does: <c>5m</c>, <c>3d</c>.</summary>
internal sealed class WithinConverter : JsonConverter<Within>
{
    public override Within Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Within.TryParse(reader.GetString(), out var within) ? within
            : throw new JsonException("A promised time is written as 5m, 1h or 3d.");

    public override void Write(Utf8JsonWriter writer, Within value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
