using System.Text.RegularExpressions;
using Handoff.Qualification;

namespace Handoff.Connect.Forms;

/// <summary>
/// Where no answer is called an e-mail address, in whatever language the form asks, the only one that is an address is the person's.
/// </summary>
internal static partial class OnlyAddress
{
    /// <summary>The lead with that answer as its address; the map still finds it by its own name.</summary>
    public static FormReading.Lead Of(FormReading.Lead lead)
    {
        if (lead.Fields.Any(static field => !string.IsNullOrWhiteSpace(field.Value) && KnownFields.Of(field.Key) == KnownFields.Email))
            return lead;
        var addresses = lead.Fields.Where(static field => Address().IsMatch(field.Value)).ToArray();
        if (addresses.Select(static one => one.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() != 1)
            return lead;
        var name = addresses.Select(static one => one.Key).Order(StringComparer.Ordinal).First();
        var fields = lead.Fields.Where(field => field.Key != name && field.Key != KnownFields.Email)
            .Append(new(KnownFields.Email, lead.Fields[name])).ToDictionary(StringComparer.Ordinal);
        var aliases = lead.Aliases.Where(alias => alias.Key != KnownFields.Email)
            .Select(alias => alias.Value == name ? new(alias.Key, KnownFields.Email) : alias)
            .Where(alias => alias.Key != name).Append(new(name, KnownFields.Email)).ToDictionary(StringComparer.Ordinal);
        return lead with { Fields = fields, Aliases = aliases };
    }

    [GeneratedRegex(
        @"^\s*[^\s@,;:<>()""]{1,64}@[^\s@,;:<>()""]{1,190}\.[^\s@,;:<>()"".]{2,63}\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Address();
}
