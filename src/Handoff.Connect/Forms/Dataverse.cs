using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// A webhook of Dataverse (learn.microsoft.com/power-apps/developer/data-platform/use-webhooks): a record that was created, by the names of
/// its columns. Of more than 256 KB the columns are cut off.
/// </summary>
internal static class Dataverse
{
    private static readonly (string Theirs, string Ours)[] Columns =
    [
        ("emailaddress1", "email"), ("telephone1", "phone"), ("mobilephone", "mobile_phone"), ("address1_country", "country"),
        ("subject", "topic"), ("numberofemployees", "employees"),
    ];

    public static FormFormat Format { get; } = new() { Json = static (root, _) => Read(root), KeyParameter = "code" };

    private static FormReading Read(JsonElement root)
    {
        if (root.TextAt("MessageName") is { } message && message != "Create")
            return new FormReading.Nothing("a record that was not created");
        var attributes = default(JsonElement);
        foreach (var parameter in Each(root.At("InputParameters")))
        {
            if (parameter.TextAt("key") == "Target")
                attributes = parameter.At("value", "Attributes");
        }

        if (attributes.ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("There are no attributes of the record.");
        var fields = new LeadFields();
        foreach (var attribute in Each(attributes))
        {
            if (attribute.TextAt("key") is not { } name)
                continue;
            var value = attribute.At("value");
            var ours = Array.Find(Columns, column => column.Theirs == name).Ours ?? name;
            var said = value.TextAt("Name") ?? value.TextAt("Value") ?? (value.ValueKind == JsonValueKind.Object ? null : Text(value));
            fields.Answer("attributes", ours == name ? [name] : [ours, name], said ?? "");
        }

        var id = root.TextAt("PrimaryEntityId");
        return FormReading.Of(
            fields.About("form", root.At("PrimaryEntityName")).Finish(), id is null ? null : $"{root.TextAt("CorrelationId")}-{id}");
    }

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True
        or JsonValueKind.False ? JsonFields.Text(value) : null;

    private static JsonElement.ArrayEnumerator Each(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : default;
}
