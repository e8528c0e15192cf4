using System.Text.Json;

namespace Handoff.Connect.Bodies;

/// <summary>Writes the answer to a question as a person would read it.</summary>
internal static class AnswerText
{
    private const int MostNested = 8;

    /// <summary>Members that say an option, or a value within a value, in words.</summary>
    private static readonly string[] Words =
        ["label", "labels", "text", "title", "amount", "name", "value", "values", "answer", "answers", "other"];

    /// <summary>Members that hold what may be chosen; of a table, what its rows and columns are called.</summary>
    private static readonly string[] Chosen = ["options", "rows", "columns"];

    /// <summary>The types of questions that are answered by ids of options.</summary>
    private static readonly string[] Choices = ["DROPDOWN", "MULTIPLE_CHOICE", "CHECKBOXES", "MULTI_SELECT", "RANKING", "MATRIX"];

    /// <summary>The parts of a person's name, in the order in which they are written.</summary>
    private static readonly string[] NameParts =
        ["prefix", "first", "first_name", "firstName", "middle", "last", "last_name", "lastName", "suffix"];

    /// <summary>The text; null where the value is nothing, or an object of several fields.</summary>
    /// <param name="value">What the vendor sent.</param>
    /// <param name="options">What may be chosen: words by id.</param>
    public static string? Of(JsonElement value, IReadOnlyDictionary<string, string> options) => Of(value, options, 0);

    /// <summary>The options of an item, words by id; none where it has none.</summary>
    public static IReadOnlyDictionary<string, string> Options(JsonElement item)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        // Of a choice whose options are not told an id stays an id, and is no answer.
        if (TextOf(item, "type") is { } type && Choices.Contains(type, StringComparer.OrdinalIgnoreCase))
            words.Add("", "");
        foreach (var member in Chosen)
        {
            if (!item.TryGetProperty(member, out var options) || options.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var option in options.EnumerateArray())
            {
                if (option.ValueKind == JsonValueKind.Object && TextOf(option, "id") is { } id)
                    words.TryAdd(
                        id, TextOf(option, "text") ?? TextOf(option, "label") ?? TextOf(option, "name") ?? TextOf(option, "title") ?? "");
            }
        }

        return words;
    }

    private static string? Of(JsonElement value, IReadOnlyDictionary<string, string> options, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => Word(value.GetString()!, options),
        JsonValueKind.Number => Word(value.GetRawText(), options),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array when depth < MostNested =>
            string.Join(", ", value.EnumerateArray().Select(one => Of(one, options, depth + 1)).Where(one => !string.IsNullOrEmpty(one))
                .Distinct(StringComparer.Ordinal)),
        JsonValueKind.Object when depth < MostNested => OfObject(value, options, depth),
        _ => null,
    };

    private static string? OfObject(JsonElement value, IReadOnlyDictionary<string, string> options, int depth)
    {
        var name = string.Join(' ', NameParts.Select(part => TextOf(value, part)).Where(part => !string.IsNullOrWhiteSpace(part)));
        if (name.Length > 0)
            return name;
        // A file that was uploaded is its link.
        if (TextOf(value, "url") is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return url;
        if (value.EnumerateObject().Any(member => options.ContainsKey(member.Name) && member.Name.Length > 0))
            return OfTable(value, options, depth);
        foreach (var word in Words)
        {
            if (value.TryGetProperty(word, out var said))
                return WithOther(word, Of(said, options, depth + 1), value);
        }

        // LinkedIn wraps an answer in the name of its kind.
        using var members = value.EnumerateObject();
        if (!members.MoveNext())
            return null;
        var only = members.Current.Value;
        return members.MoveNext() ? null : Of(only, options, depth + 1);
    }

    /// <summary>What was chosen and what was written beside it, under "other".</summary>
    private static string? WithOther(string word, string? text, JsonElement value) =>
        word is not ("label" or "labels") || TextOf(value, "other") is not { Length: > 0 } other ? text
            : string.IsNullOrEmpty(text) ? other : $"{text}, {other}";

    /// <summary>The answers in a table, each after what its row is called.</summary>
    private static string OfTable(JsonElement value, IReadOnlyDictionary<string, string> options, int depth) =>
        string.Join("; ", value.EnumerateObject()
            .Select(row => (Row: options.GetValueOrDefault(row.Name, row.Name), Said: Of(row.Value, options, depth + 1)))
            .Where(row => !string.IsNullOrEmpty(row.Said)).Select(row => $"{row.Row}: {row.Said}"));

    private static string? TextOf(JsonElement value, string member) =>
        value.TryGetProperty(member, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()!.Trim() : null;

    /// <summary>What an option's id stands for; nothing, of an id that no option has; else the text itself.</summary>
    private static string Word(string text, IReadOnlyDictionary<string, string> options) =>
        options.GetValueOrDefault(text) ?? (options.Count > 0 && Guid.TryParseExact(text, "D", out _) ? "" : text);
}
