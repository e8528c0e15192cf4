using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.News;
using Handoff.Service.News;
using NodaTime.Text;

namespace Handoff.Connect.Channels.Webhooks;

/// <summary>An event as CloudEvents 1.0 in JSON (structured mode).</summary>
public static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event's bytes: the same for every attempt, but that what was erased meanwhile is gone.</summary>
    public static byte[] Write(NewsItem item) => JsonSerializer.SerializeToUtf8Bytes(Of(item), Plain);

    /// <summary>The event as JSON.</summary>
    public static JsonObject Of(NewsItem item)
    {
        var data = (JsonObject)item.Data.DeepClone();
        if (!item.Contact.IsEmpty)
            data["contact"] = new JsonObject(item.Contact.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        return new()
        {
            ["specversion"] = "1.0",
            ["id"] = item.Ref.Id,
            ["source"] = item.Source.AbsoluteUri,
            ["type"] = item.Ref.Kind.Type(),
            ["subject"] = item.Ref.Of,
            ["time"] = InstantPattern.ExtendedIso.Format(item.At),
            ["datacontenttype"] = "application/json",
            ["dataschema"] = $"{item.Source.AbsoluteUri}openapi/v1.json#/components/schemas/{item.Ref.Kind.Type()}",
            // In digits of one length, so that texts sort as numbers do (the extension "sequence").
            ["sequence"] = item.Ref.Sequence.ToString("D10", CultureInfo.InvariantCulture),
            ["data"] = data,
        };
    }
}
