using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests.Channels;

/// <summary>Whether what a webhook got is as the description of the API says: every name, and null only where that is said.</summary>
internal sealed class DescribedEvents(JsonElement schemas)
{
    public static async Task<DescribedEvents> OfAsync(RunningHost host)
    {
        var description = await host.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return new(description.GetProperty("components").GetProperty("schemas"));
    }

    public void AssertFits(IEnumerable<Sent> events)
    {
        foreach (var sent in events)
            Assert.Equal("", string.Join('\n', Faults(schemas.GetProperty(sent.Type), sent.Json, sent.Type)));
    }

    private static IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at)
    {
        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(one => one.GetString()!).ToArray() : [schema.GetProperty("type").GetString()!];
        if (!types.Contains(KindOf(value)))
            return [$"{at} is {KindOf(value)}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(one => Faults(schema.GetProperty("items"), one, $"{at}[]")),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)) : [];
        return missing.Select(name => $"{at}.{name} is missing").Concat(value.EnumerateObject().SelectMany(one =>
            schema.TryGetProperty("properties", out var named) && named.TryGetProperty(one.Name, out var own)
                ? Faults(own, one.Value, $"{at}.{one.Name}")
                : schema.TryGetProperty("additionalProperties", out var any) ? Faults(any, one.Value, $"{at}.{one.Name}")
                : [$"{at}.{one.Name} is not described"]));
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
