using System.Text.Json;

namespace Handoff.Connect.Bodies;

/// <summary>Collects the fields of one lead from the parts of a JSON body that hold them.</summary>
internal sealed class LeadFields
{
    private readonly FieldCollection _fields = new();
    private readonly AnswerCollection _answers = new();
    private readonly List<(string Name, string Text)> _about = [];

    /// <summary>Takes all of a part; what is not there is nothing.</summary>
    /// <param name="name">The names around it.</param>
    public LeadFields All(JsonElement part, string name = "")
    {
        if (part.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            JsonFields.Collect(part, name, 1, _fields, _answers);
        return this;
    }

    /// <summary>Takes one value; nothing, where it is an object or an array.</summary>
    public LeadFields One(string name, JsonElement value)
    {
        if (IsScalar(value))
            _fields.Set(name, JsonFields.Text(value));
        return this;
    }

    /// <summary>Takes the answer to a question by each of the question's names.</summary>
    /// <param name="kind">Our field that the question's type tells, or null.</param>
    public LeadFields Answer(string path, string[] names, string text, string? kind = null)
    {
        if (names.Length > 0 && text.Length > 0)
            _answers.Add(path, new([.. names], null, new Dictionary<string, string>(StringComparer.Ordinal), kind), text);
        return this;
    }

    /// <summary>Takes what the vendor says of the form or the visit, where the person's own answers have no field of that name.</summary>
    public LeadFields About(string name, JsonElement value) => IsScalar(value) ? About(name, JsonFields.Text(value)) : this;

    /// <inheritdoc cref="About(string, JsonElement)"/>
    public LeadFields About(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _about.Add((name, text));
        return this;
    }

    public FieldsAnswer Finish()
    {
        if (_fields.Mistake is null)
            _answers.PutInto(_fields);
        foreach (var (name, text) in _about)
        {
            if (!_fields.Has(name))
                _fields.Set(name, text);
        }

        return _fields.Finish() is FieldsAnswer.Read read ? read with { Aliases = _answers.Aliases } : _fields.Finish();
    }

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}

internal static class JsonMembers
{
    /// <summary>The member at the end of a path; undefined, where a part of it is missing or no object.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }

    /// <summary>The text or number of a member, trimmed; null, where there is none.</summary>
    public static string? TextAt(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var value = element.At(path);
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number && JsonFields.Text(value).Trim() is { Length: > 0 } text
            ? text : null;
    }

    /// <summary>Whether a member says yes.</summary>
    public static bool Says(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.True } || element.TextAt(name)?.ToLowerInvariant() is "true" or "1" or "yes";
}
