using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Gravity Forms' webhooks add-on: an entry, JSON or a form, by the numbers of the fields (<c>1.3</c>), which the source's map names, or by
/// keys that its owner chose.
/// </summary>
internal static class GravityForms
{
    public static FormFormat Format { get; } = new()
    {
        Kinds = BodyKinds.Any,
        Json = static (root, _) => root.ValueKind == JsonValueKind.Object
            ? FormReading.Of(
                new LeadFields().All(root).About("page_url", root.At("source_url")).About("form", root.At("form_title")).Finish(),
                Key(root.TextAt("form_id"), root.TextAt("id")))
            : new FormReading.NotUnderstood("What was sent is no JSON object."),
        Form = static form => FormReading.Of(form, Key(form.Fields.GetValueOrDefault("form_id"), form.Fields.GetValueOrDefault("id"))),
    };

    private static string? Key(string? form, string? entry) => string.IsNullOrWhiteSpace(entry) ? null : $"{form}-{entry}";
}
