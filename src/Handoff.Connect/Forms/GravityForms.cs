using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Gravity Forms' webhooks add-on (docs.gravityforms.com/entry-object): an entry, JSON or a form, by the numbers of the fields, which the
/// source's map names, or by keys that its owner chose. The parts of a name have numbers of their own: <c>1.3</c> and <c>1.6</c>.
/// </summary>
internal static partial class GravityForms
{
    /// <summary>What an entry says of itself and of the payment.</summary>
    private static readonly string[] OfEntry =
    [
        "id", "form_id", "post_id", "date_created", "date_updated", "is_starred", "is_read", "ip", "source_url", "source_id", "user_agent",
        "currency", "payment_status", "payment_date", "payment_amount", "payment_method", "transaction_id", "transaction_type",
        "is_fulfilled", "created_by", "status", "submission_speeds", "form_title",
    ];

    /// <summary>The parts that a name can have; the first of an address, and of boxes to tick, is 1.</summary>
    private static readonly string[] NameParts = ["2", "3", "4", "6", "8"];

    public static FormFormat Format { get; } = new()
    {
        Kinds = BodyKinds.Any,
        Json = static (root, _) => root.ValueKind == JsonValueKind.Object
            ? JsonFields.Flat(root) is FieldsAnswer.Read read ? Read(read) : FormReading.Of(JsonFields.Flat(root))
            : new FormReading.NotUnderstood("What was sent is no JSON object."),
        Form = Read,
    };

    private static FormReading Read(FieldsAnswer.Read body)
    {
        var said = body.Fields;
        var isEntry = said.ContainsKey("form_id") && said.ContainsKey("date_created");
        var names = Names(said);
        var fields = new LeadFields();
        foreach (var (name, value) in said)
        {
            if (!isEntry || !OfEntry.Contains(name, StringComparer.Ordinal))
                fields.Answer("", names.TryGetValue(name, out var part) ? [part, name] : [name], Links(value));
        }

        var entry = said.GetValueOrDefault("id");
        var answer = fields.About("form", said.GetValueOrDefault("form_title")).About("form_id", said.GetValueOrDefault("form_id"))
            .About("page_url", said.GetValueOrDefault("source_url")).About("submitted_at", said.GetValueOrDefault("date_created")).Finish();
        return FormReading.Of(answer, string.IsNullOrWhiteSpace(entry) ? null : $"{said.GetValueOrDefault("form_id")}-{entry}");
    }

    /// <summary>Our names of the parts of the first field that can only be a name.</summary>
    private static Dictionary<string, string> Names(IReadOnlyDictionary<string, string> said)
    {
        var field = said.Keys.Select(static key => Part().Match(key)).Where(static part => part.Success)
            .GroupBy(static part => part.Groups["field"].Value, static part => part.Groups["part"].Value, StringComparer.Ordinal)
            .Where(static parts => parts.Contains("3") && parts.Contains("6")
                && parts.All(static part => NameParts.Contains(part, StringComparer.Ordinal)))
            .MinBy(static parts => parts.Key.Length * 1_000 + (parts.Key[0] - '0'))?.Key;
        return field is null ? [] : new(StringComparer.Ordinal) { [$"{field}.3"] = "first_name", [$"{field}.6"] = "last_name" };
    }

    /// <summary>Several files of one field are an array in a text.</summary>
    private static string Links(string value) => !value.StartsWith("[\"http", StringComparison.Ordinal) ? value
        : JsonFields.Parse(
            Signature.Bytes(value),
            root => root.ValueKind == JsonValueKind.Array
                ? string.Join(", ", root.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String)
                    .Select(static one => one.GetString())) : value,
            _ => value);

    [GeneratedRegex(@"^(?<field>[0-9]{1,5})\.(?<part>[0-9]{1,3})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Part();
}
