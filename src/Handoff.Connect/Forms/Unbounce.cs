using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Unbounce (documentation.unbounce.com 203510044): a form whose fields <c>data.json</c> and <c>data.xml</c> have the answers, beside what
/// is said of the page; or the same as JSON, each answer in an array, or as XML, each an element. It gives no id of a submission.
/// </summary>
internal static class Unbounce
{
    private const string Data = "data.json";
    private const string XmlData = "data.xml";

    /// <summary>The element that holds the answers.</summary>
    private const string Holder = "form_data";

    /// <summary>What Unbounce puts among the answers.</summary>
    private static readonly string[] OfVisit =
        ["ip_address", "page_uuid", "page_id", "variant", "time_submitted", "date_submitted", "page_url", "page_name", XmlData];

    public static FormFormat Format { get; } = new()
    {
        Kinds = BodyKinds.Any | BodyKinds.Xml,
        Json = static (root, _) => Read(root, null),
        Form = Read,
        Xml = static post => OfXml(post.Body, null),
    };

    private static FormReading Read(FieldsAnswer.Read form) =>
        form.Fields.TryGetValue(Data, out var data) ? Inner(data, form.Fields)
        : form.Fields.TryGetValue(XmlData, out var xml) ? OfXml(Signature.Bytes(xml), form.Fields)
        : FormReading.Of(form);

    private static FormReading OfXml(byte[] xml, IReadOnlyDictionary<string, string>? page)
    {
        using var stream = new MemoryStream(xml);
        return XmlAnswers.Read(stream, Holder) is not var (answers, beside)
            ? new FormReading.NotUnderstood("What was sent is no XML of a form.")
            : JsonFields.Parse<FormReading>(
                JsonSerializer.SerializeToUtf8Bytes(answers), root => Read(root, page ?? beside),
                static detail => new FormReading.NotUnderstood(detail));
    }

    private static FormReading Read(JsonElement root, IReadOnlyDictionary<string, string>? page)
    {
        if (page is null && root.At(Data) is { ValueKind: JsonValueKind.Object or JsonValueKind.String } data)
        {
            var beside = root.EnumerateObject().Where(static one => one.Value.ValueKind == JsonValueKind.String)
                .GroupBy(static one => one.Name, StringComparer.Ordinal)
                .ToDictionary(static one => one.Key, static one => one.Last().Value.GetString()!, StringComparer.Ordinal);
            return data.ValueKind == JsonValueKind.Object ? Read(data, beside) : Inner(data.GetString()!, beside);
        }

        if (root.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("What was sent is no JSON object.");
        var fields = new LeadFields();
        foreach (var answer in root.EnumerateObject())
        {
            if (OfVisit.Contains(answer.Name, StringComparer.Ordinal))
                continue;
            fields.One(answer.Name, answer.Value);
            fields.All(answer.Value, answer.Name);
        }

        return FormReading.Of(
            fields.About("form", Said("page_name")).About("page_url", Said("page_url"))
                .About("page_id", Said("page_uuid") ?? Said("page_id")).About("variant", Said("variant"))
                .About("submitted_at", $"{Said("date_submitted")} {Said("time_submitted")}".Trim()).Finish());

        string? Said(string name)
        {
            var value = root.At(name);
            if (value.ValueKind == JsonValueKind.Array)
                value = value.EnumerateArray().FirstOrDefault();
            return page?.GetValueOrDefault(name) ?? (value.ValueKind == JsonValueKind.String ? value.GetString() : null);
        }
    }

    private static FormReading Inner(string data, IReadOnlyDictionary<string, string> page) => JsonFields.Parse<FormReading>(
        Signature.Bytes(data), root => Read(root, page), static _ => new FormReading.NotUnderstood("The field data.json is not JSON."));
}
