using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Handoff.Connect.Bodies;

/// <summary>Reads the fields of a lead from a JSON object.</summary>
/// <remarks>
/// What is nested gets the names around it: <c>{"contact":{"email":"…"}}</c> is the field <c>contact.email</c>. An array of one value is
/// that value; of several texts or numbers they are joined with a comma; of several objects each is numbered from 0: <c>answers.0.text</c>;
/// but answers that say what they answer (<see cref="NamedAnswer"/>) are fields of their own names, wherever they stand. Numbers and
/// booleans are text as they were written; null is a field that was not sent. Of a name given twice the last counts.
/// </remarks>
internal static class JsonFields
{
    // The parser's own limit only has to be larger than ours, which answers in our words.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 * IntakeLimits.Depth };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the fields of a UTF-8 JSON object, whatever it holds.</summary>
    public static FieldsAnswer Parse(ReadOnlyMemory<byte> json) =>
        Parse(json, Flat, static detail => new FieldsAnswer.Unreadable(detail));

    /// <summary>Reads UTF-8 JSON as the reading says.</summary>
    /// <param name="unreadable">Makes the answer of what cannot be read; it repeats nothing of it.</param>
    public static T Parse<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> reading, Func<string, T> unreadable)
    {
        if (json.Span.StartsWith(ByteOrderMark))
            json = json[ByteOrderMark.Length..];
        if (!Utf8.IsValid(json.Span))
            return unreadable("The body is not UTF-8. Send it in UTF-8, or name its charset in Content-Type.");

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return reading(document.RootElement);
        }
        catch (JsonException mistake)
        {
            // The parser's message quotes the body; its position does not.
            return unreadable(string.Create(
                CultureInfo.InvariantCulture,
                $"The body is not valid JSON, or is nested too deeply, at line {mistake.LineNumber + 1}, " +
                $"byte {mistake.BytePositionInLine + 1}. Send one complete JSON object."));
        }
        catch (InvalidOperationException)
        {
            return unreadable(@"A text has half of a \u pair in it (an unpaired surrogate). Send both halves, or the character itself.");
        }
    }

    /// <summary>The fields of an object, whatever it holds.</summary>
    public static FieldsAnswer Flat(JsonElement root) => root.ValueKind == JsonValueKind.Object
        ? new LeadFields().All(root).Finish()
        : new FieldsAnswer.Unreadable(
            """The body is not a JSON object. Send one object with the lead's fields, such as {"email":"…","name":"…"}.""");

    internal static bool Collect(JsonElement value, string name, int depth, FieldCollection fields, AnswerCollection answers)
    {
        if (depth > IntakeLimits.Depth + 1)
            return fields.Refuse($"Objects and arrays are nested deeper than {IntakeLimits.Depth}. Send a flatter object.");

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (!Collect(property.Value, Within(name, property.Name), depth + 1, fields, answers))
                        return false;
                }

                return true;
            case JsonValueKind.Array:
                return CollectArray(value, name, depth, fields, answers);
            case JsonValueKind.Null:
                fields.Remove(name);
                return true;
            default:
                return fields.Set(name, Text(value));
        }
    }

    private static bool CollectArray(JsonElement array, string name, int depth, FieldCollection fields, AnswerCollection answers)
    {
        var length = array.GetArrayLength();
        if (length > IntakeLimits.Values)
            return fields.Refuse($"There are more than {IntakeLimits.Values} values. Send only the lead's own.");
        if (length > 0 && NamedAnswer.Of(array) is { } named)
            return CollectAnswers(named, name, depth, fields, answers);
        if (answers.AreQuestions(array, name))
            return true;
        if (length == 1)
            return Collect(array[0], name, depth + 1, fields, answers);

        if (array.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
        {
            var texts = array.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(Text)
                .Distinct(StringComparer.Ordinal);
            return length == 0 || fields.Set(name, string.Join(", ", texts));
        }

        var number = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (!Collect(item, Within(name, number++.ToString(CultureInfo.InvariantCulture)), depth + 1, fields, answers))
                return false;
        }

        return true;
    }

    private static bool CollectAnswers(
        ImmutableArray<NamedAnswer> named, string path, int depth, FieldCollection fields, AnswerCollection answers)
    {
        foreach (var answer in named)
        {
            if (answer.Value is not { } value)
                continue;
            if (AnswerText.Of(value, answer.Options) is { } text)
                answers.Add(path, answer, text);
            else if (!Collect(value, Within(path, answer.Names[0]), depth + 1, fields, answers))
                return false;
        }

        return true;
    }

    private static string Within(string outer, string name) => outer.Length == 0 ? name : $"{outer}.{name}";

    /// <summary>A text, a number or a boolean as it was written.</summary>
    internal static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
