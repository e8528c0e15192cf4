using System.Collections.Immutable;
using Handoff.Agreements;

namespace Handoff.Qualification;

/// <summary>
/// What the person wrote, whole, by our names: the personal record of a lead. Values are clean (see <see cref="Mapped"/>) and not blank;
/// their length is not limited here.
/// </summary>
/// <param name="Fields">Values by field name; names are lower-case snake_case and compared ordinally.</param>
public sealed record LeadForm(ImmutableSortedDictionary<string, string> Fields)
{
    /// <summary>A form without fields.</summary>
    public static LeadForm Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The field's value, or null when it was not given.</summary>
    public string? this[string field] => Fields.GetValueOrDefault(field);

    /// <summary>A value as a form keeps it, of any field but the message.</summary>
    public static string Clean(string value) => CleanText.Of(value, isFreeText: false);

    /// <summary>
    /// Reads what a vendor posted. First the source's <see cref="LeadSource.Map"/>; then common spellings of the
    /// <see cref="KnownFields"/> (so <c>Email</c>, <c>e-mail</c> and <c>your-email</c> are <c>email</c>, first and last name make a
    /// <c>name</c>); every other field is kept under its own name, in snake_case; of several that come to one name, the later get
    /// <c>_2</c>, <c>_3</c>. At last <see cref="LeadSource.Set"/>, which wins. Entities of HTML that a form plugin left in a value are
    /// decoded, once. Values are trimmed and normalised (NFC); control characters, invisible marks and direction overrides are dropped;
    /// line breaks and tabs stay in the message and its like and are spaces elsewhere. A blank value is not given. Never throws, whatever
    /// was posted.
    /// </summary>
    /// <param name="source">The webhook's terms.</param>
    /// <param name="posted">The vendor's names and values.</param>
    /// <param name="aliases">Names that the map may use besides, by the posted name that they stand for; null: none.</param>
    public static LeadForm Mapped(
        LeadSource source, IReadOnlyDictionary<string, string> posted, IReadOnlyDictionary<string, string>? aliases = null)
    {
        var reading = new FormReading();
        var theirs = reading.TakeMapped(source.Map, posted, aliases ?? ImmutableDictionary<string, string>.Empty);
        reading.TakeRest(posted, theirs);
        reading.ComposeName();
        reading.Set(source.Set);
        return new LeadForm(reading.Fields.ToImmutable());
    }
}
