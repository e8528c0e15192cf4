using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Unbounce (documentation.unbounce.com 203510044): a form whose field <c>data.json</c> has the answers, each in an array, beside what is
/// said of the page; or the same as JSON. It gives no id of a submission.
/// </summary>
internal static class Unbounce
{
    private const string Data = "data.json";

    public static FormFormat Format { get; } = new() { Kinds = BodyKinds.Any, Json = static (root, _) => Read(root, null), Form = Read };

    private static FormReading Read(FieldsAnswer.Read form) =>
        form.Fields.TryGetValue(Data, out var data) ? Inner(data, form.Fields) : FormReading.Of(form);

    private static FormReading Read(JsonElement root, IReadOnlyDictionary<string, string>? page)
    {
        if (page is null && root.TextAt(Data) is { } data)
            return Inner(data, new Dictionary<string, string>(StringComparer.Ordinal));
        if (root.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("What was sent is no JSON object.");
        var fields = new LeadFields().All(root);
        foreach (var about in (ReadOnlySpan<string>)["page_name", "page_url", "page_uuid", "page_id", "variant"])
            fields.About(about, page?.GetValueOrDefault(about));
        var name = root.At("page_name");
        if (name.ValueKind == JsonValueKind.Array)
            name = name.EnumerateArray().FirstOrDefault();
        return FormReading.Of(fields.About("form", name).About("form", page?.GetValueOrDefault("page_name")).Finish());
    }

    private static FormReading Inner(string data, IReadOnlyDictionary<string, string> page) => JsonFields.Parse<FormReading>(
        Signature.Bytes(data), root => Read(root, page), static _ => new FormReading.NotUnderstood("The field data.json is not JSON."));
}
