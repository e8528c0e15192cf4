using System.Text.Json;

namespace Handoff.Web.Tests.OpenApi;

/// <summary>A difference between two descriptions of the API.</summary>
/// <param name="Breaks">Whether a program that was written for the first may fail with the second.</param>
internal sealed record OpenApiChange(bool Breaks, string What);

/// <summary>Tells what of a description breaks programs (taken away, narrowed, newly asked for) from what is only added.</summary>
internal sealed class OpenApiChanges
{
    private readonly JsonElement _before;
    private readonly JsonElement _after;
    private readonly List<OpenApiChange> _changes = [];
    private readonly HashSet<(string, string, bool)> _compared = [];

    private OpenApiChanges(JsonElement before, JsonElement after) => (_before, _after) = (before, after);

    public static IReadOnlyList<OpenApiChange> Between(JsonElement before, JsonElement after)
    {
        var changes = new OpenApiChanges(before, after);
        changes.Each(
            before.GetProperty("paths"), after.GetProperty("paths"), "",
            (path, one, other) => changes.Each(one, other, $"{path} ", changes.Operation));
        changes.Each(
            SchemasOf(before), SchemasOf(after), "schema ", (name, one, other) => changes.Schema(name, one, other, isSent: false));
        return changes._changes;
    }

    private static JsonElement SchemasOf(JsonElement document) => document.GetProperty("components").GetProperty("schemas");

    private void Operation(string name, JsonElement before, JsonElement after)
    {
        Each(Parameters(before), Parameters(after), $"{name}: ", (parameter, one, other) =>
            Schema(parameter, one.GetProperty("schema"), other.GetProperty("schema"), isSent: true));
        foreach (var added in Parameters(after).EnumerateObject().Where(one => IsRequired(one.Value)))
        {
            if (!Parameters(before).TryGetProperty(added.Name, out var was) || !IsRequired(was))
                Break($"{name}: {added.Name} is required now");
        }

        if (Scopes(before) != Scopes(after))
            Break($"{name}: needs {Scopes(after)}, not {Scopes(before)}");
        Contents($"{name} body", Property(before, "requestBody"), Property(after, "requestBody"), isSent: true);
        Each(
            before.GetProperty("responses"), after.GetProperty("responses"), $"{name}: answer ",
            (status, one, other) => Contents(status, one, other, isSent: false));
    }

    private void Contents(string name, JsonElement before, JsonElement after, bool isSent) =>
        Each(Property(before, "content"), Property(after, "content"), $"{name}: ", (media, one, other) =>
            Schema(media, Property(one, "schema"), Property(other, "schema"), isSent));

    private void Schema(string name, JsonElement before, JsonElement after, bool isSent)
    {
        var (one, other) = (Resolve(_before, before), Resolve(_after, after));
        if (one.ValueKind != JsonValueKind.Object || other.ValueKind != JsonValueKind.Object
            || !_compared.Add((one.GetRawText(), other.GetRawText(), isSent)))
            return;
        var (types, now) = (TypesOf(one), TypesOf(other));
        var narrowed = isSent ? types.Except(now, StringComparer.Ordinal) : now.Except(types, StringComparer.Ordinal);
        if (types.Length > 0 && (now.Length == 0 ? !isSent : narrowed.Any()))
            Break($"{name}: is {string.Join('|', now)}, not {string.Join('|', types)}");
        Each(Values(one), Values(other), $"{name}: value ", (_, _, _) => { });
        foreach (var needed in Texts(other, "required").Except(Texts(one, "required"), StringComparer.Ordinal).Where(_ => isSent))
            Break($"{name}: {needed} is required now");
        foreach (var given in Texts(one, "required").Except(Texts(other, "required"), StringComparer.Ordinal).Where(_ => !isSent))
            Break($"{name}: {given} may be absent now");
        Each(Property(one, "properties"), Property(other, "properties"), $"{name}.", (property, was, isNow) =>
            Schema(property, was, isNow, isSent));
        Schema($"{name}[]", Property(one, "items"), Property(other, "items"), isSent);
    }

    /// <summary>Compares members: one that is gone breaks, one that is new does not.</summary>
    private void Each(JsonElement before, JsonElement after, string prefix, Action<string, JsonElement, JsonElement> compare)
    {
        foreach (var member in Members(before))
        {
            if (after.ValueKind == JsonValueKind.Object && after.TryGetProperty(member.Name, out var other))
                compare(prefix + member.Name, member.Value, other);
            else
                Break($"{prefix}{member.Name} is gone");
        }

        var had = Members(before).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        _changes.AddRange(Members(after).Where(member => !had.Contains(member.Name))
            .Select(member => new OpenApiChange(false, $"{prefix}{member.Name} is new")));
    }

    private void Break(string what) => _changes.Add(new(true, what));

    private static JsonElement.ObjectEnumerator Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default;

    private static JsonElement Parameters(JsonElement operation) => AsObject(
        Items(Property(operation, "parameters")), one => $"{one.GetProperty("in").GetString()} {one.GetProperty("name").GetString()}");

    private static JsonElement Values(JsonElement schema) => AsObject(Items(Property(schema, "enum")), one => one.GetRawText());

    private static JsonElement AsObject(IEnumerable<JsonElement> items, Func<JsonElement, string> name) =>
        JsonSerializer.SerializeToElement(items.ToDictionary(name, item => item, StringComparer.Ordinal));

    private static JsonElement.ArrayEnumerator Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;

    private static string[] Texts(JsonElement schema, string name) => [.. Items(Property(schema, name)).Select(one => one.GetString()!)];

    private static string[] TypesOf(JsonElement schema) => Property(schema, "type") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        var several => [.. Items(several).Select(one => one.GetString()!)],
    };

    private static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True;

    private static string Scopes(JsonElement operation) => Property(operation, "security") is { ValueKind: JsonValueKind.Array } needs
        ? needs.GetRawText() : "nothing";

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        var reference = Property(schema, "$ref");
        return reference.ValueKind == JsonValueKind.String
            ? Property(SchemasOf(document), reference.GetString()!.Split('/')[^1]) : schema;
    }
}
