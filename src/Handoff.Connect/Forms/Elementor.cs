using System.Net;
using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Forms;

/// <summary>
/// Elementor Pro's webhook action: a form of labels and values; with "advanced data" <c>fields[id][value]</c> beside the field's title and
/// type, and <c>meta[…]</c>. Anything but 200 is an error on the visitor's page, and nothing is sent again.
/// </summary>
internal static partial class Elementor
{
    /// <summary>What stands before the id of a field that has no label.</summary>
    private const string NoLabel = "No Label ";

    public static FormFormat Format { get; } = new() { Kinds = BodyKinds.Any, Form = Read };

    private static FormReading Read(FieldsAnswer.Read form)
    {
        var ids = form.Fields.Keys.Select(name => Advanced().Match(name)).Where(match => match.Success)
            .Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0)
            return FormReading.Of(Labels(form));
        var fields = new LeadFields();
        foreach (var id in ids)
        {
            var title = Of(id, "title") is { Length: > 0 } words ? words : id;
            // An id that the builder made up says nothing; one that somebody chose says more than the words on the page.
            string[] names = MadeUp().IsMatch(id) ? [title, id] : [id, title];
            var value = Of(id, "value") ?? Of(id, "raw_value") ?? "";
            fields.Answer("fields", [.. names.Distinct(StringComparer.Ordinal)], value, Of(id, "type") switch
            {
                "email" => "email",
                "tel" => "phone",
                _ => null,
            });
        }

        return FormReading.Of(
            fields.About("form", form.Fields.GetValueOrDefault("form[name]")).About("form_id", form.Fields.GetValueOrDefault("form[id]"))
                .About("page_url", form.Fields.GetValueOrDefault("meta[page_url][value]")).Finish());

        string? Of(string id, string part) => form.Fields.GetValueOrDefault($"fields[{id}][{part}]");
    }

    /// <summary>
    /// The answers by their labels. What the plugin adds of the visit stands among them under words of the site's language, so it is known
    /// by what it says.
    /// </summary>
    private static FieldsAnswer.Read Labels(FieldsAnswer.Read form)
    {
        var hasVisit = form.Fields.Values.Any(IsOfVisit);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, value) in form.Fields)
        {
            if (!IsOfVisit(value) && !(hasVisit && label is "Date" or "Time"))
                fields[label.StartsWith(NoLabel, StringComparison.Ordinal) ? label[NoLabel.Length..] : label] = value;
        }

        return form with { Fields = fields };
    }

    private static bool IsOfVisit(string value) => value == "Elementor" || value.StartsWith("Mozilla/", StringComparison.Ordinal)
        || (value.AsSpan().ContainsAny('.', ':') && value.Length >= 7 && IPAddress.TryParse(value, out _));

    [GeneratedRegex(@"^fields\[(?<id>[^\]]+)\]\[[a-z_]+\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Advanced();

    [GeneratedRegex("^field_[0-9a-z]{1,12}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex MadeUp();
}
