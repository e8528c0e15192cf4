using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Connect.Bodies;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Connect.Forms;

/// <summary>
/// A webhook of Dataverse (learn.microsoft.com/power-apps/developer/data-platform/use-webhooks): a record that was created, by the names of
/// its columns. What a choice or a lookup is called stands beside the columns, where it does at all. Of more than 256 KB the columns are
/// cut off.
/// </summary>
internal static partial class Dataverse
{
    private static readonly (string Theirs, string Ours)[] Columns =
    [
        ("emailaddress1", "email"), ("telephone1", "phone"), ("mobilephone", "mobile_phone"), ("address1_country", "country"),
        ("subject", "topic"), ("numberofemployees", "employees"),
    ];

    /// <summary>Columns that Dataverse writes itself.</summary>
    private static readonly string[] OfRecord =
    [
        "createdon", "createdby", "createdonbehalfby", "modifiedon", "modifiedby", "modifiedonbehalfby", "ownerid", "owninguser",
        "owningteam", "owningbusinessunit", "statecode", "statuscode", "timezoneruleversionnumber", "utcconversiontimezonecode",
        "transactioncurrencyid", "exchangerate", "versionnumber", "processid", "stageid", "traversedpath", "merged", "importsequencenumber",
    ];

    public static FormFormat Format { get; } = new() { Json = static (root, _) => Read(root), KeyParameter = "code" };

    private static FormReading Read(JsonElement root)
    {
        if (root.TextAt("MessageName") is { } message && message != "Create")
            return new FormReading.Nothing("a record that was not created");
        var target = Each(root.At("InputParameters")).FirstOrDefault(static one => one.TextAt("key") == "Target").At("value");
        if (target.At("Attributes").ValueKind != JsonValueKind.Array)
            return new FormReading.NotUnderstood("There are no attributes of the record.");
        var words = Words(root, target);
        var fields = new LeadFields();
        foreach (var attribute in Each(target.At("Attributes")))
        {
            if (attribute.TextAt("key") is not { } name || OfRecord.Contains(name, StringComparer.Ordinal)
                || name == $"{root.TextAt("PrimaryEntityName")}id")
                continue;
            var ours = Array.Find(Columns, column => column.Theirs == name).Ours ?? name;
            var said = words.GetValueOrDefault(name) ?? Said(attribute.At("value"), name) ?? "";
            fields.Answer("attributes", ours == name ? [name] : [ours, name], said);
        }

        var id = root.TextAt("PrimaryEntityId");
        return FormReading.Of(
            fields.About("form", root.At("PrimaryEntityName")).Finish(), id is null ? null : $"{root.TextAt("CorrelationId")}-{id}");
    }

    /// <summary>What a value says: a choice and a sum by their values, several choices by theirs, a lookup by its name.</summary>
    private static string? Said(JsonElement value, string column) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TextAt("Name") is { } name => name,
        // A campaign is told by its id where it has no name here: leads of one campaign are still alike.
        JsonValueKind.Object when value.TextAt("LogicalName") is not null => column == "campaignid" ? value.TextAt("Id") : null,
        JsonValueKind.Object => value.TextAt("Value"),
        JsonValueKind.Array => string.Join(", ", Each(value).Select(one => Said(one, column)).OfType<string>()),
        JsonValueKind.String => Date(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => JsonFields.Text(value),
        _ => null,
    };

    /// <summary>An instant as Dataverse writes it, in the usual way; any other text as it is.</summary>
    private static string Date(string text) =>
        Instants().Match(text) is { Success: true } date
            && long.TryParse(date.Groups["at"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            && at >= Instant.MinValue.ToUnixTimeMilliseconds() && at <= Instant.MaxValue.ToUnixTimeMilliseconds()
            ? InstantPattern.General.Format(Instant.FromUnixTimeMilliseconds(at)) : text;

    /// <summary>What is shown to people of the columns, by their names: of the record, and of the images that were asked for.</summary>
    private static Dictionary<string, string> Words(JsonElement root, JsonElement target)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var images = Each(root.At("PostEntityImages")).Select(static image => image.At("value"));
        foreach (var word in images.Prepend(target).SelectMany(static record => Each(record.At("FormattedValues"))))
        {
            if (word.TextAt("key") is { } column && word.TextAt("value") is { } text)
                words.TryAdd(column, text);
        }

        // A number as it is shown ("1.200,00 EUR") is for people; the rules need the number.
        foreach (var attribute in Each(target.At("Attributes")))
        {
            if (attribute.At("value").ValueKind == JsonValueKind.Number && attribute.TextAt("key") is { } column)
                words.Remove(column);
        }

        return words;
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : default;

    [GeneratedRegex(
        @"^/Date\((?<at>-?[0-9]{1,17})([+-][0-9]{4})?\)/$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Instants();
}
