using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Jotform (api.jotform.com/docs): a form in parts, whose field <c>rawRequest</c> is JSON. A question is known by its name (<c>email</c>),
/// its whole name (<c>q4_email</c>) and its number (<c>4</c>).
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
        var fields = new LeadFields();
        foreach (var member in root.EnumerateObject())
        {
            if (Question().Match(member.Name) is not { Success: true } question)
                continue;
            var name = question.Groups["name"].Value;
            if (TextOf(member.Value) is { } text)
                fields.Answer("rawRequest", [name, member.Name, question.Groups["number"].Value], text);
            else
                fields.All(member.Value, name);
        }

        return FormReading.Of(
            fields.About("form", form?.GetValueOrDefault("formTitle")).About("form_id", form?.GetValueOrDefault("formID"))
                .About("referrer", root.At("referer")).Finish(),
            form?.GetValueOrDefault("submissionID") is { Length: > 0 } id ? id : null, isTest: root.Says("preview"));
    }

    /// <summary>A text, the parts of a name, or of a phone number; null: an object that has fields of its own.</summary>
    private static string? TextOf(JsonElement value) =>
        value.TextAt("area") is { } area && value.TextAt("phone") is { } phone ? $"{value.TextAt("country")} {area} {phone}".Trim()
            : AnswerText.Of(value, ImmutableDictionary<string, string>.Empty);

    [GeneratedRegex("^q(?<number>[0-9]+)_(?<name>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Question();
}
