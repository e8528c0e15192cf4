using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Agreements;

namespace Handoff.Web.Tests.Intake.Forms;

/// <summary>Changes one thing of a body: of its structure, whose other answers must stay as they were, or of its bytes.</summary>
internal sealed class Mutation(Random random)
{
    /// <summary>What stands in every value that a mutation writes.</summary>
    public const string Mark = "zz";

    private static readonly string[] Values =
    [
        "\"zz\"", "\"zz@\"", "\"zz'); DROP\"", "-77.7E1", "true", "null", "[]", "{}", "[[\"zz\"]]", "{\"zz\":{\"zz\":\"zz\"}}",
        "\"\\u0000zz\\u202E\"", $"\"{new string('z', 3_000)}\"",
    ];

    /// <summary>The post with one thing changed, and whether its structure was.</summary>
    public (VendorPost Post, bool IsOfStructure) Of(VendorPost post)
    {
        if (random.Next(5) == 0)
            return (post with { Body = Bytes(post.Body) }, false);
        var text = Encoding.UTF8.GetString(post.Body);
        if (post.MediaType == "application/json")
            return (post with { Body = Encoding.UTF8.GetBytes(Json(text)) }, true);
        if (post.Format == SourceFormat.Jotform)
        {
            var (from, to) = (text.IndexOf("{\"slug\"", StringComparison.Ordinal), text.LastIndexOf('}') + 1);
            return (post with { Body = Encoding.UTF8.GetBytes(text[..from] + Json(text[from..to]) + text[to..]) }, true);
        }

        var pairs = text.Split('&').ToList();
        var at = random.Next(pairs.Count);
        var (name, value) = (pairs[at][..pairs[at].IndexOf('=')], pairs[at][(pairs[at].IndexOf('=') + 1)..]);
        switch (random.Next(4))
        {
            case 0:
                pairs.RemoveAt(at);
                break;
            case 1:
                (pairs[0], pairs[at]) = (pairs[at], pairs[0]);
                break;
            case 2 when name == "data.json":
                pairs[at] = $"{name}={Uri.EscapeDataString(Json(Uri.UnescapeDataString(value)))}";
                break;
            case 2:
                pairs[at] = $"{name}={Mark}%00%ZZ+{Mark}";
                break;
            default:
                pairs[at] = $"{Mark}_1={value}";
                break;
        }

        return (post with { Body = Encoding.UTF8.GetBytes(string.Join('&', pairs)) }, true);
    }

    private byte[] Bytes(byte[] body)
    {
        var at = random.Next(body.Length);
        return random.Next(4) switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(1, 40))..]],
            2 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            _ => [.. body[..at], .. body[at..Math.Min(body.Length, at + 60)], .. body[at..]],
        };
    }

    private string Json(string text)
    {
        var root = JsonNode.Parse(text)!;
        var nodes = Below(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        switch (node.Parent)
        {
            case JsonObject parent:
                Change(parent, node.GetPropertyName());
                break;
            case JsonArray parent:
                Change(parent, node.GetElementIndex());
                break;
            default:
                break;
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0, MaxDepth = 200 });
    }

    private void Change(JsonObject parent, string name)
    {
        var value = parent[name];
        switch (random.Next(5))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent.Remove(name);
                parent[$"{Mark}_{random.Next(9).ToString(CultureInfo.InvariantCulture)}"] = value;
                break;
            case 2:
                parent[name] = new JsonArray(value?.DeepClone());
                break;
            case 3:
                parent["zz_more"] = Written();
                break;
            default:
                parent[name] = Written();
                break;
        }
    }

    private void Change(JsonArray parent, int at)
    {
        switch (random.Next(4))
        {
            case 0:
                parent.RemoveAt(at);
                break;
            case 1:
                var first = parent[at];
                parent.RemoveAt(at);
                parent.Insert(random.Next(parent.Count + 1), first);
                break;
            case 2:
                parent.Insert(at, parent[at]?.DeepClone());
                break;
            default:
                parent[at] = Written();
                break;
        }
    }

    private JsonNode? Written() => JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject entry => entry.Select(one => one.Value),
        JsonArray list => list,
        _ => [],
    }).OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
}
