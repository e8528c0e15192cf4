using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Elementor Pro's webhook action: a form of labels and values; with "advanced data" <c>fields[id][value]</c> beside the field's title and
/// type, and <c>meta[…]</c>. Anything but 200 is an error on the visitor's page, and nothing is sent again.
/// </summary>
internal static partial class Elementor
{
    public static FormFormat Format { get; } = new() { Kinds = BodyKinds.Any, Form = Read };

    private static FormReading Read(FieldsAnswer.Read form)
    {
        var ids = form.Fields.Keys.Select(name => Advanced().Match(name)).Where(match => match.Success)
            .Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0)
            return FormReading.Of(form);
        var fields = new LeadFields();
        foreach (var id in ids)
        {
            string[] names = [id, .. Of(id, "title") is { Length: > 0 } title ? new[] { title } : []];
            var value = Of(id, "value") ?? Of(id, "raw_value") ?? "";
            fields.Answer("fields", names, value, Of(id, "type") switch { "email" => "email", "tel" => "phone", _ => null });
        }

        return FormReading.Of(
            fields.About("form", form.Fields.GetValueOrDefault("form[name]")).About("form_id", form.Fields.GetValueOrDefault("form[id]"))
                .About("page_url", form.Fields.GetValueOrDefault("meta[page_url][value]")).Finish());

        string? Of(string id, string part) => form.Fields.GetValueOrDefault($"fields[{id}][{part}]");
    }

    [GeneratedRegex(@"^fields\[(?<id>[^\]]+)\]\[[a-z_]+\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Advanced();
}
