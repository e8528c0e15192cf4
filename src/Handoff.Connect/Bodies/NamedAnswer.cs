using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Qualification;

namespace Handoff.Connect.Bodies;

/// <summary>
/// One answer of an array in which form vendors say of each what it answers: <c>{"column_id":"EMAIL","string_value":"…"}</c>. Its name
/// tells what it is, never its place: who skips a question must not shift the rest.
/// </summary>
/// <param name="Names">What it is called, the likeliest to be understood first; at least one.</param>
/// <param name="Value">The answer; null: the question was skipped.</param>
/// <param name="Options">What may be chosen: words by id.</param>
/// <param name="Kind">Our field that its type tells (<c>email</c>, <c>phone</c>), or null.</param>
internal sealed record NamedAnswer(
    ImmutableArray<string> Names, JsonElement? Value, IReadOnlyDictionary<string, string> Options, string? Kind)
{
    /// <summary>Members that name a question: what people wrote before what a program made.</summary>
    private static readonly string[] NameMembers =
    [
        "name", "column_id", "columnId", "custom_key", "customKey", "variable", "slug", "label", "title", "question", "question_text",
        "questionText", "column_name", "columnName", "field_label", "fieldLabel", "field_name", "fieldName",
        "field", "heading", "key", "ref", "id", "question_id",
        "questionId", "field_id", "fieldId", "code", "qid",
    ];

    /// <summary>Objects that hold those members: Typeform's <c>field</c>.</summary>
    private static readonly string[] NameObjects = ["field", "question", "column"];

    private static readonly string[] ValueMembers =
    [
        "value", "values", "string_value", "stringValue", "answer", "answers", "response", "responses", "answerDetails",
        "text_value", "textValue", "field_value", "fieldValue",
    ];

    /// <summary>Reads an array's items; null where they are not named answers.</summary>
    public static ImmutableArray<NamedAnswer>? Of(JsonElement array)
    {
        var answers = ImmutableArray.CreateBuilder<NamedAnswer>();
        var isAnswered = false;
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || NamesOf(item) is not { IsEmpty: false } names)
                return null;
            var hasValue = TryValue(item, out var value);
            isAnswered |= hasValue;
            var given = hasValue && value.ValueKind != JsonValueKind.Null && !IsBox(item, value) ? value : (JsonElement?)null;
            answers.Add(new(names, given, AnswerText.Options(item), KindOf(item)));
        }

        return isAnswered ? answers.ToImmutable() : null;
    }

    /// <summary>Whether it is one box of a group: Tally tells each by itself after the group, which says the same in words.</summary>
    private static bool IsBox(JsonElement item, JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        && item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "CHECKBOXES";

    private static ImmutableArray<string> NamesOf(JsonElement item)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var member in NameMembers)
        {
            if (item.TryGetProperty(member, out var name))
                Add(name);
        }

        foreach (var holder in NameObjects)
        {
            if (!item.TryGetProperty(holder, out var about) || about.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var member in NameMembers)
            {
                if (about.TryGetProperty(member, out var name))
                    Add(name);
            }
        }

        return names.ToImmutable();

        void Add(JsonElement name)
        {
            var text = name.ValueKind switch
            {
                JsonValueKind.String => name.GetString()!.Trim(),
                JsonValueKind.Number => name.GetRawText(),
                _ => "",
            };
            if (text.Length > 0 && !names.Contains(text))
                names.Add(text);
        }
    }

    private static string? KindOf(JsonElement item)
    {
        var type = item.TryGetProperty("type", out var own) && own.ValueKind == JsonValueKind.String ? own.GetString()! : "";
        return type.ToUpperInvariant() switch
        {
            "EMAIL" or "INPUT_EMAIL" or "EMAIL_ADDRESS" => KnownFields.Email,
            "PHONE" or "PHONE_NUMBER" or "INPUT_PHONE" or "INPUT_PHONE_NUMBER" or "TEL" => KnownFields.Phone,
            _ => null,
        };
    }

    /// <summary>The answer by a usual member, or by the one that its <c>type</c> names: <c>{"type":"email","email":"…"}</c>.</summary>
    private static bool TryValue(JsonElement item, out JsonElement value)
    {
        foreach (var member in ValueMembers)
        {
            if (item.TryGetProperty(member, out value))
                return true;
        }

        value = default;
        return item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && item.TryGetProperty(type.GetString()!, out value);
    }
}
