using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Jotform (api.jotform.com/docs): a form in parts, whose field <c>rawRequest</c> is JSON. A question is known by its name (<c>email</c>),
/// its whole name (<c>q4_email</c>) and its number (<c>4</c>); files by their links, which stand beside the questions under the name
/// alone. Everything else in it is about the visit.
/// </summary>
internal static partial class Jotform
{
    public static FormFormat Format { get; } = new() { Kinds = BodyKinds.Any, Json = static (root, _) => Read(root, null), Form = Read };

    private static FormReading Read(FieldsAnswer.Read form) => form.Fields.GetValueOrDefault("rawRequest") is { } raw
        ? JsonFields.Parse<FormReading>(
            Signature.Bytes(raw), root => Read(root, form.Fields),
            static _ => new FormReading.NotUnderstood("The field rawRequest is not JSON."))
        : new FormReading.NotUnderstood("There is no field rawRequest.");

    private static FormReading Read(JsonElement root, IReadOnlyDictionary<string, string>? form)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return new FormReading.NotUnderstood("What was sent is no JSON object.");
        var uploads = Uploads(root.At("temp_upload"));
        var all = root.EnumerateObject().Select(static member => Question().Match(member.Name).Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var fields = new LeadFields();
        foreach (var member in root.EnumerateObject())
        {
            if (uploads.TryGetValue(member.Name, out var asked) || Question().IsMatch(member.Name))
                Answer(fields, asked ?? member.Name, member.Value, all);
        }

        return FormReading.Of(
            fields.About("form", form?.GetValueOrDefault("formTitle")).About("form_id", form?.GetValueOrDefault("formID"))
                .About("referrer", root.At("referer")).Finish(),
            form?.GetValueOrDefault("submissionID") is { Length: > 0 } id ? id : null, isTest: root.Says("preview"));
    }

    private static void Answer(LeadFields fields, string asked, JsonElement value, HashSet<string> all)
    {
        var question = Question().Match(asked);
        var (number, name) = (question.Groups["number"].Value, question.Groups["name"].Value);
        // Jotform puts a question's number behind a name that another had before it; where that one is there too, skipped or not, the
        // name is its.
        string[] names = name.Length > number.Length && name.EndsWith(number, StringComparison.Ordinal)
            && !all.Contains(name[..^number.Length]) ? [name[..^number.Length], name, asked, number] : [name, asked, number];
        if (JotformAnswer.Of(value) is { } text)
        {
            fields.Answer("rawRequest", names, text, JotformAnswer.KindOf(value));
            return;
        }

        fields.All(value, name);
        if (value.At("addr_line1").ValueKind == JsonValueKind.String)
            fields.About("country", value.At("country"));
    }

    /// <summary>The whole names of the questions that ask for files, by their names.</summary>
    private static Dictionary<string, string> Uploads(JsonElement uploads)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (uploads.ValueKind != JsonValueKind.Object)
            return names;
        foreach (var upload in uploads.EnumerateObject())
        {
            if (Question().Match(upload.Name) is { Success: true } question)
                names.TryAdd(question.Groups["name"].Value, upload.Name);
        }

        return names;
    }

    [GeneratedRegex("^q(?<number>[0-9]+)_(?<name>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Question();
}
